from dataclasses import dataclass
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.merge.blocking import Blocks, find_neighbours, pair_up


@dataclass(frozen=True)
class Point:
    """A thing on a line, in some blocks."""

    iri: str
    at: int
    blocks: frozenset[str]


POINTS = st.lists(
    st.builds(
        Point, st.text("abc", min_size=1), st.integers(0, 9), st.frozensets(st.sampled_from("xyz"))
    ),
    max_size=9,
    unique_by=lambda point: point.iri,
)


def position(point):
    return point.at, point.iri


def find(points, window):
    pairs = find_neighbours(points, lambda p: p.blocks, position, window=window)
    return [(a.iri, b.iri) for a, b in pairs]


def find_slowly(points, window):
    found = set()
    for block in "xyz":
        members = sorted((p for p in points if block in p.blocks), key=position)
        for i, j in combinations(range(len(members)), 2):
            if j - i <= window:
                found.add(tuple(sorted((members[i].iri, members[j].iri))))
    return sorted(found)


@given(POINTS, st.integers(1, 4), st.randoms(use_true_random=False))
def test_who_stands_near_in_a_block_is_a_pair_once(points, window, random):
    shuffled = points.copy()
    random.shuffle(shuffled)
    assert find(shuffled, window) == find_slowly(points, window)


def test_a_sieve_drops_pairs():
    blocks = Blocks(np.array([2, 0, 1, 1, 2]), np.array([7, 7, 7, 9, 9]))
    one, other = pair_up(blocks, window=2, sieve=lambda a, b: b == 2)
    assert (one.tolist(), other.tolist()) == ([0, 1], [2, 2])
