"""Lines kept off the boxes that they do not join."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.view.boxes import Pair, Point, Size, push_apart

ROUNDS = 120
MARGIN = 6.0
"""Pixels between a box and a line that passes it."""
STEP = 0.5
"""Part of the way to go in the first round; the steps shrink to none in the last."""
STRIDE = 25.0
"""Pixels that a box goes in one round, at most."""
PAIRS = 60_000
"""Boxes times lines; in a larger graph lines pass under boxes."""
Array = NDArray[np.float64]


def clear_lines(
    centres: Sequence[Point], sizes: Sequence[Size], joined: Collection[Pair]
) -> list[Point]:
    """Push boxes and lines apart where a line runs under a box that it does not join.

    centres, sizes: of the boxes, in pixels. joined: a straight line from centre to centre of each
    pair of places in that order. What cannot be cleared is left; the boxes may overlap after it.
    """
    lines = np.array(sorted(joined), dtype=np.int64).reshape(-1, 2)
    if not len(lines) or len(lines) * len(centres) > PAIRS:
        return list(centres)
    points = np.array(centres, dtype=np.float64)
    halves = np.array(sizes, dtype=np.float64) / 2 + MARGIN
    for turn in range(ROUNDS):
        move = _moves(points, halves, lines)
        if not move.any():
            break
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        step = STEP * (1 - turn / ROUNDS) * np.minimum(1.0, STRIDE / length)
        points = points + move * step[:, None]
        points = np.array(push_apart([(x, y) for x, y in points], sizes, joined))
    return [(float(x), float(y)) for x, y in points]


def _moves(points: Array, halves: Array, lines: NDArray[np.int64]) -> Array:
    """How far each box has to go, and the ends of a line against it. Shape (boxes, 2)."""
    nearest, along = _nearest(points, halves, lines)
    distance = np.hypot(nearest[:, :, 0], nearest[:, :, 1])
    boxes = np.arange(len(points))
    own = (lines[:, 0, None] == boxes) | (lines[:, 1, None] == boxes)
    line, box = np.nonzero((distance < 1.0) & ~own)
    # From a line through the very centre to one side or the other, by number.
    across = along[line, box][:, ::-1] * [-1.0, 1.0] * np.where(box % 2, 1.0, -1.0)[:, None]
    away = np.where(distance[line, box, None] < 0.05, across, -nearest[line, box])
    away /= np.maximum(np.hypot(away[:, 0], away[:, 1]), 1e-9)[:, None]
    push = away * (1.0 - distance[line, box, None]) * halves[box]
    moves = np.zeros_like(points)
    np.add.at(moves, box, push)
    for side in (0, 1):
        np.add.at(moves, lines[line, side], -push / 2)
    return moves


def _nearest(points: Array, halves: Array, lines: NDArray[np.int64]) -> tuple[Array, Array]:
    """The point of each line that is nearest to each box, and the line, as the box sees them.

    That is from its centre, in its half sides: a box is taken as the ellipse in it, and what is
    nearer than 1 runs under it. Shapes (lines, boxes, 2).
    """
    start, end = points[lines[:, 0]], points[lines[:, 1]]
    first = (start[:, None] - points[None]) / halves[None]
    along = (end[:, None] - start[:, None]) / halves[None]
    length = np.maximum((along**2).sum(axis=2), 1e-9)
    where = np.clip(-(first * along).sum(axis=2) / length, 0.0, 1.0)
    return first + along * where[:, :, None], along
