"""Vetoes over many pairs of reports at once: they spare most pairs a closer look.

Whatever is dropped here is at odds by `kg.graph.merge.features.at_odds`, which has the last word.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.graph.merge.blocking import Indices, Sieve
from kg.graph.merge.cells import Rows, number_kinds
from kg.graph.merge.features import compare_classes

Mask: TypeAlias = NDArray[np.uint64]


def make_sieve(rows: Rows) -> Sieve:
    """Drop pairs of disjoint dates, of other polarity, of unlike classes or of other actors."""
    # The one that drops most comes first: what follows has less to look at.
    vetoes = [_are_disjoint(rows), _differ(rows), _are_unlike(rows), _clash(rows)]

    def keep(a: Indices, b: Indices) -> NDArray[np.bool_]:
        kept = np.arange(len(a))
        for veto in vetoes:
            kept = kept[~veto(a[kept], b[kept])]
        mask = np.zeros(len(a), np.bool_)
        mask[kept] = True
        return mask

    return keep


def _are_disjoint(rows: Rows) -> Sieve:
    first, last = rows["first"].copy(), rows["last"].copy()
    return lambda a, b: np.maximum(first[a], first[b]) > np.minimum(last[a], last[b])


def _differ(rows: Rows) -> Sieve:
    positive = rows["positive"].copy()
    return lambda a, b: positive[a] != positive[b]


def _are_unlike(rows: Rows) -> Sieve:
    names = list(number_kinds())
    found, kind = np.unique(rows["kind"], return_inverse=True)
    types = [names[number] for number in found.tolist()]
    unlike = np.array([[compare_classes(a, b) == 0 for b in types] for a in types])

    def veto(a: Indices, b: Indices) -> NDArray[np.bool_]:
        answer: NDArray[np.bool_] = unlike[kind[a], kind[b]]
        return answer

    return veto


def _clash(rows: Rows) -> Sieve:
    """Actors of whom none can stand for any of the other report's."""
    sources, targets, mutual = (rows[name].copy() for name in ("sources", "targets", "mutual"))

    def veto(a: Indices, b: Indices) -> NDArray[np.bool_]:
        by_role = _have_nothing_in_common(sources, a, b) | _have_nothing_in_common(targets, a, b)
        together = _have_nothing_in_common(sources | targets, a, b)
        return np.where(mutual[a] | mutual[b], together, by_role)

    return veto


def _have_nothing_in_common(mask: Mask, a: Indices, b: Indices) -> NDArray[np.bool_]:
    one, other = mask[a], mask[b]
    found: NDArray[np.bool_] = (one != 0) & (other != 0) & ((one & other) == 0)
    return found
