"""Which things are compared with which: few enough that the cost grows with their number.

Sorted neighbourhood in several passes: Hernández and Stolfo, "The merge/purge problem for large
databases", 1995.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.graph.merge.joining import T

Indices: TypeAlias = NDArray[np.int64]
Sieve: TypeAlias = Callable[[Indices, Indices], NDArray[np.bool_]]
"""From the places of the first and of the second of each pair to which pairs to keep."""


def find_neighbours(
    things: Iterable[T],
    blocks: Callable[[T], Iterable[Hashable]],
    position: Callable[[T], Any],
    *,
    window: int,
    sieve: Callable[[Sequence[T]], Sieve] | None = None,
) -> list[tuple[T, T]]:
    """Pairs that stand near each other in some block, each once, sorted by their IRIs.

    blocks: of a thing. position: what a block is sorted by; no two things share theirs.
    window: with how many of the next in a block a thing is compared; it bounds the pairs to a
    multiple of the things.
    sieve: from the things, sorted by IRI, to what drops pairs of their places, many at once.
    """
    ordered = sorted(things, key=lambda thing: thing.iri)
    members, numbers = _fill_blocks(ordered, blocks, position)
    if not len(members):
        return []
    keep = sieve(ordered) if sieve else None
    steps = (_pair_up(members, numbers, step, keep) for step in range(1, window + 1))
    codes = [first * len(ordered) + second for first, second in steps]
    one, other = np.divmod(np.unique(np.concatenate(codes)), len(ordered))
    pairs = zip(one.tolist(), other.tolist(), strict=True)
    return [(ordered[i], ordered[j]) for i, j in pairs]


def _fill_blocks(
    ordered: Sequence[T],
    blocks: Callable[[T], Iterable[Hashable]],
    position: Callable[[T], Any],
) -> tuple[Indices, Indices]:
    """The places of the members of each block, one sorted block after another; and which block."""
    filled: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(range(len(ordered)), key=lambda place: position(ordered[place])):
        for block in blocks(ordered[place]):
            filled[block].append(place)
    shared = [places for places in filled.values() if len(places) > 1]
    sizes = np.fromiter(map(len, shared), np.int64)
    members = np.fromiter(chain.from_iterable(shared), np.int64)
    return members, np.repeat(np.arange(len(sizes)), sizes)


def _pair_up(
    members: Indices, numbers: Indices, step: int, keep: Sieve | None
) -> tuple[Indices, Indices]:
    """Each member with the one so many steps further in its block, the smaller place first."""
    together = numbers[:-step] == numbers[step:]
    one, other = members[:-step][together], members[step:][together]
    first, second = np.minimum(one, other), np.maximum(one, other)
    if keep is None:
        return first, second
    kept = keep(first, second)
    return first[kept], second[kept]
