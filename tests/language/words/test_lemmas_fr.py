import pytest
from parses import Row, blank, parse

from kg.language.words.lemmas import LemmaNormaliser


@pytest.fixture(scope="module")
def fr() -> LemmaNormaliser:
    return LemmaNormaliser(blank("fr"), "lemmas")


def test_known_noun_with_an_article_is_no_verb(fr: LemmaNormaliser) -> None:
    rows: list[Row] = [
        ("l'", "le", "DET", "det", 1),
        ("opposant", "opposer", "VERB", "ROOT", 1),
    ]
    noun = fr(parse("fr", rows))[1]
    assert (noun.pos_, noun.lemma_) == ("NOUN", "opposant")


def test_noun_that_heads_a_clause_is_no_verb(fr: LemmaNormaliser) -> None:
    rows: list[Row] = [
        ("Orban", "orban", "PROPN", "nsubj", 3),
        ("est", "être", "AUX", "cop", 3),
        ("en", "en", "ADP", "case", 3),
        ("visite", "visite", "NOUN", "ROOT", 3),
    ]
    assert fr(parse("fr", rows))[3].pos_ == "NOUN"


@pytest.mark.parametrize("pos", ["NOUN", "ADV", "DET"])
def test_form_of_a_known_verb_with_an_auxiliary_is_a_verb(fr: LemmaNormaliser, pos: str) -> None:
    rows: list[Row] = [
        ("a", "avoir", "AUX", "aux:tense", 1),
        ("téléphoné", "téléphoné", pos, "ROOT", 1),
    ]
    verb = fr(parse("fr", rows))[1]
    assert (verb.pos_, verb.lemma_) == ("VERB", "téléphoner")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("maintiennent", "maintenir"),
        ("exigea", "exiger"),
        ("lançait", "lancer"),
        ("réunissent", "réunir"),
        ("rompu", "rompre"),
        ("détruisit", "détruire"),
        ("conduisent", "conduire"),
        ("appellera", "appeler"),
    ],
)
def test_every_form_finds_its_infinitive(fr: LemmaNormaliser, form: str, lemma: str) -> None:
    assert fr(parse("fr", [(form, form, "VERB", "ROOT", 0)]))[0].lemma_ == lemma
