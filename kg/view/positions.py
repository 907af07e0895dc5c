"""Where actors and events stand on the page, whichever of them are shown.

The most reported actors are laid out with care (`kg.view.layout`); each actor after them, and then
each event, takes the free cell nearest to those it is joined to. Cells grow smaller with the number
of what is placed before: the first hundreds keep clear of each other on this plane, four times as
many on one twice as wide, so the page stretches it to what it draws.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.view.boxes import Point
from kg.view.cells import Cells
from kg.view.layout import lay_out
from kg.view.model import Event, PageGraph

CORE = 400
"""Actors that are laid out with care, at most."""
ROOMY = 2 * CORE
"""How much stands in cells of full size."""
CELL = (112.0, 62.0)
"""Pixels that a node needs with its label."""
GOLDEN = math.pi * (3 - math.sqrt(5))
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Positions:
    """Centres in pixels, y downwards, in the order of the graph."""

    nodes: tuple[Spot, ...]
    events: tuple[Spot, ...]


def position(graph: PageGraph) -> Positions:
    """Place every node and event of a graph: equal graphs, equal positions."""
    joins = [_actors(event) for event in graph.events]
    near = _neighbours(graph, joins)
    core = [i for i, node in enumerate(graph.nodes) if node.type != "place" and near[i]][:CORE]
    placed = _place_core(core, near)
    order = sorted(set(range(len(graph.nodes))) - placed.keys(), key=lambda i: (not near[i], i))
    _fill(placed, {i: near[i] for i in order}, depth=0)
    # Events come after all nodes, numbered on: what is told most often has the better place. Their
    # cells are finer from the start: near its actors an event is understood.
    told = sorted(range(len(joins)), key=lambda i: (-len(graph.events[i].reports), i))
    first = len(graph.nodes)
    wishes = {first + i: Counter(joins[i] or graph.events[i].place) for i in told}
    _fill(placed, wishes, depth=1)
    spots = [(round(x), round(y)) for x, y in (placed[i] for i in range(first + len(joins)))]
    return Positions(tuple(spots[:first]), tuple(spots[first:]))


def _actors(event: Event) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*event.source, *event.target, *event.participant)))


def _neighbours(graph: PageGraph, joins: Sequence[Sequence[int]]) -> Mapping[int, Counter[int]]:
    """Count for each node how often each other stands with it in an event or an office."""
    near: dict[int, Counter[int]] = defaultdict(Counter)
    for one, other in _pairs(graph, joins):
        if one != other:
            near[one][other] += 1
            near[other][one] += 1
    return near


def _pairs(graph: PageGraph, joins: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for event, actors in zip(graph.events, joins, strict=True):
        yield from combinations(actors, 2)
        yield from product(event.place, actors)
    for i, node in enumerate(graph.nodes):
        yield from ((i, office.of) for office in node.offices if office.of is not None)


def _place_core(core: Sequence[int], near: Mapping[int, Counter[int]]) -> dict[int, Point]:
    names = {i: f"{i:09}" for i in core}
    edges = [(names[i], names[j]) for i in core for j in near[i] if i < j and j in names]
    spots = lay_out(dict.fromkeys(names.values(), CELL), edges)
    return {i: spots[name] for i, name in names.items()}


def _fill(placed: dict[int, Point], wishes: Mapping[int, Mapping[int, int]], *, depth: int) -> None:
    """Place what has wishes, in their order, near those wished for that stand already.

    depth: how often the sides of the first cells are halved.
    """
    edge = 1.1 * max((math.hypot(*point) for point in placed.values()), default=0.0)
    cells = None
    for i, wish in _wishes(placed, wishes, edge):
        if cells is None or len(placed) > ROOMY * 4**depth:
            while len(placed) > ROOMY * 4**depth:
                depth += 1
            cells = Cells((CELL[0] / 2**depth, CELL[1] / 2**depth), placed.values())
        placed[i] = cells.take(wish)


def _wishes(
    placed: Mapping[int, Point], wishes: Mapping[int, Mapping[int, int]], edge: float
) -> Iterator[tuple[int, Point]]:
    """Say where each wants to stand, as soon as one that it is joined to does; else outside."""
    waiting = list(wishes)
    while waiting:
        later = []
        for i in waiting:
            if middle := _middle(placed, wishes[i]):
                yield i, middle
            else:
                later.append(i)
        if len(later) == len(waiting):
            yield from ((i, _outside(i, edge)) for i in later)
            return
        waiting = later


def _middle(placed: Mapping[int, Point], wanted: Mapping[int, int]) -> Point | None:
    """The weighted mean of those that stand already; None without any."""
    there = [(*placed[j], weight) for j, weight in wanted.items() if j in placed]
    if not there:
        return None
    total = sum(weight for *_, weight in there)
    return _mean((x, w) for x, _, w in there) / total, _mean((y, w) for _, y, w in there) / total


def _mean(weighted: Iterable[tuple[float, int]]) -> float:
    return sum(value * weight for value, weight in weighted)


def _outside(number: int, edge: float) -> Point:
    """A point on the ring around all, by number."""
    return edge * math.cos(number * GOLDEN), edge * math.sin(number * GOLDEN)
