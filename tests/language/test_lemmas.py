import pytest
from parses import Row, blank, parse

from kg.language.lemmas import LemmaNormaliser


@pytest.fixture(scope="module")
def pt() -> LemmaNormaliser:
    return LemmaNormaliser(blank("pt"), "lemmas")


@pytest.fixture(scope="module")
def en() -> LemmaNormaliser:
    return LemmaNormaliser(blank("en"), "lemmas")


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "expected"),
    [
        ("Rússia", "Rússia", "PROPN", "rússia"),
        ("reuniu-se", "reunir-se", "VERB", "reunir"),
        ("atacá-lo", "atacar ele", "VERB", "atacar"),
        ("impuseram", "impuser", "VERB", "impor"),
        ("Assinou", "assinou", "VERB", "assinar"),
        ("xilografaram", "xilografar", "VERB", "xilografar"),
        ("ataque", "ataque", "NOUN", "ataque"),
    ],
)
def test_portuguese_lemma(
    pt: LemmaNormaliser, word: str, lemma: str, pos: str, expected: str
) -> None:
    row: Row = (word, lemma, pos, "ROOT", 0)
    assert pt(parse("pt", [row]))[0].lemma_ == expected


def test_irregular_form_comes_from_the_table(en: LemmaNormaliser) -> None:
    assert en(parse("en", [("Talks", "talks", "NOUN", "ROOT", 0)]))[0].lemma_ == "talk"


def test_form_of_a_verb_outside_the_lexicon_is_left_alone(pt: LemmaNormaliser) -> None:
    assert "ver" not in pt.verbs
    assert pt(parse("pt", [("viu", "ver", "VERB", "ROOT", 0)]))[0].lemma_ == "ver"
