"""A cluster of reports as one event: what they tell together, to the finest that any tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from kg.edtf import to_span
from kg.graph.merge.actors import is_mutual
from kg.graph.merge.reports import Report
from kg.ontology.classes import event_class
from kg.types import Modality

_MODALITIES: tuple[str, ...] = get_args(Modality)
_FOREVER = 10**9
_Value = TypeVar("_Value", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """What happened, as its reports tell it. Every tuple is sorted and without repetition."""

    reports: tuple[str, ...]
    """IRIs."""
    types: tuple[str, ...]
    """Local names of the finest classes."""
    polarity: str
    modality: str
    """The firmest of the reports'."""
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_texts: tuple[str, ...]
    """The words for the sources of one report, where no report gives an entity."""
    target_texts: tuple[str, ...]
    places: tuple[str, ...]
    """IRIs, without those that another of them lies in."""
    place_texts: tuple[tuple[str, str], ...]
    """(language, words) for the place, where no report gives one that is known."""
    deniers: tuple[str, ...]
    """IRIs of those who deny it."""
    time: str | None
    """EDTF: the shortest of the reported times."""
    quantities: tuple[str, ...]
    tolls: tuple[tuple[str, str], ...]
    """(what became of people, IRI of the quantity); several where reports differ."""
    links: tuple[tuple[str, str], ...]
    """(relation, IRI of a report of the other event)."""
    tellings: int
    """Articles that tell of it; those that print the same story count once."""
    outlets: int
    """Who published these; an article that does not say is its own."""


def merge_cluster(reports: Sequence[Report]) -> MergedEvent:
    """What the reports of one event tell together.

    reports: at least one, all of one polarity, sorted by IRI.
    """
    sources, targets = _orient(reports)
    places = _finest_places(reports)
    return MergedEvent(
        reports=tuple(report.iri for report in reports),
        types=_finest_types({report.type for report in reports}),
        polarity=reports[0].polarity,
        modality=min((r.modality for r in reports), key=_MODALITIES.index),
        sources=tuple(sorted(sources)),
        targets=tuple(sorted(targets)),
        source_texts=() if sources else _first(report.source_texts for report in reports),
        target_texts=() if targets else _first(report.target_texts for report in reports),
        places=places,
        place_texts=() if places else _unique((r.lang, t) for r in reports for t in r.place_texts),
        deniers=_unique(actor.iri for report in reports for actor in report.deniers),
        time=min((r.time for r in reports if r.time), key=_precision, default=None),
        quantities=_unique(amount.iri for report in reports for amount in report.amounts),
        tolls=_unique(toll for report in reports for toll in report.tolls),
        links=_unique(link for report in reports for link in report.links),
        tellings=len({report.story for report in reports}),
        outlets=len({report.outlet or report.article for report in reports}),
    )


def _orient(reports: Sequence[Report]) -> tuple[set[str], set[str]]:
    """Sources and targets. Of a mutual act each actor stands on one side only.

    The side is that in the report that names most actors: "X met Y" and "Y met X" are one event,
    and no actor meets itself.
    """
    sides: tuple[set[str], set[str]] = (set(), set())
    mutual = any(is_mutual(report) for report in reports)
    for report in sorted(reports, key=lambda r: (-len(r.sources + r.targets), r.iri)):
        for side, actors in zip(sides, (report.sources, report.targets), strict=True):
            taken = sides[0] | sides[1] if mutual else set()
            side |= {actor.iri for actor in actors} - taken
    return sides


def _finest_types(types: set[str]) -> tuple[str, ...]:
    coarse = {name for finer in types for name in event_class(finer).ancestors}
    return tuple(sorted(types - coarse))


def _finest_places(reports: Iterable[Report]) -> tuple[str, ...]:
    places = {place for report in reports for place in report.places}
    around = {place for report in reports for place in report.around}
    return tuple(sorted(places - around))


def _unique(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(sorted(set(values)))


def _precision(edtf: str) -> tuple[int, str]:
    return to_span(edtf).days or _FOREVER, edtf


def _first(texts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((found for found in texts if found), ())
