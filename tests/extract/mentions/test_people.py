import pytest
from annotations import mention
from parses import Row, blank, parse
from spacy.tokens import Doc, Span

from kg.extract.mentions.people import PeopleFinder

ROWS: list[Row] = [
    ("Ana", "ana", "PROPN", "nsubj", 2),
    ("Teixeira", "teixeira", "PROPN", "flat:name", 0),
    ("falou", "falar", "VERB", "ROOT", 2),
    ("e", "e", "CCONJ", "cc", 5),
    ("Teixeira", "teixeira", "PROPN", "dep", 5),
    ("saiu", "sair", "VERB", "conj", 2),
]


@pytest.fixture(scope="module")
def pt() -> PeopleFinder:
    return PeopleFinder(blank("pt"), "people")


def read(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans["mentions"]]


def test_last_name_alone_is_the_person(pt: PeopleFinder) -> None:
    doc = parse("pt", ROWS)
    mention(doc, 0, 2, "PERSON")
    assert read(pt(doc)) == [("Ana Teixeira", "PERSON"), ("Teixeira", "PERSON")]


def test_last_name_that_was_taken_for_a_place_is_the_person(pt: PeopleFinder) -> None:
    doc = parse("pt", ROWS)
    mention(doc, 0, 2, "PERSON")
    mention(doc, 4, 5, "PLACE")
    assert read(pt(doc))[1] == ("Teixeira", "PERSON")


@pytest.mark.parametrize("kind", ["name", "short"])
def test_mr_is_no_part_of_a_name(kind: str) -> None:
    rows: list[Row] = [
        ("Mr", "mr", "PROPN", "compound", 1),
        ("Teixeira", "teixeira", "PROPN", "nsubj", 2),
        ("spoke", "speak", "VERB", "ROOT", 2),
    ]
    doc = parse("en", rows)
    mention(doc, 0 if kind == "name" else 1, 2, "PERSON", kind=kind)
    assert read(PeopleFinder(blank("en"), "people")(doc)) == [("Teixeira", "PERSON")]


def test_gazetteer_keeps_its_own(pt: PeopleFinder) -> None:
    doc = parse("pt", ROWS)
    mention(doc, 0, 2, "PERSON")
    mention(doc, 4, 5, "PLACE", "https://example.org/place")
    assert read(pt(doc))[1] == ("Teixeira", "PLACE")


def test_a_date_that_acts_is_nobody() -> None:
    rows: list[Row] = [
        ("Sunday", "sunday", "PROPN", "nmod:poss", 2),
        ("'s", "'s", "PART", "case", 0),
        ("vote", "vote", "NOUN", "nsubj", 3),
        ("failed", "fail", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows)
    finder = PeopleFinder(blank("en"), "people")
    assert read(finder(doc)) == [("Sunday", "PERSON")]
    doc.set_ents([Span(doc, 0, 1, "DATE")])
    doc.spans["mentions"] = []
    assert read(finder(doc)) == []


def test_unknown_name_that_acts_is_a_person(pt: PeopleFinder) -> None:
    assert read(pt(parse("pt", ROWS)))[0] == ("Ana Teixeira", "PERSON")


@pytest.mark.parametrize("word", ["Rebeldes", "OTRX", "rebeldes"])
def test_actor_noun_abbreviation_and_lower_case_are_no_person(pt: PeopleFinder, word: str) -> None:
    doc = parse(
        "pt",
        [(word, "rebelde", "PROPN", "nsubj", 1), ("atacaram", "atacar", "VERB", "ROOT", 1)],
    )
    assert read(pt(doc)) == []


def test_two_people_in_one_span_are_split(pt: PeopleFinder) -> None:
    doc = parse(
        "pt",
        [
            ("Teixeira", "teixeira", "PROPN", "dep", 3),
            ("a", "a", "ADP", "case", 2),
            ("Lobo", "lobo", "PROPN", "dep", 3),
            ("pediu", "pedir", "VERB", "ROOT", 3),
        ],
    )
    mention(doc, 0, 3, "PERSON")
    assert read(pt(doc)) == [("Teixeira", "PERSON"), ("Lobo", "PERSON")]
