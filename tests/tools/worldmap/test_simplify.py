from hypothesis import given
from hypothesis import strategies as st

from tools.worldmap.simplify import simplify

coordinates = st.floats(-1000, 1000, allow_nan=False)
lines = st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=30).map(tuple)


def test_a_point_on_the_straight_goes():
    assert simplify(((0, 0), (1, 0), (2, 0), (2, 2)), 0.5) == ((0, 0), (2, 0), (2, 2))


def test_a_point_that_stands_out_stays():
    line = ((0, 0), (1, 5), (2, 0))
    assert simplify(line, 4.9) == line
    assert simplify(line, 5.1) == ((0, 0), (2, 0))


def test_a_ring_stays_a_ring():
    ring = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    assert len(simplify(ring, 1000)) == 4


@given(lines, st.floats(0, 1e6))
def test_ends_stay_and_nothing_is_new(line, area):
    kept = simplify(line, area)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(point in rest for point in kept)
