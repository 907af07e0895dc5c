import math

from kg.view.lines import clear_lines

SIZE = (100.0, 40.0)


def passes_under(points, line, box):
    """Does a line come nearer to the middle of a box than a fifth of its height?"""
    (x1, y1), (x2, y2) = points[line[0]], points[line[1]]
    x, y = points[box]
    along = (x2 - x1, y2 - y1)
    part = ((x - x1) * along[0] + (y - y1) * along[1]) / (along[0] ** 2 + along[1] ** 2)
    part = min(1.0, max(0.0, part))
    return math.hypot(x - x1 - part * along[0], y - y1 - part * along[1]) < SIZE[1] / 5


def test_a_box_on_a_line_of_others_goes_aside():
    centres = [(0.0, 0.0), (400.0, 0.0), (200.0, 5.0)]
    assert passes_under(centres, (0, 1), 2)
    assert not passes_under(clear_lines(centres, [SIZE] * 3, {(0, 1)}), (0, 1), 2)


def test_boxes_between_the_same_two_fan_out():
    centres = [(0.0, 0.0), (0.0, 600.0), *((0.0, 100.0 + 90 * i) for i in range(5))]
    joined = {(end, box) for box in range(2, 7) for end in (0, 1)}
    cleared = clear_lines(centres, [SIZE] * 7, joined)
    under = [
        (line, box)
        for line in joined
        for box in range(7)
        if box not in line and passes_under(cleared, line, box)
    ]
    assert under == []


def test_what_is_clear_stays():
    centres = [(0.0, 0.0), (400.0, 0.0), (200.0, 300.0)]
    assert clear_lines(centres, [SIZE] * 3, {(0, 1)}) == centres
    assert clear_lines(centres, [SIZE] * 3, set()) == centres
