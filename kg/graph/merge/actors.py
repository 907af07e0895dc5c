"""Whether the actors of two reports can be the same: by name, or by the state they act for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.graph.merge.reports import Actor, Report
from kg.ontology.classes import event_class

SAME = 1.0
ACTS_FOR = 0.85


@dataclass(frozen=True, slots=True)
class Match:
    """How the actors of two reports pair up, one to one."""

    agreement: float
    """Sum over the pairs: 1 for the same entity, 0.85 for a state and who acts for it."""
    size: int
    """Actors of the report that names more of them."""
    open: int
    """Of these the ones in a role of which the other report tells nothing."""
    unlinked: int
    """Of the others the ones in a role of which the other report has words alone."""
    clash: bool
    """Whether each report names an actor that the other has no place for."""

    @property
    def share(self) -> float:
        """From 0 to 1; an actor of whom the other report tells nothing counts a quarter.

        One in a role of which it has only words, such as "the ship", counts a half.
        """
        known = self.size - 0.75 * self.open - 0.5 * self.unlinked
        return self.agreement / known if self.size else 0.0


def match_actors(a: Report, b: Report) -> Match:
    """Pair the actors of two reports: each role by itself, or all together for mutual acts."""
    if is_mutual(a) or is_mutual(b):
        silent = _is_silent(a) or _is_silent(b)
        return _match_sides(a.sources + a.targets, b.sources + b.targets, silent)
    silent = not (a.sources + a.source_texts) or not (b.sources + b.source_texts)
    sources = _match_sides(a.sources, b.sources, silent)
    silent = not (a.targets + a.target_texts) or not (b.targets + b.target_texts)
    targets = _match_sides(a.targets, b.targets, silent)
    return Match(
        sources.agreement + targets.agreement,
        sources.size + targets.size,
        sources.open + targets.open,
        sources.unlinked + targets.unlinked,
        sources.clash or targets.clash,
    )


def _is_silent(report: Report) -> bool:
    """Is only one side of a mutual act told?"""
    return not (report.sources + report.source_texts) or not (report.targets + report.target_texts)


def is_mutual(report: Report) -> bool:
    """Whether its class holds both ways, so that either actor may be told as the source."""
    return event_class(report.type).symmetric


@lru_cache(maxsize=65536)
def _match_sides(a: Sequence[Actor], b: Sequence[Actor], silent: bool) -> Match:
    """silent: whether one of the reports tells nothing of a role."""
    a, b = _parties(a), _parties(b)
    pairs = sorted((-alike(x, y), x.iri, y.iri) for x in a for y in b)
    left, right = {actor.iri for actor in a}, {actor.iri for actor in b}
    size, agreement = max(len(left), len(right)), 0.0
    for negative, x, y in pairs:
        if negative and x in left and y in right:
            left.remove(x)
            right.remove(y)
            agreement -= negative
    rest = len(left or right)
    unlinked = 0 if silent or (a and b) else rest
    return Match(agreement, size, rest if silent else 0, unlinked, bool(left and right))


def _parties(actors: Sequence[Actor]) -> Sequence[Actor]:
    """The actors without the states for which others of them act: "Putin" and "Russia" are one."""
    spoken_for = {state for actor in actors if actor.kind != "state" for state in actor.countries}
    return [actor for actor in set(actors) if actor.iri not in spoken_for]


def alike(a: Actor, b: Actor) -> float:
    """Can two actors stand for the same: 1, 0.85 for a state and who acts for or lies in it, 0."""
    if a.iri == b.iri:
        return SAME
    if not a.countries & b.countries:
        return 0.0
    kinds = {a.kind, b.kind}
    return ACTS_FOR if "state" in kinds or kinds == {"place", "named"} else 0.0
