"""Reasons to link a name: small features, each a number between 0 and 1.

The first line of each docstring is the explanation that `kg explain` gives; the weights are in
``ontologies/linking.yaml``. In the manner of nomenklatura's logic matcher.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.edtf import Span
from kg.link.bearers import Bearer
from kg.link.settings import load_settings
from kg.ontology.gazetteer import load_gazetteer

LONG = 10 * 366
"""Days after which an office says nothing any more."""


@dataclass(frozen=True, slots=True)
class StatedOffice:
    """A title beside a name."""

    kind: str
    """IRI of the kind of office."""
    country: str | None
    """ISO 3166-1 alpha-3."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says around a name."""

    published: date | None = None
    offices: frozenset[StatedOffice] = frozenset()
    """Titles that stand beside the name."""
    near: frozenset[str] = frozenset()
    """ISO codes of the states named in its sentences, or given by the titles."""
    mentioned: frozenset[str] = frozenset()
    """ISO codes of the states named in the article."""
    named: frozenset[str] = frozenset()
    """IRIs of the people whom the article names in full."""


Feature = Callable[[Bearer, Context], float]


def full_name(bearer: Bearer, context: Context) -> float:
    """Called so in full (1), or in another transliteration (less)."""
    return bearer.spelling


def short_name(bearer: Bearer, context: Context) -> float:
    """Called so for short."""
    return float(bearer.spelling == 0.0)


def one_country(bearer: Bearer, context: Context) -> float:
    """Everybody whom the gazetteer knows by this short name is of one state."""
    return float(bearer.compatriots)


def named_in_full(bearer: Bearer, context: Context) -> float:
    """The article names this person in full elsewhere."""
    return float(bearer.iri in context.named)


def stated_office(bearer: Bearer, context: Context) -> float:
    """Held the office that stands beside the name at that time (1), or ever (0.7)."""
    if not context.offices:
        return 0.0
    held = [
        1.0
        if context.published is None or days_between(term.during, context.published) == 0
        else 0.7
        for term in load_gazetteer().terms(bearer.iri)
        if any(agrees(term.kind, stated.kind) for stated in context.offices)
    ]
    return max(held, default=0.0)


def in_office(bearer: Bearer, context: Context) -> float:
    """In some office on the day of publication (1), or within a year of it (0.5)."""
    away = days_from_office(bearer, context)
    if away is None:
        return 0.0
    return 1.0 if away == 0 else 0.5 if away <= 366 else 0.0


def long_gone(bearer: Bearer, context: Context) -> float:
    """In no office within ten years of the day of publication."""
    away = days_from_office(bearer, context)
    return float(away is not None and away > LONG)


def leader(bearer: Bearer, context: Context) -> float:
    """Was head of a state or of a government."""
    return float(led(bearer.iri))


def country_near(bearer: Bearer, context: Context) -> float:
    """Their state is named in the same sentence (1), or in the article (0.5)."""
    states = countries(bearer.iri)
    return 1.0 if states & context.near else 0.5 if states & context.mentioned else 0.0


def other_country(bearer: Bearer, context: Context) -> float:
    """The title beside the name is of another state."""
    stated = {office.country for office in context.offices if office.country}
    return float(bool(stated) and not stated & countries(bearer.iri))


FEATURES: tuple[Feature, ...] = (
    full_name,
    short_name,
    one_country,
    named_in_full,
    stated_office,
    in_office,
    long_gone,
    leader,
    country_near,
    other_country,
)


def weigh(bearer: Bearer, context: Context) -> dict[str, float]:
    """What each feature that says anything adds to or takes from the score of a bearer."""
    weights = load_settings().weights
    found = {
        feature.__name__: feature(bearer, context) * weights[feature.__name__]
        for feature in FEATURES
    }
    return {name: round(value, 4) for name, value in found.items() if value}


@cache
def led(person: str) -> bool:
    """Did somebody of the gazetteer, by IRI, ever speak for a state?"""
    gazetteer = load_gazetteer()
    return any(gazetteer.speaks_for_state(term.kind) for term in gazetteer.terms(person))


@cache
def countries(person: str) -> frozenset[str]:
    """ISO codes of the state of a person, by IRI, and of those whose offices the person held."""
    gazetteer = load_gazetteer()
    iris = [person, *(term.owner for term in gazetteer.terms(person))]
    return frozenset(code for iri in iris if (code := gazetteer.country(iri)))


def agrees(held: str, stated: str) -> bool:
    """The same kind of office; "leader" says any that speaks for a state, "minister" any minister.

    A vice-president is no president. held, stated: IRIs of kinds of office.
    """
    if held == stated:
        return True
    general, speaks = stated.rsplit("/", 1)[-1], load_gazetteer().speaks_for_state
    if general == "leader":
        return speaks(held)
    return "-" not in general and not speaks(stated) and held.endswith(f"-{general}")


def days_from_office(bearer: Bearer, context: Context) -> int | None:
    """How far the day of publication is from the nearest office; None when nobody can tell."""
    if context.published is None:
        return None
    terms = load_gazetteer().terms(bearer.iri)
    return min((days_between(term.during, context.published) for term in terms), default=None)


def days_between(span: Span, day: date) -> int:
    """Days from a day to a span, 0 inside it."""
    if span.earliest is not None and day < span.earliest:
        return (span.earliest - day).days
    if span.latest is not None and day > span.latest:
        return (day - span.latest).days
    return 0
