from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.gazetteer_search import search_gazetteer
from kg.ontology.namespaces import BASE


def first(name: str, **options: object) -> str:
    return search_gazetteer(name, limit=1, **options)[0].entry.iri.removeprefix(str(BASE))


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Brazil", "state/BRA"),
        ("BRASIL", "state/BRA"),
        ("rússia", "state/RUS"),
        ("Russie", "state/RUS"),
        ("coreia do norte", "state/PRK"),
        ("NATO", "organisation/north-atlantic-treaty-organization"),
        ("Angela Merkel", "person/angela-merkel"),
        ("Zelenskij", "person/volodymyr-zelenskyy"),
        ("Afghanstan", "state/AFG"),
        ("Kreml", "place/RUS/kremlin"),
    ],
)
def test_accents_case_starts_and_slips_find_it(name, iri):
    assert first(name) == iri


def test_the_same_name_comes_first_and_states_before_places():
    found = search_gazetteer("Georgia")
    assert [one.entry.type for one in found[:2]] == ["STATE", "PLACE"]
    assert found[0].score == 1
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_names_of_one_language_only():
    assert first("Alemanha", lang="pt") == "state/DEU"
    assert all(
        one.entry.iri != f"{BASE}state/DEU" for one in search_gazetteer("Alemanha", lang="en")
    )


def test_all_names_by_language_labels_first():
    [state] = search_gazetteer("Russia", limit=1)
    assert state.names["pt"][:2] == ("Rússia", "Federação Russa")
    assert "russas" in state.names["pt"]


def test_offices_and_who_holds_them_on_a_day():
    [merkel] = search_gazetteer("Angela Merkel", day=date(2021, 1, 1), limit=1)
    [chancellor] = [held for held in merkel.offices if held.title == "chancellor"]
    assert (chancellor.owner, chancellor.on_day) == ("Germany", True)
    assert [held for held in merkel.offices if held.on_day] == [chancellor]
    [merkel] = search_gazetteer("Angela Merkel", lang="pt", limit=1)
    assert {held.owner for held in merkel.offices} >= {"Alemanha"}
    assert not any(held.on_day for held in merkel.offices)


@pytest.mark.parametrize("name", ["", "?", "qqxqqzqq"])
def test_nothing_is_called_like_that(name):
    assert search_gazetteer(name) == []


@settings(max_examples=15)
@given(st.sampled_from([entry.iri for entry in load_gazetteer().entries()]))
def test_everyone_is_found_by_the_label(iri):
    label = load_gazetteer().entry(iri).label("pt")
    same = [one.entry.iri for one in search_gazetteer(label, limit=20) if one.score == 1]
    assert iri in same
