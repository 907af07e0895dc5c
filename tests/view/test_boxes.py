from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.boxes import GAP, LINE_GAP, make_room, pack, separate

coordinates = st.floats(-500, 500, allow_nan=False)
sides = st.floats(10, 160, allow_nan=False)
boxes = st.lists(
    st.tuples(st.tuples(coordinates, coordinates), st.tuples(sides, sides)), min_size=1, max_size=25
)


def apart(first, second, gap):
    (x1, y1), (w1, h1) = first
    (x2, y2), (w2, h2) = second
    slack = 0.01
    return (
        abs(x1 - x2) >= (w1 + w2) / 2 + gap - slack or abs(y1 - y2) >= (h1 + h2) / 2 + gap - slack
    )


@settings(max_examples=60)
@given(boxes)
def test_separated_boxes_have_a_gap_between_them(items):
    centres, sizes = zip(*items, strict=True)
    moved = list(zip(separate(centres, sizes), sizes, strict=True))
    assert all(apart(one, two, GAP) for one, two in combinations(moved, 2))


def test_boxes_on_one_spot_come_apart():
    sizes = [(50.0, 20.0)] * 9
    moved = list(zip(separate([(0.0, 0.0)] * 9, sizes), sizes, strict=True))
    assert all(apart(one, two, GAP) for one, two in combinations(moved, 2))


def test_joined_boxes_leave_room_for_the_words_of_their_line():
    sizes = [(50.0, 20.0), (50.0, 20.0)]
    centres = [(0.0, 0.0), (60.0, 0.0)]
    near = list(zip(separate(centres, sizes), sizes, strict=True))
    far = list(zip(separate(centres, sizes, {(0, 1)}), sizes, strict=True))
    assert not apart(*near, LINE_GAP)
    assert apart(*far, LINE_GAP)


def test_packed_groups_do_not_overlap_and_are_centred():
    groups = [[(0.0, 0.0), (100.0, 0.0)], [(5.0, 5.0)], [(-40.0, 0.0)]]
    sizes = [[(40.0, 40.0), (40.0, 40.0)], [(30.0, 80.0)], [(60.0, 10.0)]]
    centres = pack(groups, sizes)
    flat = [size for group in sizes for size in group]
    assert all(
        apart(one, two, GAP) for one, two in combinations(zip(centres, flat, strict=True), 2)
    )
    left = min(x - w / 2 for (x, _), (w, _) in zip(centres, flat, strict=True))
    right = max(x + w / 2 for (x, _), (w, _) in zip(centres, flat, strict=True))
    assert abs(left + right) < 1e-9


def test_nothing_packs_to_nothing():
    assert pack([], []) == []


def test_crowded_boxes_are_given_room_and_others_left():
    sizes = [(100.0, 40.0)] * 4
    square = [(0.0, 0.0), (10.0, 0.0), (0.0, 10.0), (10.0, 10.0)]
    assert max(make_room(square, sizes)) > (20.0, 20.0)
    wide = [(x * 90, y * 90) for x, y in square]
    assert make_room(wide, sizes) == wide
