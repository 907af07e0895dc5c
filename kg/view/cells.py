"""A plane cut into cells that hold one thing each: the nearest free one to a wish, quickly."""

from collections.abc import Iterable
from functools import cache

import numpy as np

from kg.view.boxes import Point, Size

Cell = tuple[int, int]
WIDEN = 4
"""How many times wider a neighbourhood is than the one before."""


class Cells:
    """Cells of one size; each is taken once."""

    def __init__(self, size: Size, taken: Iterable[Point]) -> None:
        """Size: width and height of a cell in pixels. taken: points whose cells are not free."""
        self._size = size
        self._taken = {self._cell(point) for point in taken}
        # Cells are never freed, so each search goes on where the last one from there ended: by the
        # side of the neighbourhood and its middle.
        self._tried: dict[tuple[int, Cell], int] = {}

    def take(self, wish: Point) -> Point:
        """Take a free cell near the wish, the nearest or almost. Returns its centre."""
        cell = self._nearest(self._cell(wish))
        self._taken.add(cell)
        return cell[0] * self._size[0], cell[1] * self._size[1]

    def _cell(self, point: Point) -> Cell:
        return round(point[0] / self._size[0]), round(point[1] / self._size[1])

    def _nearest(self, home: Cell) -> Cell:
        """Search around the cell itself, then around ever wider neighbourhoods of it.

        Wishes in one neighbourhood share its search: in a crowd each cell is looked at a few times,
        not once for every wish.
        """
        side = 1
        while True:
            middle = home[0] // side * side + side // 2, home[1] // side * side + side // 2
            cell = self._search(side, middle)
            if cell:
                return cell
            side *= WIDEN

    def _search(self, side: int, middle: Cell) -> Cell | None:
        steps = _offsets(2 * side + 1)
        for tried in range(self._tried.get((side, middle), 0), len(steps)):
            cell = middle[0] + steps[tried][0], middle[1] + steps[tried][1]
            if cell not in self._taken:
                self._tried[side, middle] = tried
                return cell
        self._tried[side, middle] = len(steps)
        return None


@cache
def _offsets(radius: int) -> list[Cell]:
    """Steps to all cells within a radius, the nearest first."""
    side = np.arange(-radius, radius + 1)
    dx, dy = (axis.ravel() for axis in np.meshgrid(side, side))
    length = dx**2 + dy**2
    # lexsort: ties break on the angle, so that a ring fills from one end to the other.
    order = np.lexsort((np.arctan2(dy, dx), length))
    inside = order[length[order] <= radius**2]
    return list(zip(dx[inside].tolist(), dy[inside].tolist(), strict=True))
