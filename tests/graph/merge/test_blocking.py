from dataclasses import dataclass
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.merge.blocking import find_neighbours


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


def find(points, window, sieve=None):
    pairs = find_neighbours(points, lambda p: p.blocks, position, window=window, sieve=sieve)
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


@given(POINTS)
def test_a_sieve_sees_places_in_the_order_of_the_iris(points):
    def make(ordered):
        assert [point.iri for point in ordered] == sorted(point.iri for point in points)
        return lambda a, b: a == 0

    first = min((point.iri for point in points), default="")
    assert find(points, 9, make) == [pair for pair in find(points, 9) if pair[0] == first]
