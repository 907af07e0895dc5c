from datetime import date

import pytest

from kg.link import features
from kg.link.bearers import Bearer, People, block, sound
from kg.link.features import Context, StatedOffice, weigh
from kg.ontology.namespaces import BASE

PUTIN = Bearer(f"{BASE}person/vladimir-putin", spelling=1.0)
PRESIDENT, LEADER = f"{BASE}office/president", f"{BASE}office/leader"


def test_full_and_short_names_say_how_a_name_fits() -> None:
    short = Bearer(PUTIN.iri, compatriots=True)
    assert set(weigh(PUTIN, Context())) == {"full_name", "leader"}
    assert set(weigh(short, Context())) == {"short_name", "one_country", "leader"}


@pytest.mark.parametrize(("day", "value"), [("2015-06-01", 1.0), ("1985-06-01", 0.0), (None, 0.0)])
def test_in_office(day: str | None, value: float) -> None:
    context = Context(published=date.fromisoformat(day) if day else None)
    assert features.in_office(PUTIN, context) == value


@pytest.mark.parametrize(("day", "value"), [("2015-06-01", 0.0), ("1950-06-01", 1.0), (None, 0.0)])
def test_long_gone(day: str | None, value: float) -> None:
    context = Context(published=date.fromisoformat(day) if day else None)
    assert features.long_gone(PUTIN, context) == value


@pytest.mark.parametrize(
    ("kind", "day", "value"),
    [
        (PRESIDENT, "2015-06-01", 1.0),
        (PRESIDENT, "2010-06-01", 0.7),
        (PRESIDENT, None, 1.0),
        (LEADER, "2015-06-01", 1.0),
        (f"{BASE}office/pope", "2015-06-01", 0.0),
    ],
)
def test_stated_office(kind: str, day: str | None, value: float) -> None:
    context = Context(
        published=date.fromisoformat(day) if day else None,
        offices=frozenset([StatedOffice(kind, None)]),
    )
    assert features.stated_office(PUTIN, context) == value


@pytest.mark.parametrize(("country", "value"), [("RUS", 0.0), ("BRA", 1.0), (None, 0.0)])
def test_other_country(country: str | None, value: float) -> None:
    context = Context(offices=frozenset([StatedOffice(PRESIDENT, country)]))
    assert features.other_country(PUTIN, context) == value


def test_country_near_counts_more_in_the_sentence() -> None:
    assert features.country_near(PUTIN, Context(near=frozenset(["RUS"]))) == 1.0
    assert features.country_near(PUTIN, Context(mentioned=frozenset(["RUS"]))) == 0.5
    assert features.country_near(PUTIN, Context(near=frozenset(["BRA"]))) == 0.0


@pytest.mark.parametrize(
    "names",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenski"),
        ("Chernomyrdin", "Tchernomyrdin"),
        ("Yeltsin", "Ieltsin"),
        ("Khamenei", "Khamenej"),
    ],
)
def test_transliterations_sound_alike(names: tuple[str, ...]) -> None:
    sounds = {sound(name.lower()) for name in names}
    assert len(sounds) == 1


def test_unlike_names_do_not() -> None:
    assert sound("putin") != sound("patten")
    assert block("ana-lobo") != block("rui-lobo")


def test_people_are_found_in_full_for_short_and_by_sound() -> None:
    people = People([("Guennadi Ziuganov", "x", False), ("Ziuganov", "x", True)])
    assert people.find("Guennadi Ziuganov") == [Bearer("x", spelling=1.0)]
    assert people.find("Ziuganov")[0].spelling == 0.0
    assert 0.9 <= people.find("Gennady Zyuganov")[0].spelling < 1.0
    assert people.find("Ana Lobo") == []
