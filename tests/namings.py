"""People to compare, made by hand."""

from kg.graph.merge.people.values import PEOPLE, Office, Person
from kg.slug import slug

STATE = "https://w3id.org/geopolitical-kg/state/"


def person(
    name: str,
    country: str | None = None,
    office: str | None = None,
    *,
    of: str | None = None,
    article: str | None = None,
    known: bool = False,
    near: tuple[str, ...] = (),
) -> Person:
    """Somebody as one article of their own names them, unless it is given.

    country, near: codes of their state, and of the states that the article names.
    """
    source = article or f"article/{name}/{country}"
    end = slug(name) if " " in name else f"{slug(name)}-{slug(source)}"
    folder = "" if known else f"{country or 'XX'}/"
    return Person(
        iri=f"{PEOPLE}{folder}{end}",
        full=frozenset([slug(name)] if " " in name else []),
        alone=frozenset([] if " " in name else [slug(name)]),
        countries=frozenset([STATE + country] if country else []),
        offices=frozenset([Office(office, STATE + (of or country or ""))] if office else []),
        articles=frozenset([source]),
        named={STATE + code: 1.0 for code in near},
    )
