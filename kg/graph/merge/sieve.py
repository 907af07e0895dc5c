"""Vetoes over many pairs of reports at once: they spare most pairs a closer look.

Whatever is dropped here is at odds by `kg.graph.merge.features.at_odds`, which has the last word.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from hashlib import blake2b
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.graph.merge.actors import is_mutual
from kg.graph.merge.blocking import Indices, Sieve
from kg.graph.merge.features import compare_classes
from kg.graph.merge.reports import Actor, Report

Mask: TypeAlias = NDArray[np.uint64]
_BITS = 64


def make_sieve(reports: Sequence[Report]) -> Sieve:
    """Drop pairs of other polarity, of disjoint dates, of unlike classes or of other actors."""
    vetoes = [_differ(reports), _are_disjoint(reports), _are_unlike(reports), _clash(reports)]

    def keep(a: Indices, b: Indices) -> NDArray[np.bool_]:
        kept = np.ones(len(a), dtype=np.bool_)
        for veto in vetoes:
            kept &= ~veto(a, b)
        return kept

    return keep


def _differ(reports: Sequence[Report]) -> Sieve:
    polarity, _ = _number(reports, lambda report: report.polarity)
    return lambda a, b: polarity[a] != polarity[b]


def _are_disjoint(reports: Sequence[Report]) -> Sieve:
    first = _to_days([report.span.earliest or date.min for report in reports])
    last = _to_days([report.span.latest or date.max for report in reports])
    return lambda a, b: np.maximum(first[a], first[b]) > np.minimum(last[a], last[b])


def _are_unlike(reports: Sequence[Report]) -> Sieve:
    kind, types = _number(reports, lambda report: report.type)
    unlike = np.array([[compare_classes(a, b) == 0 for b in types] for a in types])

    def veto(a: Indices, b: Indices) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = unlike[kind[a], kind[b]]
        return found

    return veto


def _clash(reports: Sequence[Report]) -> Sieve:
    """Actors of whom none can stand for any of the other report's."""
    sources = _mask([report.sources for report in reports])
    targets = _mask([report.targets for report in reports])
    mutual = np.array([is_mutual(report) for report in reports])

    def veto(a: Indices, b: Indices) -> NDArray[np.bool_]:
        by_role = _have_nothing_in_common(sources, a, b) | _have_nothing_in_common(targets, a, b)
        together = _have_nothing_in_common(sources | targets, a, b)
        return np.where(mutual[a] | mutual[b], together, by_role)

    return veto


def _mask(sides: Iterable[Sequence[Actor]]) -> Mask:
    """A bit for each actor and each state of one: actors that are alike have one in common."""
    names = (chain.from_iterable((one.iri, *one.countries) for one in side) for side in sides)
    masks = (sum({_bit(name) for name in found}) for found in names)
    return np.fromiter(masks, dtype=np.uint64)


@cache
def _bit(name: str) -> int:
    return 1 << (blake2b(name.encode(), digest_size=1).digest()[0] % _BITS)


def _have_nothing_in_common(mask: Mask, a: Indices, b: Indices) -> NDArray[np.bool_]:
    one, other = mask[a], mask[b]
    found: NDArray[np.bool_] = (one != 0) & (other != 0) & ((one & other) == 0)
    return found


def _number(reports: Sequence[Report], value: Callable[[Report], str]) -> tuple[Indices, list[str]]:
    """The number of each report's value, and the values by number."""
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(value(report), len(numbers)) for report in reports]
    return np.array(found, dtype=np.int64), list(numbers)


def _to_days(dates: Sequence[date]) -> Indices:
    return np.array([day.toordinal() for day in dates], dtype=np.int64)
