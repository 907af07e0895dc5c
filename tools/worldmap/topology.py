"""TopoJSON: borders as arcs that neighbours share, so that both stay one line when simplified."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from pathlib import Path

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y of the map."""
Ring = tuple[int, ...]
"""Indexes of arcs; ``~i`` is arc ``i`` backwards."""
Polygon = tuple[Ring, ...]
"""The outer ring, then the holes."""


@dataclass(frozen=True, slots=True)
class Topology:
    """Arcs, and the polygons of each unit by ISO 3166-1 numeric code, else by name."""

    arcs: tuple[tuple[Point, ...], ...]
    units: Mapping[str, tuple[Polygon, ...]]


def read_topology(path: Path) -> Topology:
    """Read the countries of a file of world-atlas."""
    data = json.loads(path.read_text(encoding="utf8"))
    transform = data["transform"]
    arcs = (_decode(arc, transform["scale"], transform["translate"]) for arc in data["arcs"])
    units: dict[str, list[Polygon]] = {}
    for geometry in data["objects"]["countries"]["geometries"]:
        name = geometry.get("id") or geometry["properties"]["name"]
        units.setdefault(name, []).extend(_polygons(geometry))
    return Topology(tuple(arcs), {name: tuple(polygons) for name, polygons in units.items()})


def _decode(arc: list[list[int]], scale: list[float], move: list[float]) -> tuple[Point, ...]:
    """Undo the quantisation: each step of an arc is relative to the one before."""
    points, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return _unwrap(points)


def _unwrap(points: list[Point]) -> tuple[Point, ...]:
    """Let longitudes run on past 180 degrees, so that no line jumps across the map."""
    turns, unwrapped = 0, points[:1]
    for (before, _), (longitude, latitude) in pairwise(points):
        turns += (longitude - before < -180) - (longitude - before > 180)
        unwrapped.append((longitude + 360 * turns, latitude))
    west = min(longitude for longitude, _ in unwrapped) < -180
    return tuple((longitude + 360 * west, latitude) for longitude, latitude in unwrapped)


def _polygons(geometry: dict) -> Iterator[Polygon]:
    several = geometry["type"] == "MultiPolygon"
    for polygon in geometry["arcs"] if several else [geometry["arcs"]]:
        yield tuple(tuple(ring) for ring in polygon)


def directed(arcs: tuple[tuple[Point, ...], ...], index: int) -> tuple[Point, ...]:
    """The points of an arc in the direction that a ring takes it."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def ring_points(arcs: tuple[tuple[Point, ...], ...], ring: Ring) -> list[Point]:
    """The points of a ring, the first again at the end."""
    points: list[Point] = []
    for index in ring:
        points.extend(directed(arcs, index)[1 if points else 0 :])
    return points


def contains(ring: list[Point], point: Point) -> bool:
    """Whether a point lies inside a closed ring: a ray from it crosses the ring an odd time."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def dissolve(topology: Topology, polygons: Iterable[Polygon]) -> list[Ring]:
    """Join polygons into one area: the arcs between two of them go, the rest close to rings."""
    arcs = [index for polygon in polygons for ring in polygon for index in ring]
    inner = {index for index in arcs if ~index in arcs}
    starting: dict[Point, list[int]] = {}
    for index in arcs:
        if index not in inner:
            starting.setdefault(directed(topology.arcs, index)[0], []).append(index)
    rings = []
    while starting:
        rings.append(_take_ring(topology, starting))
    return rings


def _take_ring(topology: Topology, starting: dict[Point, list[int]]) -> Ring:
    """Take arcs, each from where the one before ended, until none goes on."""
    ring: list[int] = []
    point = next(iter(starting))
    while point in starting:
        ring.append(starting[point].pop(0))
        if not starting[point]:
            del starting[point]
        point = directed(topology.arcs, ring[-1])[-1]
    return tuple(ring)


def cut(topology: Topology, unit: str, junction: Point, into: str) -> Topology:
    """Cut a unit along the parallel of the junction that ends one of its arcs, up to its coast.

    The unit has one polygon of one ring, which passes the parallel once more than at the
    junction. What follows the junction up to the cut goes to the unit ``into``.
    """
    ((ring,),) = topology.units[unit]
    ends = [directed(topology.arcs, index)[-1] for index in ring]
    at = min(range(len(ring)), key=lambda i: dist(ends[i], junction)) + 1
    ring = (*ring[at:], *ring[:at])
    start = directed(topology.arcs, ring[0])[0]
    crossed = next(i for i in range(1, len(ring)) if _reach(topology, ring[i], start[1]))
    points = directed(topology.arcs, ring[crossed])
    step = _reach(topology, ring[crossed], start[1])
    split = _on_parallel(points[step - 1], points[step], start[1])
    first = len(topology.arcs)
    arcs = (*topology.arcs, (*points[:step], split), (split, *points[step:]), (start, split))
    away = ((*ring[:crossed], first, ~(first + 2)),)
    kept = ((first + 2, first + 1, *ring[crossed + 1 :]),)
    units = {**topology.units, unit: (kept,), into: (*topology.units[into], away)}
    return Topology(arcs, units)


def _reach(topology: Topology, index: int, latitude: float) -> int:
    """The step of an arc that passes a parallel; 0 when none does."""
    above = [point[1] > latitude for point in directed(topology.arcs, index)]
    return next((i for i in range(1, len(above)) if above[i] != above[i - 1]), 0)


def _on_parallel(one: Point, two: Point, latitude: float) -> Point:
    share = (latitude - one[1]) / (two[1] - one[1])
    return one[0] + share * (two[0] - one[0]), latitude
