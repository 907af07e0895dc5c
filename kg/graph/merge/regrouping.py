"""Reports into events when few of them changed: only what these can bear on is decided again.

Reports bear on each other when rules hold two of them to be one event, or could, when people
decided so, or when one is linked to the other. Groups form within what hangs together so. Where
nothing changed among the reports that hang together, their groups are what they were.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.graph.merge.blocking import Blocks, pair_up
from kg.graph.merge.cells import Cell, Table, find_numbers, make_table
from kg.graph.merge.clusters import measure_reports
from kg.graph.merge.joining import (
    Decisions,
    Groups,
    IriPair,
    join_judged,
    weigh_pairs,
)
from kg.graph.merge.memory import Memory
from kg.graph.merge.reports import Report
from kg.graph.merge.sieve import make_sieve

FindReport = Callable[[str], Report]
Codes: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Reports by event as far as they were decided on again."""

    groups: Groups[Report]
    again: frozenset[str]
    """IRIs of these reports."""
    likely: frozenset[IriPair]
    """Of all reports; see `Memory`."""


def regroup(
    cells: Mapping[str, Cell],
    last: Memory,
    decisions: Decisions,
    find: FindReport,
    *,
    window: int,
) -> Regrouped:
    """Sort reports into events, except those whose events are the same as in the last merge.

    cells: of all articles; those of articles that did not change are the very ones of ``last``.
    find: a report by its IRI.
    window: with how many next ones in a block a report is compared; the same as in the last merge.
    """
    gone = [cell for article, cell in last.cells.items() if cells.get(article) is not cell]
    come = [cell for article, cell in cells.items() if last.cells.get(article) is not cell]
    changed = {iri for cell in (*gone, *come) for iri in cell.reports}
    table = make_table(cells.values())
    kept, asked = _compare(table, gone, changed, last, window)
    judged = list(weigh_pairs(((find(a), find(b)) for a, b in asked), measure_reports()))
    likely = kept.union(judgement.pair for judgement in judged)
    touched = changed | _find_touched(likely, changed, last, decisions)
    edges = chain(likely, decisions.same, *(cell.links for cell in cells.values()))
    again = _follow(edges, touched, set(table.iris))
    pairs = ((find(a), find(b)) for a, b in kept if a in again)
    judged += weigh_pairs(pairs, measure_reports())
    groups = join_judged(map(find, again), judged, measure_reports(), decisions)
    return Regrouped(groups, frozenset(again), likely)


def find_pairs(table: Table, blocks: Blocks, *, window: int) -> Codes:
    """Pairs of reports worth comparing as numbers, sorted: see `kg.graph.merge.pairs`.

    blocks: all of the table, or some. Pairs that are at odds for a plain reason are left out.
    window: with how many next ones a report is compared; it bounds the pairs to a multiple of the
    reports.
    Returns of each pair the place of the first times the number of reports, plus the other's.
    """
    one, other = pair_up(blocks, window=window, sieve=make_sieve(table.rows))
    return one * len(table.iris) + other


def _compare(
    table: Table, gone: Iterable[Cell], changed: set[str], last: Memory, window: int
) -> tuple[frozenset[IriPair], list[IriPair]]:
    """The likely pairs that still are, since neither report changed, and those to be judged."""
    near = find_pairs(table, table.blocks, window=window)
    codes = _find_codes(table, (pair for pair in last.likely if changed.isdisjoint(pair)))
    kept = np.intersect1d(codes, near, assume_unique=True)
    is_changed = np.fromiter((iri in changed for iri in table.iris), np.bool_, len(table.iris))
    one, other = table.split(near)
    asked = near[is_changed[one] | is_changed[other]]
    if numbers := {number for cell in gone for number in find_numbers(cell)}:
        # Where reports went, others stand nearer to each other.
        asked = np.union1d(asked, find_pairs(table, table.touch(numbers), window=window))
    asked = np.setdiff1d(asked, kept, assume_unique=True)
    return frozenset(_name_pairs(table, kept)), list(_name_pairs(table, asked))


def _find_codes(table: Table, pairs: Iterable[IriPair]) -> Codes:
    place, count = {iri: place for place, iri in enumerate(table.iris)}, len(table.iris)
    return np.fromiter((place[a] * count + place[b] for a, b in pairs), np.int64)


def _name_pairs(table: Table, codes: Codes) -> Iterator[IriPair]:
    one, other = table.split(codes)
    for first, second in zip(one.tolist(), other.tolist(), strict=True):
        yield table.iris[first], table.iris[second]


def _find_touched(
    likely: frozenset[IriPair], changed: set[str], last: Memory, decisions: Decisions
) -> set[str]:
    """The reports of pairs that came or went."""
    pairs = {
        *(likely ^ last.likely),
        *(decisions.same ^ last.decisions.same),
        *(decisions.apart ^ last.decisions.apart),
        *(pair for pair in decisions.same if not changed.isdisjoint(pair)),
    }
    return set(chain.from_iterable(pairs))


def _follow(edges: Iterable[IriPair], start: set[str], present: set[str]) -> set[str]:
    """All that hangs together with something."""
    beside: dict[str, list[str]] = defaultdict(list)
    for a, b in edges:
        beside[a].append(b)
        beside[b].append(a)
    found = start & present
    waiting = list(found)
    while waiting:
        fresh = present.intersection(beside[waiting.pop()]) - found
        found |= fresh
        waiting += fresh
    return found
