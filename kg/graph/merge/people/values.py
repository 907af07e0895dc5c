"""What people are compared by, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.ontology.namespaces import BASE

PEOPLE = f"{BASE}person/"


def is_known(iri: str) -> bool:
    """Is a person an entry of the gazetteer? Other people have a folder for their state."""
    return "/" not in iri.removeprefix(PEOPLE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that an article says a person holds."""

    kind: str
    """Last part of the IRI of its kind, or the words of a title that is of no known kind."""
    of: str | None = None
    """IRI of the state or organisation."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person under one IRI, with all that the articles say."""

    iri: str
    full: frozenset[str] = frozenset()
    """Slugs of the names of two words and more."""
    alone: frozenset[str] = frozenset()
    """Slugs of the names of one word, such as a surname."""
    countries: frozenset[str] = frozenset()
    """IRIs of the states whose offices articles give them, or that the gazetteer does."""
    offices: frozenset[Office] = frozenset()
    articles: frozenset[str] = frozenset()
    """IRIs of the articles that name them."""
    named: Mapping[str, float] = field(default_factory=dict)
    """IRI of a state to the share of those articles that name it."""
