"""Which things are compared with which: few enough that the cost grows with their number.

Sorted neighbourhood in several passes: Hernández and Stolfo, "The merge/purge problem for large
databases", 1995.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.graph.merge.joining import T

Indices: TypeAlias = NDArray[np.int64]
Sieve: TypeAlias = Callable[[Indices, Indices], NDArray[np.bool_]]
"""From the places of the first and of the second of each pair to which pairs to keep."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Sorted blocks, one after another."""

    members: Indices
    """The places of things."""
    numbers: NDArray[Any]
    """Which block each is a member of."""


def find_neighbours(
    things: Iterable[T],
    blocks: Callable[[T], Iterable[Hashable]],
    position: Callable[[T], Any],
    *,
    window: int,
) -> list[tuple[T, T]]:
    """Pairs that stand near each other in some block, each once, sorted by their IRIs.

    blocks: of a thing. position: what a block is sorted by; no two things share theirs.
    window: with how many of the next in a block a thing is compared; it bounds the pairs to a
    multiple of the things.
    """
    ordered = sorted(things, key=lambda thing: thing.iri)
    filled = _fill_blocks(ordered, blocks, position)
    one, other = pair_up(filled, window=window)
    return [(ordered[i], ordered[j]) for i, j in zip(one.tolist(), other.tolist(), strict=True)]


def pair_up(blocks: Blocks, *, window: int, sieve: Sieve | None = None) -> tuple[Indices, Indices]:
    """The places of pairs that stand near each other in some block, each once, sorted.

    The first of a pair has the smaller place. window: as for `find_neighbours`.
    sieve: drops pairs, many at once.
    """
    if not len(blocks.members):
        return blocks.members, blocks.members
    count = int(blocks.members.max()) + 1
    steps = (_step(blocks, step, sieve) for step in range(1, window + 1))
    codes = [first * count + second for first, second in steps]
    one, other = np.divmod(np.unique(np.concatenate(codes)), count)
    return one, other


def _fill_blocks(
    ordered: Sequence[T],
    blocks: Callable[[T], Iterable[Hashable]],
    position: Callable[[T], Any],
) -> Blocks:
    filled: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(range(len(ordered)), key=lambda place: position(ordered[place])):
        for block in blocks(ordered[place]):
            filled[block].append(place)
    shared = [places for places in filled.values() if len(places) > 1]
    sizes = np.fromiter(map(len, shared), np.int64)
    members = np.fromiter(chain.from_iterable(shared), np.int64)
    return Blocks(members, np.repeat(np.arange(len(sizes)), sizes))


def _step(blocks: Blocks, step: int, sieve: Sieve | None) -> tuple[Indices, Indices]:
    """Each member with the one so many steps further in its block, the smaller place first."""
    together = blocks.numbers[:-step] == blocks.numbers[step:]
    one, other = blocks.members[:-step][together], blocks.members[step:][together]
    first, second = np.minimum(one, other), np.maximum(one, other)
    if sieve is None:
        return first, second
    kept = sieve(first, second)
    return first[kept], second[kept]
