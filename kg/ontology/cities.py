"""The cities of the world by name: ``ontologies/cities.tsv``, read when the first one is asked for.

Not part of the gazetteer's names: 34,000 more of them would slow every start, and a small town is
called like any surname. They are looked up for what stands in a text as a place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kg.errors import DataError
from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import BASE
from kg.slug import slug

FILE = "cities.tsv"


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames."""

    iri: str
    """That of the gazetteer for a city that both know."""
    country: str
    """ISO 3166-1 alpha-3."""
    name: str
    """As in English, where English has a name for it."""
    slugs: tuple[str, ...]
    """Its names in whatever language, `name` first."""
    region: str
    """The state, province or the like that it lies in, without accents; "" when not known."""
    latitude: float
    """Degrees of WGS 84, as is the longitude."""
    longitude: float
    population: int
    geonames: int


class Cities:
    """All cities, by name and by IRI.

    A row is found by searching the text of the table: 1 ms for a name, where an index of all of
    them would cost 200 ms once, more than most runs have to look up.
    """

    def __init__(self, table: str) -> None:
        """table: rows of cells separated by tabs, names between bars ("|moscow|moscou|")."""
        self.table = f"\n{table.strip()}\n"
        self._found: dict[str, list[City]] = {}

    def find(self, name: str) -> list[City]:
        """The cities of a name, largest first; accents and case do not count."""
        key = slug(name)
        if key not in self._names:
            return []
        if key not in self._found:  # the same few places come again and again
            cities = [read_city(row) for row in self._rows(f"|{key}|")]
            self._found[key] = sorted(cities, key=lambda city: (-city.population, city.iri))
        return self._found[key]

    def get(self, iri: str) -> City | None:
        """The city of an IRI, None when there is none."""
        country, _, last = iri.removeprefix(f"{BASE}place/").partition("/")
        row = next(self._rows(f"\n{last}\t{country}\t"), None)
        return None if row is None else read_city(row)

    @cached_property
    def _names(self) -> frozenset[str]:
        """Every name, and what else stands between bars: most that are asked for are no city's."""
        return frozenset(self.table.split("|"))

    def _rows(self, text: str) -> Iterator[str]:
        """The rows that a text stands in, or begins with its line break."""
        at = self.table.find(text)
        while at >= 0:
            start = self.table.rfind("\n", 0, at + 1) + 1
            end = self.table.index("\n", at + 1)
            yield self.table[start:end]
            at = self.table.find(text, end)


def read_city(row: str) -> City:
    """A line of the table as a value. Raises DataError when it breaks the format."""
    try:
        last, country, name, names, region, latitude, longitude, people, geonames = row.split("\t")
        return City(
            iri=f"{BASE}place/{country}/{last}",
            country=country,
            name=name,
            slugs=tuple(names.strip("|").split("|")),
            region=region,
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(people),
            geonames=int(geonames),
        )
    except ValueError as error:
        raise DataError(f"ontologies/{FILE}: {row!r}: {error}: write the file anew.") from error


@cache
def load_cities() -> Cities:
    """The cities of ``ontologies/``, read once."""
    return Cities((ontology_dir() / FILE).read_text(encoding="utf8"))
