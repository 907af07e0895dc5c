import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.ontology.cities import Cities, City, load_cities, read_city
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import BASE

TABLE = """\
# a comment
id\tcountry\tname\tnames\tregion\tlatitude\tlongitude\tpopulation\tgeonames
ulm\tAUT\tUlm\t|ulm|ulma|\tTyrol\t47.1\t11.2\t20000\t7
ulm\tDEU\tUlm\t|ulm|ulma|\tBaden\t48.4\t9.9\t120000\t5
ulm-6\tDEU\tUlm\t|ulm|\tHesse\t50.0\t8.0\t16000\t6
"""


def test_a_name_gives_its_cities_largest_first() -> None:
    cities = Cities(TABLE)
    assert [city.geonames for city in cities.find("ULM")] == [5, 7, 6]
    assert [city.geonames for city in cities.find("Ulma")] == [5, 7]
    assert cities.find("Ul") == cities.find("") == []


def test_an_iri_gives_its_city() -> None:
    cities = Cities(TABLE)
    assert cities.get(f"{BASE}place/DEU/ulm-6") == City(
        f"{BASE}place/DEU/ulm-6", "DEU", "Ulm", ("ulm",), "Hesse", 50.0, 8.0, 16000, 6
    )
    assert cities.get(f"{BASE}place/AUT/ulm").geonames == 7  # type: ignore[union-attr]
    assert cities.get(f"{BASE}place/FRA/ulm") is None
    assert cities.get(f"{BASE}state/DEU") is None


def test_a_broken_row_is_told() -> None:
    with pytest.raises(DataError, match=r"cities\.tsv"):
        read_city("ulm\tDEU")


def test_every_city_lies_on_earth_in_a_known_state() -> None:
    cities = load_cities()
    rows = [line for line in cities.table.splitlines() if line and line[0] not in "#"][1:]
    found = [read_city(row) for row in rows]
    assert len(found) > 30_000
    assert len({city.iri for city in found}) == len(found)
    for code in {city.country for city in found}:
        assert load_gazetteer().state(code)
    assert all(abs(city.latitude) <= 90 and abs(city.longitude) <= 180 for city in found)


@given(st.text())
def test_any_text_can_be_looked_up(text: str) -> None:
    cities = load_cities()
    assert all(cities.get(city.iri) == city for city in cities.find(text))


def test_a_city_of_the_gazetteer_has_its_iri() -> None:
    assert f"{BASE}place/RUS/moscow" in [city.iri for city in load_cities().find("Moskva")]
