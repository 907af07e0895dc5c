"""Where each node is drawn: computed here once, so that nothing shakes when the page opens.

The distance of two nodes on the page follows the number of edges between them (stress
majorization); boxes that still overlap are then pushed apart, and what is not connected is set
side by side. No random numbers: the same graph gives the same picture.

Sources: Gansner, Koren and North, "Graph drawing by stress majorization" (GD 2004); for graphs
too large for all pairs, the pivots of Ortmann, Klimenta and Brandes, "A sparse stress model"
(JGAA 2017), which start from Brandes and Pich, "Eigensolver methods for progressive
multidimensional scaling of large data" (GD 2006).
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.boxes import Point, Size, make_room, pack, separate
from kg.view.lines import clear_lines

SPACING = 115.0
"""Pixels between two neighbours."""
NEARNESS = 0.8
"""Power of the number of hops: below 1 the far ends of a chain come nearer, and a window fills."""
PAIRS = 250_000
"""How many pairs of nodes the stress is summed over, at most about."""
ROUNDS = 100
Array = NDArray[np.float64]


def lay_out(
    sizes: Mapping[str, Size], edges: Iterable[tuple[str, str]]
) -> dict[str, tuple[int, int]]:
    """Place every node; no two boxes overlap as long as the graph is not of thousands.

    sizes: id to width and height of all that is drawn at the node, label included, in pixels.
    edges: pairs of those ids; direction and repetition do not matter.
    Returns id to x and y of the centre in pixels, y downwards, the whole centred on the origin.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(sizes))
    graph.add_edges_from(sorted({(min(edge), max(edge)) for edge in edges}))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=_size_then_name)
    placed = [_place(graph, part, [sizes[node] for node in part]) for part in parts]
    centres = pack(placed, [[sizes[node] for node in part] for part in parts])
    names = [node for part in parts for node in part]
    return {node: (round(x), round(y)) for node, (x, y) in zip(names, centres, strict=True)}


def _size_then_name(part: Sequence[str]) -> tuple[int, str]:
    return -len(part), part[0]


def _place(graph: "nx.Graph[str]", part: Sequence[str], sizes: Sequence[Size]) -> list[Point]:
    number = {node: i for i, node in enumerate(part)}
    neighbours = [sorted(number[other] for other in graph[node]) for node in part]
    points = _lengthwise(_minimise_stress(neighbours)) * SPACING
    joined = {(i, j) for i, others in enumerate(neighbours) for j in others if i < j}
    roomy = make_room([(float(x), float(y)) for x, y in points], sizes)
    return separate(clear_lines(roomy, sizes, joined), sizes, joined)


def _minimise_stress(neighbours: Sequence[Sequence[int]]) -> Array:
    """Place one connected graph, neighbours at distance 1. Returns shape (nodes, 2)."""
    count = len(neighbours)
    if count == 1:
        return np.zeros((1, 2))
    pivots, hops = _pivots(neighbours, max(8, min(count, PAIRS // count)))
    start, end, goal = _pairs(neighbours, pivots, hops)
    weight = goal**-2
    total = np.bincount(start, weight, count)
    points = _spread(hops)
    for _ in range(ROUNDS):
        offset = points[start] - points[end]
        length = np.maximum(np.hypot(offset[:, 0], offset[:, 1]), 1e-9)
        wish = points[end] + offset * (goal / length)[:, None]
        moved = [np.bincount(start, weight * wish[:, axis], count) / total for axis in (0, 1)]
        points = np.column_stack(moved)
    return points


def _pivots(neighbours: Sequence[Sequence[int]], wanted: int) -> tuple[list[int], Array]:
    """Choose nodes far from each other, and count the hops from each to all: (pivots, nodes)."""
    pivots, rows = [0], [_hops(neighbours, 0)]
    nearest = rows[0]
    while len(pivots) < wanted:
        pivots.append(int(np.argmax(nearest)))
        rows.append(_hops(neighbours, pivots[-1]))
        nearest = np.minimum(nearest, rows[-1])
    return pivots, np.array(rows)


def _hops(neighbours: Sequence[Sequence[int]], start: int) -> Array:
    found = np.full(len(neighbours), -1.0)
    found[start] = 0
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in neighbours[node]:
            if found[other] < 0:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def _pairs(
    neighbours: Sequence[Sequence[int]], pivots: Sequence[int], hops: Array
) -> tuple[NDArray[np.int64], NDArray[np.int64], Array]:
    """List each node with every pivot and every neighbour, and how far apart they should be."""
    count = len(neighbours)
    start = np.tile(np.arange(count), len(pivots))
    end = np.repeat(np.array(pivots), count)
    goal = hops.ravel() ** NEARNESS
    apart = goal > 0
    near = np.array([(i, j) for i, others in enumerate(neighbours) for j in others])
    return (
        np.concatenate([start[apart], near[:, 0]]),
        np.concatenate([end[apart], near[:, 1]]),
        np.concatenate([goal[apart], np.ones(len(near))]),
    )


def _spread(hops: Array) -> Array:
    """Start from the two widest directions of the distances to the pivots.

    Nodes with equal distances would stay on one spot for good: a slight turn by number, the
    golden angle, parts them, and keeps the directions from depending on rounding.
    """
    count = hops.shape[1]
    angle = np.arange(count) * np.pi * (3 - np.sqrt(5))
    table = (hops**2).T + np.sin(np.outer(angle, np.arange(1, len(hops) + 1))) * 0.01
    table = table - table.mean(axis=0) - table.mean(axis=1, keepdims=True) + table.mean()
    _, axes = np.linalg.eigh(table.T @ table)
    points = table @ axes[:, -2:] if len(hops) > 1 else np.zeros((count, 2))
    scale = np.abs(points).max() or 1.0
    ring = np.column_stack([np.cos(angle), np.sin(angle)]) * 0.01
    return np.asarray(points * (hops.max() / scale) + ring)


def _lengthwise(points: Array) -> Array:
    """Turn the longest side to the horizontal, as a screen is; the first node to the left."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    signs = np.where(turned[0] > 0, -1.0, 1.0)
    return np.asarray(turned * signs)
