import pytest

from kg.errors import DataError
from kg.link.regions import load_regions, read_regions
from kg.ontology.cities import load_cities, read_city
from kg.slug import slug


def test_an_abbreviation_can_mean_several_regions() -> None:
    data = {"regions": {"BRA": {"Pará": ["PA"]}, "USA": {"Pennsylvania": ["PA", "Pa."]}}}
    assert read_regions(data) == {
        "PA": {("BRA", "para"), ("USA", "pennsylvania")},
        "Pa.": {("USA", "pennsylvania")},
    }


def test_another_format_is_told() -> None:
    with pytest.raises(DataError, match="regions"):
        read_regions({"regions": {"BRA": ["PA"]}})


def test_the_regions_are_those_of_the_cities() -> None:
    lines = load_cities().table.splitlines()
    rows = [line for line in lines if "\tBRA\t" in line or "\tUSA\t" in line]
    known = {(city.country, slug(city.region)) for city in map(read_city, rows)}
    unnamed = {("BRA", "distrito-federal"), ("USA", "district-of-columbia")}
    assert frozenset().union(*load_regions().values()) <= known | unnamed
