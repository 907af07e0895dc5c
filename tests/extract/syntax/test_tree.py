import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.syntax.tree import (
    Node,
    feature,
    lemmas_beside,
    nodes,
    once,
    plain_words,
    remember,
)


@pytest.fixture
def doc() -> Doc:
    words = ["Troops", "of", "Chad", "fled", "from", "the", "North"]
    return Doc(spacy.blank("en").vocab, words=words, heads=[3, 2, 0, 3, 6, 6, 3], deps=["dep"] * 7)


def test_children_are_those_that_spacy_finds(doc: Doc) -> None:
    for token in nodes(doc):
        assert list(token.children) == list(token.children)


def test_a_question_is_answered_once(doc: Doc) -> None:
    asked: list[tuple[str, str]] = []

    class Grammar:
        @once
        def fillers(self, token: Node, slot: str) -> list[str]:
            asked.append((token.text, slot))
            return [slot]

    grammar = Grammar()
    for _ in range(2):
        assert grammar.fillers(nodes(doc)[0], "obj") == ["obj"]
        assert grammar.fillers(nodes(doc)[0], "nsubj") == ["nsubj"]
        assert grammar.fillers(nodes(doc)[1], "obj") == ["obj"]
    assert asked == [("Troops", "obj"), ("Troops", "nsubj"), ("of", "obj")]


def test_plain_words_undo_contractions(doc: Doc) -> None:
    assert plain_words(doc, {"from": "of"})[:5] == ["troops", "of", "chad", "fled", "of"]


def test_a_function_answers_once_for_each_token(doc: Doc) -> None:
    asked: list[str] = []

    @remember
    def shout(token: Node) -> str:
        asked.append(token.text)
        return token.text.upper()

    assert [shout(nodes(doc)[0]), shout(nodes(doc)[0]), shout(nodes(doc)[1])] == [
        "TROOPS",
        "TROOPS",
        "OF",
    ]
    assert asked == ["Troops", "of"]


def test_sentences_are_those_that_spacy_finds() -> None:
    vocab = spacy.blank("en").vocab
    doc = Doc(
        vocab,
        words=["They", "left", ".", "We", "saw"],
        lemmas=["they", "leave", ".", "we", "see"],
        heads=[1, 1, 1, 4, 4],
        deps=["nsubj", "ROOT", "punct", "nsubj", "ROOT"],
        morphs=["Number=Plur|Person=3", "", "", "Number=Plur", ""],
    )
    assert [token.sentence for token in nodes(doc)] == [
        range(token.sent.start, token.sent.end) for token in doc
    ]
    assert lemmas_beside(nodes(doc)[4]) == {"we", "see"}
    assert feature(nodes(doc)[0], "Number") == {"Plur"}
    assert feature(nodes(doc)[1], "Number") == frozenset()
