"""Names of people in articles into people: one IRI for each, whatever the article called them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.merge.joining import (
    NO_DECISIONS,
    Decisions,
    Groups,
    Judgement,
    Measure,
    join_pairs,
)
from kg.graph.merge.people.features import at_odds, weigh
from kg.graph.merge.people.pairs import find_pairs
from kg.graph.merge.people.values import Person, is_known
from kg.graph.merge.settings import load_settings


@dataclass(frozen=True, slots=True)
class People:
    """Who is who."""

    canonical: Mapping[str, str]
    """Every other IRI of a person to the one that stands for all."""
    same: tuple[Judgement, ...] = ()
    """By which rules joined them."""
    unsure: tuple[Judgement, ...] = ()
    """Who could be one, but stays apart."""


def cluster_people(people: Sequence[Person], decisions: Decisions = NO_DECISIONS) -> People:
    """Find who is the same; the order of the people never shows."""
    pairs = find_pairs(people, window=load_settings().people.window)
    groups = join_pairs(people, pairs, measure_people(), decisions)
    return People(_name_groups(groups), groups.same, groups.unsure)


def measure_people() -> Measure[Person]:
    """How people are compared."""
    return Measure(weigh, at_odds, _kind, load_settings().people.limits)


def _kind(person: Person) -> Hashable:
    return person.iri


def _name_groups(groups: Groups[Person]) -> Mapping[str, str]:
    canonical: dict[str, str] = {}
    for members in groups.members:
        best = min(members, key=_information)
        canonical |= {person.iri: best.iri for person in members if person is not best}
    return canonical


def _information(person: Person) -> tuple[bool, bool, bool, str]:
    """The gazetteer's person first, then one with a state, then a full name, then the IRI."""
    return not is_known(person.iri), not person.countries, not person.full, person.iri
