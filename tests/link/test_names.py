import pytest
from annotations import mention
from parses import blank, parse

from kg.link.names import Linker, mint
from kg.ontology.namespaces import BASE


def test_minted_iri_says_what_it_is() -> None:
    assert mint("PERSON", "Ana Lobo", "POL") == f"{BASE}person/POL/ana-lobo"
    assert mint("PLACE", "Vila Nova", "XX") == f"{BASE}place/XX/vila-nova"


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(blank("en"), "linker")


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


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("by", "organisation/united-states-department-of-defense"),
        ("at", "place/USA/pentagon"),
    ],
)
def test_building_is_who_works_there_or_where(linker: Linker, case: str, expected: str) -> None:
    rows = [(case, case, "ADP", "case", 1), ("Pentagon", "pentagon", "PROPN", "ROOT", 1)]
    doc = parse("en", rows)
    mention(doc, 1, 2, "PLACE", f"{BASE}place/USA/pentagon")
    (span,) = linker(doc).spans["mentions"]
    assert (span.kb_id_, span.label_) == (BASE + expected, "ORG")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Georgia", "welcomed", "Tbilisi"], "state/GEO"),
        (["Atlanta", ",", "Georgia"], "place/USA/georgia"),
        (["Georgia", "and", "Armenia"], "state/GEO"),
    ],
)
def test_what_stands_beside_a_name_decides(linker: Linker, words: list[str], expected: str) -> None:
    known = {"Tbilisi": "place/GEO/tbilisi", "Atlanta": "place/USA/atlanta", "Armenia": "state/ARM"}
    doc = parse("en", [(word, word.lower(), "PROPN", "dep", 0) for word in words])
    for i, word in enumerate(words):
        if word in known:
            label = "STATE" if known[word].startswith("state") else "PLACE"
            mention(doc, i, i + 1, label, BASE + known[word])
        if word == "Georgia":
            mention(doc, i, i + 1, "STATE", f"{BASE}state/GEO {BASE}place/USA/georgia")
    (span,) = [span for span in linker(doc).spans["mentions"] if span.text == "Georgia"]
    assert span.kb_id_ == BASE + expected
    assert len(doc._.decisions[span.start, span.end].candidates) == 2


def test_name_of_two_states_without_a_hint_is_unsure(linker: Linker) -> None:
    doc = parse("en", [("Congo", "congo", "PROPN", "ROOT", 0)])
    mention(doc, 0, 1, "STATE", f"{BASE}state/COG {BASE}state/COD")
    linker(doc)
    assert doc._.decisions[0, 1].unsure
    assert doc._.decisions[0, 1].best.iri == f"{BASE}state/COD"


@pytest.mark.parametrize(
    ("word", "label", "state"),
    [("North", "", "PRK"), ("South", "place/XX/south", "KOR"), ("East", "", None)],
)
def test_half_of_a_country_is_that_state(word: str, label: str, state: str | None) -> None:
    rows = [
        ("Pyongyang", "pyongyang", "PROPN", "nsubj", 1),
        ("saw", "see", "VERB", "ROOT", 1),
        ("the", "the", "DET", "det", 3),
        (word, word.lower(), "PROPN", "obj", 1),
    ]
    doc = parse("en", rows, morphs={2: "Definite=Def"})
    mention(doc, 0, 1, "PLACE", f"{BASE}state/PRK")
    if label:
        mention(doc, 3, 4, "PLACE")
    found = {s.text: s.kb_id_ for s in Linker(blank("en"), "linker")(doc).spans["mentions"]}
    assert found.get(word) == (state and f"{BASE}state/{state}")
