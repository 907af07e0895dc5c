"""Write ontologies/world.json, the map of the page, from Natural Earth's countries.

    npm ci --prefix tools/worldmap
    python -m tools.worldmap.build

Needs, for this step only: world-atlas 2.0.2 of npm, pycountry 26.2. units.tsv says which state a
unit without an ISO code belongs to, parts.tsv which polygon of a unit is another state's.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from pycountry import countries

from tools.gazetteer.tables import read_table
from tools.worldmap.anchor import find_anchor
from tools.worldmap.projection import project
from tools.worldmap.simplify import simplify
from tools.worldmap.topology import (
    Point,
    Polygon,
    Ring,
    Topology,
    contains,
    cut,
    dissolve,
    read_topology,
    ring_points,
)

HERE = Path(__file__).parent
SOURCE = HERE / "node_modules" / "world-atlas" / "countries-50m.json"
WORLD = HERE.parents[1] / "ontologies" / "world.json"
ABOUT = {
    "origin": "Natural Earth, 1:50m countries (public domain), through world-atlas 2.0.2 of npm "
    "(ISC); simplified and projected by tools/worldmap. Borders are those in fact held, except "
    "where the United Nations' view could be drawn: Crimea, Western Sahara, Somaliland, Northern "
    "Cyprus",
    "licence": "public domain",
    "date": "2026-11-23",
    "projection": "Equal Earth, see tools/worldmap/projection.py; x east, y south",
}
ANTARCTICA = "010"
MOROCCO, WESTERN_SAHARA = "504", "732"
SAHARA_CORNER = (-8.69, 27.66)
"""Where the parallel that ends Morocco meets Algeria; the source draws the line held instead."""
DETAIL = 11.0
"""Square units: triangles less than this are left out of a line."""
SPECK = 14.0
"""Square units: islands less than this are left out, unless a state has no larger one."""
SMALL = 240.0
"""Square units: a state less than this in its largest part is drawn as a point as well."""
MARGIN = 48


def main() -> None:
    """Write the file."""
    WORLD.write_text(build(SOURCE), encoding="utf8")


def build(source: Path) -> str:
    """Give the text of the map, one state a line."""
    topology = cut(read_topology(source), MOROCCO, SAHARA_CORNER, WESTERN_SAHARA)
    owned = _by_state(topology)
    drawn = _draw(topology)
    paths = {name: _shape(drawn, polygons) for name, polygons in owned.items()}
    other = paths.pop("")
    states = {code: _state(code, paths.get(code)) for code in sorted(_codes())}
    shapes = [point for rings in (*paths.values(), other) for ring in rings for point in ring]
    points = [state["at"] for state in states.values() if state]
    return _to_json(
        {
            **ABOUT,
            "box": _box([*shapes, *points]),
            "other": _path(other),
            "states": {code: state for code, state in states.items() if state},
        }
    )


def _codes() -> list[str]:
    """The states and territories of the gazetteer."""
    return [row["code"] for row in read_table("states.tsv")]


def _by_state(topology: Topology) -> Mapping[str, list[Polygon]]:
    """Give each state its polygons; those of no state of the gazetteer are under ""."""
    known = set(_codes())
    renamed = {row["unit"]: row["state"] for row in _table("units.tsv")}
    owned: dict[str, list[Polygon]] = defaultdict(list)
    for unit, polygons in topology.units.items():
        if unit == ANTARCTICA:
            continue
        country = countries.get(numeric=unit)
        state = renamed.get(unit) or (country.alpha_3 if country else "")
        for polygon in polygons:
            owner = _part_of(topology, unit, polygon) or state
            owned[owner if owner in known else ""].append(polygon)
    return owned


def _part_of(topology: Topology, unit: str, polygon: Polygon) -> str | None:
    """The other state that a polygon is given to, if any."""
    rows = [row for row in _table("parts.tsv") if row["unit"] == unit]
    outer = ring_points(topology.arcs, polygon[0]) if rows else []
    for row in rows:
        if contains(outer, (float(row["longitude"]), float(row["latitude"]))):
            return row["state"]
    return None


def _table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _draw(topology: Topology) -> Topology:
    """Project and simplify each arc once, for both its sides."""
    arcs = (tuple(project(lat, lon) for lon, lat in arc) for arc in topology.arcs)
    return Topology(tuple(simplify(arc, DETAIL) for arc in arcs), topology.units)


def _shape(drawn: Topology, polygons: Iterable[Polygon]) -> list[list[Point]]:
    """The rings of an area, the largest first, without specks."""
    rings: list[Ring] = dissolve(drawn, polygons)
    points = sorted((ring_points(drawn.arcs, ring) for ring in rings), key=_area, reverse=True)
    return [ring for i, ring in enumerate(points) if not i or _area(ring) >= SPECK]


def _area(ring: list[Point]) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def _state(code: str, rings: list[list[Point]] | None) -> Mapping[str, Any] | None:
    """Where a state is and how it looks; None for one that is neither drawn nor has a seat."""
    if rings is None:
        seat = _seats().get(code)
        return {"at": _whole(project(*seat)), "small": True} if seat else None
    state: dict[str, Any] = {"at": _whole(find_anchor(rings[0]))}
    return state | ({"small": True} if _area(rings[0]) < SMALL else {}) | {"path": _path(rings)}


def _seats() -> Mapping[str, Point]:
    rows = read_table("coordinates.tsv")
    seats = {row["id"]: (float(row["latitude"]), float(row["longitude"])) for row in rows}
    return {iri[6:]: seat for iri, seat in seats.items() if iri.startswith("state/")}


def _whole(point: Point) -> list[int]:
    return [round(point[0]), round(point[1])]


def _path(rings: Iterable[list[Point]]) -> str:
    """Write rings as the path of an SVG, in whole units, each step from the one before."""
    return "".join(_ring_path([_whole(point) for point in ring]) for ring in rings)


def _ring_path(ring: list[list[int]]) -> str:
    x, y = ring[0]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring[:-1])]
    # A minus sign parts two numbers as well as a comma does.
    words = [f"{dx}{dy}" if dy < 0 else f"{dx},{dy}" for dx, dy in steps if dx or dy]
    joined = "".join(
        word if word[0] == "-" or not i else f" {word}" for i, word in enumerate(words)
    )
    return f"M{x},{y}l{joined}z" if words else f"M{x},{y}h1v1z"


def _box(points: list[Point]) -> list[int]:
    """The part of the plane that the map takes: left, top, width, height."""
    xs, ys = zip(*points, strict=True)
    left, top = round(min(xs)) - MARGIN, round(min(ys)) - MARGIN
    return [left, top, round(max(xs)) + MARGIN - left, round(max(ys)) + MARGIN - top]


def _to_json(world: Mapping[str, Any]) -> str:
    lines = [
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in world.items()
        if key != "states"
    ]
    compact = {"separators": (",", ":")}
    states = [f'"{code}":{json.dumps(s, **compact)}' for code, s in world["states"].items()]
    lines.append('"states": {\n' + ",\n".join(states) + "\n}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
