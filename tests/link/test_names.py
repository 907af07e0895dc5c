import pytest
from annotations import mention
from parses import blank, parse

from kg.link.names import Linker, fullest, mint, slug
from kg.ontology.namespaces import BASE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Jong-un", "kim-jong-un"),
        ("São  Tomé", "sao-tome"),
        ("O'Neill & Co.", "o-neill-co"),
        ("AÇÃO_Já", "acao-ja"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_minted_iri_says_what_it_is() -> None:
    assert mint("PERSON", "Ana Lobo") == f"{BASE}person/ana-lobo"
    assert mint("PLACE", "Vila Nova") == f"{BASE}place/XX/vila-nova"


def test_short_name_is_the_full_one() -> None:
    assert fullest("Lobo", ["Ana Maria Lobo", "Ana Lobo"]) == "Ana Maria Lobo"


def test_name_of_two_people_stays_short() -> None:
    assert fullest("Lobo", ["Ana Lobo", "Rui Lobo"]) == "Lobo"


def test_full_name_is_its_own() -> None:
    assert fullest("Ana Lobo", ["Ana Lobo"]) == "Ana Lobo"


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(blank("en"), "linker")


def test_short_and_full_name_meet(linker: Linker) -> None:
    rows = [(word, word.lower(), "PROPN", "dep", 0) for word in ("Ana", "Lobo", "saw", "Lobo")]
    doc = parse("en", rows)
    mention(doc, 0, 2, "PERSON")
    mention(doc, 3, 4, "PERSON")
    assert {span.kb_id_ for span in linker(doc).spans["mentions"]} == {f"{BASE}person/ana-lobo"}


@pytest.mark.parametrize(
    ("dep", "iri", "label"),
    [("nsubj", "state/NOR", "STATE"), ("obl", "place/NOR/oslo", "PLACE")],
)
def test_seat_of_government_that_acts_is_its_state(
    linker: Linker, dep: str, iri: str, label: str
) -> None:
    doc = parse("en", [("Oslo", "oslo", "PROPN", dep, 1), ("acts", "act", "VERB", "ROOT", 1)])
    mention(doc, 0, 1, "PLACE", f"{BASE}place/NOR/oslo")
    (span,) = linker(doc).spans["mentions"]
    assert (span.kb_id_, span.label_) == (f"{BASE}{iri}", label)
