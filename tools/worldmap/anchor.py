"""Where the name of a state would be written: as far from its borders as can be."""

from itertools import pairwise
from math import hypot

from tools.worldmap.topology import Point, contains

STEPS = 16
ROUNDS = 3


def find_anchor(ring: list[Point]) -> Point:
    """The point inside a closed ring that is farthest from it, near enough for a label.

    It tries the points of a grid, then of finer ones around the best. A ring too thin for the
    first grid has its first point.
    """
    xs, ys = zip(*ring, strict=True)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    best, reach = ring[0], 0.0
    for _ in range(ROUNDS):
        for point in _grid(middle, width, height):
            if contains(ring, point) and (distance := _nearest(ring, point)) > reach:
                best, reach = point, distance
        middle, width, height = best, width / 4, height / 4
    return best


def _grid(middle: Point, width: float, height: float) -> list[Point]:
    steps = [(i + 0.5) / STEPS - 0.5 for i in range(STEPS)]
    return [(middle[0] + x * width, middle[1] + y * height) for x in steps for y in steps]


def _nearest(ring: list[Point], point: Point) -> float:
    return min(_distance(point, start, end) for start, end in pairwise(ring))


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a stretch of line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0
    along = min(1, max(0, along))
    return hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)
