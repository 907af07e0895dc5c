import pytest
from parses import parse

from kg.extract.frames.topics import Topics
from kg.extract.syntax.tree import nodes_of
from kg.ontology.unpolitical import Field, UnpoliticalWords

TOPICS = Topics(
    UnpoliticalWords(
        fields={"sport": Field(frozenset(["goalkeeper"]), frozenset(["goal", "match"]))},
        literal=frozenset(["missile"]),
    )
)


def fields(*sentences: str) -> list[set[str]]:
    """What each sentence is about, given as words."""
    rows = []
    for sentence in sentences:
        start = len(rows)
        rows += [
            (word, word, "NOUN", "ROOT" if i == 0 else "dep", start)
            for i, word in enumerate(sentence.split())
        ]
    doc = parse("en", rows)
    return [set(TOPICS.fields(nodes_of(sentence)[0])) for sentence in doc.sents]


SPORT = {"sport"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("goalkeeper", SPORT),
        ("goal match", SPORT),
        ("goal goal", set()),
        ("goalkeeper missile", set()),
        ("war", set()),
    ],
)
def test_a_sure_word_or_two_hints_mark_a_sentence(sentence: str, found: set[str]) -> None:
    assert fields(sentence) == [found]


def test_an_article_on_sport_is_on_sport_in_each_sentence_but_those_on_war() -> None:
    told = ["goalkeeper wins", "goal match", "Oslo meets Rome", "Oslo missile"]
    assert fields(*told) == [SPORT, SPORT, SPORT, set()]


@pytest.mark.parametrize(
    "told",
    [
        ["goalkeeper wins", "goal alone", "Oslo meets Rome"],
        ["goalkeeper wins", "goal match", "Oslo meets Rome", "Rome waits", "Oslo waits"],
    ],
)
def test_a_few_words_of_sport_are_no_article_on_sport(told: list[str]) -> None:
    assert fields(*told)[2] == set()
