"""Which reports are compared with which: few enough that the cost grows with their number.

Sorted neighbourhood in several passes: Hernández and Stolfo, "The merge/purge problem for large
databases", 1995.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from kg.graph.merge.reports import Report
from kg.ontology.classes import event_class

Pair = tuple[Report, Report]
Block = tuple[str, ...]

_ACTORS = 4


def find_pairs(reports: Iterable[Report], *, window: int) -> list[Pair]:
    """Pairs of reports worth comparing, each once, sorted by their IRIs.

    Two reports meet in a block when they share the PLOVER root and an actor, a pair of actors, the
    article, or, without any actor, a place. A block is sorted by day and each report is compared
    with the next in it.
    window: how many next ones; it bounds the pairs to a multiple of the reports.
    """
    blocks: dict[Block, list[Report]] = defaultdict(list)
    for report in reports:
        for block in find_blocks(report):
            blocks[block].append(report)
    pairs = {
        (first, second) if first.iri < second.iri else (second, first)
        for block in blocks.values()
        for first, second in _neighbours(block, window)
    }
    return sorted(pairs, key=lambda pair: (pair[0].iri, pair[1].iri))


def find_blocks(report: Report) -> set[Block]:
    """The blocks of a report: each begins with its PLOVER root."""
    root = event_class(report.type).root
    actors = report.sources + report.targets
    names = sorted({actor.iri for actor in actors})
    states = sorted({state for actor in actors for state in actor.countries})
    places = report.places | report.around if not actors else frozenset()
    keys: list[Block] = [("in", report.article), *(("at", place) for place in places)]
    keys += [(name,) for name in [*names, *states]]
    keys += [*combinations(names[:_ACTORS], 2), *combinations(states[:_ACTORS], 2)]
    return {(root, *key) for key in keys}


def _neighbours(block: Sequence[Report], window: int) -> Iterator[Pair]:
    ordered = sorted(block, key=_position)
    for i, report in enumerate(ordered):
        for other in ordered[i + 1 : i + 1 + window]:
            yield report, other


def _position(report: Report) -> tuple[date, str]:
    """When it happened, or for an undated report when it was told."""
    days = [report.span.earliest, report.span.latest, report.published]
    return next((day for day in days if day is not None), date.min), report.iri
