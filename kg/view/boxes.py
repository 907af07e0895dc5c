"""Boxes on a plane: pushed apart where they overlap, and groups of them set side by side."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

Point = tuple[float, float]
Size = tuple[float, float]
Pair = tuple[int, int]

GAP = 14.0
"""Pixels left free between two boxes."""
LINE_GAP = 48.0
"""The same for two that a line with a word on it joins."""
GROUP_GAP = 40.0
ASPECT = 1.35
"""Width to height of the whole, that of the drawing in most windows."""
ROOM = 2.8
"""Area of the drawing to that of all boxes, at least."""
GROWTH = 1.01
PUSHES = 200_000
"""Bound on passes times boxes: some overlaps may stay in a graph of many thousands."""


def make_room(centres: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """Draw the whole larger where the boxes would fill too much of it.

    centres, sizes: of the same boxes, in the same order, in pixels, here and below.
    """
    _, _, width, height = _frame(centres, sizes)
    wanted = sum((w + GAP) * (h + GAP) for w, h in sizes) * ROOM
    # A chain needs no more than all its boxes in a row.
    row = sum(w + GAP for w, _ in sizes)
    scale = max(1.0, min(math.sqrt(wanted / (width * height)), row / width))
    return [(x * scale, y * scale) for x, y in centres]


def separate(
    centres: Sequence[Point], sizes: Sequence[Size], joined: Collection[Pair] = ()
) -> list[Point]:
    """Push boxes apart that are too close, until none are.

    joined: pairs of places in that order, the smaller first, that a line joins: they are kept
    farther apart, for the line and its words to show.
    """
    points = list(centres)
    for _ in range(max(5, min(300, PUSHES // max(1, len(points))))):
        moved = push_apart(points, sizes, joined)
        if moved == points:
            break
        # A jam in the middle clears only when the whole gives way.
        points = [(x * GROWTH, y * GROWTH) for x, y in moved]
    return points


def push_apart(
    centres: Sequence[Point], sizes: Sequence[Size], joined: Collection[Pair] = ()
) -> list[Point]:
    """Push each two boxes that are too close once, along the axis that needs less."""
    gaps = dict.fromkeys(joined, LINE_GAP)
    points = [[x, y] for x, y in centres]
    for pair in list(_crowded(points, sizes, gaps)):
        _push(points, sizes, pair, gaps.get(pair, GAP))
    return [(x, y) for x, y in points]


def _crowded(
    points: Sequence[Sequence[float]], sizes: Sequence[Size], gaps: Mapping[Pair, float]
) -> Iterator[Pair]:
    """Compare each box with those in the cells of a grid around it."""
    widest = max(gaps.values(), default=GAP)
    width = max(w for w, _ in sizes) + widest
    height = max(h for _, h in sizes) + widest
    cells: dict[Pair, list[int]] = defaultdict(list)
    for second, (x, y) in enumerate(points):
        column, row = int(x // width), int(y // height)
        for cell in product(range(column - 1, column + 2), range(row - 1, row + 2)):
            for first in cells.get(cell, ()):
                pair = (first, second)
                if min(_lacking(points, sizes, pair, gaps.get(pair, GAP))) > 0:
                    yield pair
        cells[column, row].append(second)


def _lacking(
    points: Sequence[Sequence[float]], sizes: Sequence[Size], pair: Pair, gap: float
) -> Point:
    """How far the two are too close along x and along y; negative where they are not."""
    (x1, y1), (x2, y2) = points[pair[0]], points[pair[1]]
    (w1, h1), (w2, h2) = sizes[pair[0]], sizes[pair[1]]
    return (w1 + w2) / 2 + gap - abs(x1 - x2), (h1 + h2) / 2 + gap - abs(y1 - y2)


def _push(points: list[list[float]], sizes: Sequence[Size], pair: Pair, gap: float) -> None:
    lacking = _lacking(points, sizes, pair, gap)
    if min(lacking) <= 0:
        return
    axis = 0 if lacking[0] <= lacking[1] else 1
    first, second = points[pair[0]], points[pair[1]]
    # A thousandth more, or rounding leaves pairs that touch for ever.
    step = (lacking[axis] / 2 + 0.001) * (1 if first[axis] <= second[axis] else -1)
    first[axis] -= step
    second[axis] += step


def pack(groups: Sequence[Sequence[Point]], sizes: Sequence[Sequence[Size]]) -> list[Point]:
    """Set groups of boxes in rows from left to right, centred as a whole on the origin.

    groups: the centres of each group in its own coordinates; sizes in the same order.
    Returns the centres of all groups, one after the other.
    """
    frames = [_frame(points, boxes) for points, boxes in zip(groups, sizes, strict=True)]
    area = sum((w + GROUP_GAP) * (h + GROUP_GAP) for _, _, w, h in frames)
    widest = max([math.sqrt(area * ASPECT), *(w for _, _, w, _ in frames)])
    corners, height = _rows([(w, h) for _, _, w, h in frames], widest)
    used = max((x + w for (x, _), (_, _, w, _) in zip(corners, frames, strict=True)), default=0)
    return [
        (px - left + x - used / 2, py - top + y - height / 2)
        for points, (left, top, _, _), (x, y) in zip(groups, frames, corners, strict=True)
        for px, py in points
    ]


def _frame(points: Sequence[Point], sizes: Sequence[Size]) -> tuple[float, float, float, float]:
    """Left, top, width and height around the boxes."""
    left = min(x - w / 2 for (x, _), (w, _) in zip(points, sizes, strict=True))
    top = min(y - h / 2 for (_, y), (_, h) in zip(points, sizes, strict=True))
    right = max(x + w / 2 for (x, _), (w, _) in zip(points, sizes, strict=True))
    bottom = max(y + h / 2 for (_, y), (_, h) in zip(points, sizes, strict=True))
    return left, top, right - left, bottom - top


def _rows(frames: Sequence[Size], widest: float) -> tuple[list[Point], float]:
    """The upper left corner of each frame, and the height of all rows."""
    corners: list[Point] = []
    x = y = row = 0.0
    for width, height in frames:
        if x and x + width > widest:
            x, y, row = 0.0, y + row + GROUP_GAP, 0.0
        corners.append((x, y))
        x, row = x + width + GROUP_GAP, max(row, height)
    return corners, y + row
