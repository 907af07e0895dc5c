import spacy
from spacy.attrs import DEP, LEMMA
from spacy.tokens import Doc

from kg.language.columns import column, find_words, read_heads, read_strings

VOCAB = spacy.blank("en").vocab


def doc() -> Doc:
    return Doc(
        VOCAB,
        words=["Oslo", "blames", "Riga"],
        heads=[1, 1, 1],
        deps=["nsubj", "ROOT", "obj"],
        lemmas=["oslo", "blame", "riga"],
    )


def test_words_are_found_by_an_attribute() -> None:
    assert find_words(doc(), DEP, frozenset(["nsubj", "obj", "never-seen-label"])) == [0, 2]
    assert find_words(doc(), LEMMA, frozenset(["blame"])) == [1]
    assert find_words(doc(), LEMMA, frozenset()) == []


def test_columns_say_what_the_tokens_say() -> None:
    found = doc()
    assert read_heads(found) == [token.head.i for token in found] == [1, 1, 1]
    assert read_strings(found, LEMMA) == ["oslo", "blame", "riga"]
    assert read_strings(found, DEP, {"obj": "dobj"}) == ["nsubj", "ROOT", "dobj"]
    assert column(found, DEP) == [token.dep for token in found]


def test_an_empty_doc_has_empty_columns() -> None:
    empty = Doc(VOCAB)
    assert not read_heads(empty)
    assert not read_strings(empty, LEMMA)
    assert not find_words(empty, DEP, frozenset("x"))
