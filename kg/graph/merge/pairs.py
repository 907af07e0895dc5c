"""Which reports are compared with which: few enough that the cost grows with their number.

Sorted neighbourhood in several passes: Hernández and Stolfo, "The merge/purge problem for large
databases", 1995.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from kg.graph.merge.joining import T
from kg.graph.merge.reports import Report
from kg.ontology.classes import event_class

Pair = tuple[Report, Report]
Block = tuple[str, ...]

_ACTORS = 4


def find_pairs(reports: Iterable[Report], *, window: int) -> list[Pair]:
    """Pairs of reports worth comparing, each once, sorted by their IRIs.

    Two reports meet in a block when they share the PLOVER root and an actor, a pair of actors, the
    article, the words in copies of one story, or, without any actor, a place. A block is sorted by
    day and each report is compared with the next in it.
    window: how many next ones; it bounds the pairs to a multiple of the reports.
    """
    blocks: dict[Block, list[Report]] = defaultdict(list)
    for report in reports:
        for block in find_blocks(report):
            blocks[block].append(report)
    ordered = (sorted(block, key=_position) for block in blocks.values())
    return order_pairs(pair for block in ordered for pair in neighbours(block, window))


def find_blocks(report: Report) -> set[Block]:
    """The blocks of a report: each begins with its PLOVER root."""
    root = event_class(report.type).root
    actors = report.sources + report.targets
    names = sorted({actor.iri for actor in actors})
    states = sorted({state for actor in actors for state in actor.countries})
    places = report.places | report.around if not actors else frozenset()
    keys: list[Block] = [("in", report.article), *(("at", place) for place in places)]
    keys.append(("as", report.story, *report.wording))
    keys += [(name,) for name in [*names, *states]]
    keys += [*combinations(names[:_ACTORS], 2), *combinations(states[:_ACTORS], 2)]
    return {(root, *key) for key in keys}


def neighbours(ordered: Sequence[T], window: int) -> Iterator[tuple[T, T]]:
    """Each thing of a sorted block with so many of the next."""
    for i, thing in enumerate(ordered):
        for other in ordered[i + 1 : i + 1 + window]:
            yield thing, other


def order_pairs(pairs: Iterable[tuple[T, T]]) -> list[tuple[T, T]]:
    """Each pair of IRIs once, the smaller first, sorted."""
    unique: dict[tuple[str, str], tuple[T, T]] = {}
    for a, b in pairs:
        first, second = (a, b) if a.iri < b.iri else (b, a)
        unique[first.iri, second.iri] = first, second
    return [unique[key] for key in sorted(unique)]


def _position(report: Report) -> tuple[date, str]:
    """When it happened, or for an undated report when it was told."""
    days = [report.span.earliest, report.span.latest, report.published]
    return next((day for day in days if day is not None), date.min), report.iri
