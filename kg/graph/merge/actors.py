"""Whether the actors of two reports can be the same: by name, or by the state they act for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.graph.merge.reports import Actor, Report
from kg.ontology.classes import event_class

SAME = 1.0
ACTS_FOR = 0.8


@dataclass(frozen=True, slots=True)
class Match:
    """How the actors of two reports pair up, one to one."""

    agreement: float
    """Sum over the pairs: 1 for the same entity, 0.8 for a state and who acts for it."""
    size: int
    """Actors of the report that names more of them."""
    clash: bool
    """Whether each report names an actor that the other has no place for."""


def match_actors(a: Report, b: Report) -> Match:
    """Pair the actors of two reports: each role by itself, or all together for mutual acts."""
    if is_mutual(a) or is_mutual(b):
        return _match_sides(a.sources + a.targets, b.sources + b.targets)
    sources = _match_sides(a.sources, b.sources)
    targets = _match_sides(a.targets, b.targets)
    return Match(
        sources.agreement + targets.agreement,
        max(len(a.sources + a.targets), len(b.sources + b.targets)),
        sources.clash or targets.clash,
    )


def is_mutual(report: Report) -> bool:
    """Whether its class holds both ways, so that either actor may be told as the source."""
    return event_class(report.type).symmetric


@lru_cache(maxsize=65536)
def _match_sides(a: Sequence[Actor], b: Sequence[Actor]) -> Match:
    pairs = sorted((-alike(x, y), x.iri, y.iri) for x in set(a) for y in set(b))
    left, right = {actor.iri for actor in a}, {actor.iri for actor in b}
    size, agreement = max(len(left), len(right)), 0.0
    for negative, x, y in pairs:
        if negative and x in left and y in right:
            left.remove(x)
            right.remove(y)
            agreement -= negative
    return Match(agreement, size, bool(left and right))


def alike(a: Actor, b: Actor) -> float:
    """Can two actors stand for the same: 1, 0.8 for a state and who acts for or lies in it, 0."""
    if a.iri == b.iri:
        return SAME
    if not a.countries & b.countries:
        return 0.0
    kinds = {a.kind, b.kind}
    return ACTS_FOR if "state" in kinds or kinds == {"place", "named"} else 0.0
