import pytest

from tools.worldmap.anchor import find_anchor


def test_the_middle_of_a_square():
    square = [(0, 0), (8, 0), (8, 8), (0, 8), (0, 0)]
    assert find_anchor(square) == pytest.approx((4, 4), abs=0.3)


def test_inside_a_crescent_not_in_its_gap():
    crescent = [(0, 0), (9, 0), (9, 3), (3, 3), (3, 6), (9, 6), (9, 9), (0, 9), (0, 0)]
    x, _ = find_anchor(crescent)
    assert x < 3


def test_a_line_has_its_start():
    assert find_anchor([(1, 1), (2, 2), (1, 1)]) == (1, 1)
