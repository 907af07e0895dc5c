"""Fewer points on a line, none where the eye would miss it.

Source: Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", The
Cartographic Journal 30(1), 1993.
"""

from heapq import heapify, heappop, heappush

from tools.worldmap.topology import Point


def simplify(points: tuple[Point, ...], area: float) -> tuple[Point, ...]:
    """Drop the points that span a triangle of less than an area with their neighbours.

    The ends stay, and three points of a line that is closed: it remains a ring.
    """
    last = len(points) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    queue = [(_triangle(points, i - 1, i, i + 1), i) for i in range(1, last)]
    current = {i: size for size, i in queue}
    heapify(queue)
    fewest = 4 if points[0] == points[-1] else 2
    while queue and len(current) + 2 > fewest:
        size, i = heappop(queue)
        if size >= area:
            break
        if current.get(i) != size:
            continue
        del current[i]
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for near in (left, right):
            if near in current:
                # Never less than what went before it, or a slow curve would vanish point by point.
                grown = max(size, _triangle(points, before[near], near, after[near]))
                current[near] = grown
                heappush(queue, (grown, near))
    return tuple(points[i] for i in (0, *sorted(current), last))


def _triangle(points: tuple[Point, ...], one: int, two: int, three: int) -> float:
    (x1, y1), (x2, y2), (x3, y3) = points[one], points[two], points[three]
    return abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) / 2
