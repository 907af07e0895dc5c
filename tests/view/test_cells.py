from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.view.cells import Cells

SIZE = (10.0, 6.0)
points = st.tuples(st.floats(-200, 200), st.floats(-200, 200))


@given(st.lists(points, max_size=60), st.lists(points, max_size=10))
def test_no_cell_is_given_twice_nor_one_that_is_taken(wishes, taken):
    cells = Cells(SIZE, taken)
    given_out = [cells.take(wish) for wish in wishes]
    held = [(round(x / 10), round(y / 6)) for x, y in given_out]
    assert len(set(held)) == len(held)
    assert not set(held) & {(round(x / 10), round(y / 6)) for x, y in taken}


def test_a_free_wish_is_met():
    assert Cells(SIZE, []).take((21.0, -13.0)) == (20.0, -12.0)


def test_a_crowd_at_one_spot_lies_around_it_and_takes_little_time():
    cells = Cells((1.0, 1.0), [])
    given_out = [cells.take((0.0, 0.0)) for _ in range(20_000)]
    assert len(set(given_out)) == 20_000
    # A disc of so many cells has a radius of 80; the search by neighbourhoods is a little uneven.
    assert max(x * x + y * y for x, y in given_out) < 130**2


def test_the_first_are_nearest():
    cells = Cells((1.0, 1.0), [])
    lengths = [x * x + y * y for x, y in (cells.take((0.0, 0.0)) for _ in range(25))]
    assert all(one <= other for one, other in pairwise(lengths))
