import pytest
from annotations import annotate, mention
from parses import blank, parse
from spacy.tokens import Doc

from kg.link.communities import CommunityFinder
from kg.ontology.namespaces import BASE

POL, CHECHNYA = f"{BASE}state/POL", f"{BASE}place/RUS/chechnya"
SHIITES = f"{BASE}community/shiites"


@pytest.fixture(scope="module")
def pt() -> CommunityFinder:
    return CommunityFinder(blank("pt"), "communities")


@pytest.fixture(scope="module")
def en() -> CommunityFinder:
    return CommunityFinder(blank("en"), "communities")


def doc(lang: str, noun: str, adjective: str, *, iri: str = POL, head: int | None = None) -> Doc:
    """Noun and demonym in the order of the language, then a verb."""
    first, other = (noun, adjective) if lang == "pt" else (adjective, noun)
    at = 0 if lang == "pt" else 1
    rows = [(word, word.lower(), "NOUN", "nsubj", 2) for word in (first, other)]
    rows[1 - at] = (adjective, adjective.lower(), "ADJ", "amod", at if head is None else head)
    found = parse(lang, [*rows, ("x", "x", "VERB", "ROOT", 2)], morphs={at: "Number=Plur"})
    mention(found, 1 - at, 2 - at, "STATE", iri, "demonym")
    return annotate(found)


def read(found: Doc) -> list[tuple[str, str, str, str]]:
    return [
        (span.text, span.label_, span.id_, span.kb_id_.removeprefix(BASE))
        for span in found.spans["mentions"]
    ]


def test_community_and_demonym_are_one_in_both_languages(
    pt: CommunityFinder, en: CommunityFinder
) -> None:
    there, here = doc("pt", "xiitas", "poloneses"), doc("en", "Shiites", "Polish")
    mention(there, 0, 1, "GROUP", SHIITES)
    mention(here, 1, 2, "GROUP", SHIITES)
    assert read(pt(there)) == [
        ("xiitas poloneses", "GROUP", "name", "community/POL/shiites"),
    ]
    assert read(en(here)) == [("Polish Shiites", "GROUP", "name", "community/POL/shiites")]
    assert here._.countries == {f"{BASE}community/POL/shiites": "POL"}


def test_kind_of_people_needs_a_demonym(pt: CommunityFinder) -> None:
    found = doc("pt", "separatistas", "tchetchenos", iri=CHECHNYA)
    assert read(pt(found)) == [
        ("separatistas tchetchenos", "GROUP", "name", "community/chechnya/separatists")
    ]
    assert found._.countries == {f"{BASE}community/chechnya/separatists": "RUS"}
    found.spans["mentions"] = []
    assert read(pt(found)) == []


def test_plural_demonym_is_a_people_too(pt: CommunityFinder) -> None:
    found = doc("pt", "sérvios", "poloneses")
    mention(found, 0, 1, "STATE", f"{BASE}state/SRB", "demonym")
    assert [row[3] for row in read(pt(found))] == ["community/POL/srb"]


def test_other_noun_is_none(pt: CommunityFinder) -> None:
    assert read(pt(doc("pt", "navios", "poloneses"))) == [
        ("poloneses", "STATE", "demonym", "state/POL")
    ]


def test_demonym_of_another_word_stays_apart(pt: CommunityFinder) -> None:
    assert [row[0] for row in read(pt(doc("pt", "rebeldes", "poloneses", head=2)))] == ["poloneses"]
