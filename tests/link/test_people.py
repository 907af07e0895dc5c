import datetime

import pytest
from annotations import annotate, mention, title
from hypothesis import given
from hypothesis import strategies as st
from parses import blank, parse
from spacy.tokens import Doc

from kg.link.offices import Holding
from kg.link.people import PeopleLinker, fullest
from kg.ontology.namespaces import BASE

PUTIN, LAVROV = f"{BASE}person/vladimir-putin", f"{BASE}person/sergei-lavrov"


@pytest.fixture(scope="module")
def linker() -> PeopleLinker:
    return PeopleLinker(blank("en"), "identities")


def doc(*people: str, states: tuple[str, ...] = (), year: int | None = None) -> Doc:
    """Names of people and states in a row, a sentence each state and person together."""
    names = [*people, *states]
    words = [word for name in names for word in name.split()]
    found = parse("en", [(word, word.lower(), "PROPN", "dep", 0) for word in words])
    found.user_data["published"] = datetime.date(year, 6, 15) if year else None
    start = 0
    for i, name in enumerate(names):
        end = start + len(name.split())
        if i < len(people):
            mention(found, start, end, "PERSON")
        else:
            mention(found, start, end, "STATE", f"{BASE}state/{name}")
        start = end
    annotate(found)
    return found


def linked(linker: PeopleLinker, found: Doc) -> list[str]:
    """What the people of a Doc are linked to, after the base."""
    people = [span for span in linker(found).spans["mentions"] if span.label_ == "PERSON"]
    return [span.kb_id_.removeprefix(f"{BASE}person/") for span in people]


def test_short_name_is_the_full_one() -> None:
    assert fullest("Lobo", ["Ana Maria Lobo", "Ana Lobo"]) == "Ana Maria Lobo"


def test_name_of_two_people_stays_short() -> None:
    assert fullest("Lobo", ["Ana Lobo", "Rui Lobo"]) == "Lobo"


def test_full_name_is_its_own() -> None:
    assert fullest("Ana Lobo", ["Ana Lobo"]) == "Ana Lobo"


def test_short_and_full_name_meet(linker: PeopleLinker) -> None:
    assert linked(linker, doc("Ana Lobo", "Lobo")) == ["XX/ana-lobo", "XX/ana-lobo"]


@pytest.mark.parametrize("spelling", ["Vladimir Putin", "Wladimir Putin", "Vladimir Poutine"])
def test_every_spelling_is_one_person(linker: PeopleLinker, spelling: str) -> None:
    assert linked(linker, doc(spelling)) == ["vladimir-putin"]


def test_surname_of_a_leader_in_office(linker: PeopleLinker) -> None:
    assert linked(linker, doc("Putin", states=("RUS",), year=2015)) == ["vladimir-putin"]


def test_surname_alone_is_nobody_elsewhere(linker: PeopleLinker) -> None:
    one, other = doc("Lobo"), doc("Lobo")
    one.user_data["article"], other.user_data["article"] = "a", "b"
    assert linked(linker, one) != linked(linker, other)


def test_the_day_tells_father_from_son(linker: PeopleLinker) -> None:
    assert linked(linker, doc("Bush", states=("USA",), year=1990)) == ["george-h-w-bush"]
    assert linked(linker, doc("Bush", states=("USA",), year=2005)) == ["george-w-bush"]


def test_a_title_of_another_state_is_of_a_namesake(linker: PeopleLinker) -> None:
    found = doc("Vladimir Putin")
    (person,) = found.spans["mentions"]
    president = title(found, 0, 1, f"{BASE}office/president")
    found._.holdings = [Holding(president, person, None, "BRA")]
    assert linked(linker, found) == ["BRA/vladimir-putin"]
    assert found._.countries == {f"{BASE}person/BRA/vladimir-putin": "BRA"}


def test_his_country_is_that_of_the_person_before(linker: PeopleLinker) -> None:
    found = doc("Vladimir Putin", "Ana Lobo")
    minister = title(found, 2, 3, f"{BASE}office/foreign-minister")
    found._.holdings = [Holding(minister, None, found[3:4], None, own_country=True)]
    linker(found)
    assert found._.holdings[0].country == "RUS"


def test_a_word_that_is_no_name_is_dropped(linker: PeopleLinker) -> None:
    found = parse("en", [("Rice", "rice", "PROPN", "ROOT", 0)])
    mention(found, 0, 1, "PERSON", f"{BASE}person/condoleezza-rice", kind="short")
    annotate(found)
    assert list(linker(found).spans["mentions"]) == []


@given(st.permutations(["Vladimir Putin", "Ana Lobo", "Lobo", "Putin", "Kofi Annan", "Annan"]))
def test_the_order_of_the_names_does_not_count(linker: PeopleLinker, names: list[str]) -> None:
    found = dict(zip(names, linked(linker, doc(*names)), strict=True))
    assert found["Putin"] == found["Vladimir Putin"] == "vladimir-putin"
    assert found["Lobo"] == found["Ana Lobo"] == "XX/ana-lobo"
    assert found["Annan"] == found["Kofi Annan"] == "kofi-annan"


@given(st.permutations([("Putin",), ("Bush", "USA"), ("Ana Lobo",), ("Zelensky", "UKR")]))
def test_the_order_of_the_articles_does_not_count(
    linker: PeopleLinker, articles: list[tuple[str, ...]]
) -> None:
    read = {one: linked(linker, doc(one[0], states=one[1:], year=2005)) for one in articles}
    assert read == {
        ("Putin",): ["vladimir-putin"],
        ("Bush", "USA"): ["george-w-bush"],
        ("Ana Lobo",): ["XX/ana-lobo"],
        ("Zelensky", "UKR"): read["Zelensky", "UKR"],
    }
