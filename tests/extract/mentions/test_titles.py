import pytest
from annotations import mention
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.extract.mentions.titles import TitleFinder
from kg.ontology.namespaces import BASE

KINDS = {"a": "ADP", "n": "NOUN", "p": "PROPN", "v": "VERB", "d": "DET", "j": "ADJ", "c": "CCONJ"}


@pytest.fixture(scope="module")
def pt() -> TitleFinder:
    return TitleFinder(blank("pt"), "titles")


@pytest.fixture(scope="module")
def en() -> TitleFinder:
    return TitleFinder(blank("en"), "titles")


def doc(lang: str, marked: str) -> Doc:
    """Words as `word/kind`, kind the first letter of the part of speech."""
    rows: list[Row] = []
    for row in marked.split():
        word, _, kind = row.rpartition("/")
        rows.append((word, word.lower(), KINDS.get(kind, "PUNCT"), "dep", 0))
    return parse(lang, rows)


def titles(found: Doc) -> list[tuple[str, str]]:
    return [(s.text, s.kb_id_.removeprefix(f"{BASE}office/")) for s in found.spans["titles"]]


def people(found: Doc) -> list[str]:
    return [span.text for span in found.spans["mentions"] if span.label_ == "PERSON"]


def test_title_and_the_person_after_it(pt: TitleFinder) -> None:
    found = pt(doc("pt", "o/d presidente/n Rui/p Salgado/p falou/v"))
    assert titles(found) == [("presidente", "president")]
    assert people(found) == ["Rui Salgado"]


def test_particle_inside_a_name(pt: TitleFinder) -> None:
    found = pt(doc("pt", "o/d presidente/n Rui/p da/a Mata/p falou/v"))
    assert people(found) == ["Rui da Mata"]


@pytest.mark.parametrize(("number", "names"), [("Sing", ["Costa e Silva"]), ("Plur", ["Costa"])])
def test_and_after_a_title_in_the_plural_is_no_part_of_a_name(
    pt: TitleFinder, number: str, names: list[str]
) -> None:
    found = doc("pt", "o/d presidente/n Costa/p e/c Silva/p falou/v")
    found[1].set_morph(f"Number={number}")  # type: ignore[attr-defined]
    assert people(pt(found)) == names


def test_longest_title_wins(en: TitleFinder) -> None:
    found = en(doc("en", "the/d foreign/j minister/n spoke/v"))
    assert titles(found) == [("foreign minister", "foreign-minister")]


def test_portfolio_completes_a_minister(pt: TitleFinder) -> None:
    found = pt(doc("pt", "o/d ministro/n da/a Pesca/p e/c Portos/p disse/v"))
    assert [text for text, _ in titles(found)] == ["ministro da Pesca e Portos"]


def test_state_is_no_portfolio(pt: TitleFinder) -> None:
    found = doc("pt", "o/d ministro/n da/a Polônia/p disse/v")
    mention(found, 3, 4, "STATE", f"{BASE}state/POL")
    assert [text for text, _ in titles(pt(found))] == ["ministro"]


def test_organisation_inside_a_title_is_dropped(pt: TitleFinder) -> None:
    found = doc("pt", "o/d ministro/n da/a Pesca/p disse/v")
    mention(found, 3, 4, "ORG")
    assert list(pt(found).spans["mentions"]) == []


def test_word_of_a_name_is_no_title(pt: TitleFinder) -> None:
    found = doc("pt", "a/d rua/n Presidente/p fechou/v")
    mention(found, 1, 3, "PLACE")
    assert titles(pt(found)) == []


def test_person_does_not_replace_what_the_gazetteer_knows(en: TitleFinder) -> None:
    found = doc("en", "president/n Oslo/p spoke/v")
    mention(found, 1, 2, "PLACE", f"{BASE}place/NOR/oslo")
    assert people(en(found)) == []


def test_blanks_round_a_hyphen_do_no_harm(en: TitleFinder) -> None:
    assert titles(en(doc("en", "the/d vice/n -/x president/n spoke/v")))


@pytest.mark.parametrize("label", ["PERSON", "PLACE"])
def test_portfolio_run_together_with_a_name(pt: TitleFinder, label: str) -> None:
    found = doc("pt", "o/d ministro/n de/a Transportes/p Rui/p Salgado/p disse/v")
    mention(found, 3, 6, label)
    assert people(pt(found)) == ["Rui Salgado"]
    assert titles(found)[0][0] == "ministro de Transportes"


def test_president_has_no_portfolio(pt: TitleFinder) -> None:
    found = doc("pt", "o/d presidente/n de/a Santa/p Rosa/p Nova/p disse/v")
    mention(found, 3, 6, "PLACE")
    assert people(pt(found)) == []
