import itertools
import json

import pytest

from tools.worldmap.topology import (
    Topology,
    contains,
    cut,
    dissolve,
    read_topology,
    ring_points,
)

# Two squares side by side, west and east, that share the arc 0 from south to north.
SHARED = ((1.0, 0.0), (1.0, 1.0))
WEST = ((1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0))
EAST = ((1.0, 1.0), (2.0, 1.0), (2.0, 0.0), (1.0, 0.0))
SQUARES = Topology((SHARED, WEST, EAST), {"west": (((0, 1),),), "east": (((0, 2),),)})


def area(points):
    pairs = itertools.pairwise(points)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def write(path, arcs, geometries):
    objects = {"countries": {"geometries": geometries}}
    transform = {"scale": [0.5, 0.5], "translate": [-180, -90]}
    path.write_text(json.dumps({"arcs": arcs, "objects": objects, "transform": transform}))
    return path


def test_arcs_are_steps_on_a_grid(tmp_path):
    arc = [[360, 180], [2, 0], [0, 2], [-2, -2]]
    geometry = {"type": "Polygon", "arcs": [[0]], "properties": {"name": "Nowhere"}}
    topology = read_topology(write(tmp_path / "t.json", [arc], [geometry]))
    assert topology.arcs == (((0, 0), (1, 0), (1, 1), (0, 0)),)
    assert topology.units == {"Nowhere": (((0,),),)}


def test_a_code_names_a_unit_before_its_name(tmp_path):
    geometry = {
        "type": "MultiPolygon",
        "arcs": [[[0]], [[1]]],
        "id": "643",
        "properties": {"name": "Russia"},
    }
    arc = [[0, 0], [1, 0], [0, 1], [-1, -1]]
    topology = read_topology(write(tmp_path / "t.json", [arc, arc], [geometry]))
    assert topology.units == {"643": (((0,),), ((1,),))}


def test_a_line_over_the_date_line_runs_on(tmp_path):
    geometry = {"type": "Polygon", "arcs": [[0]], "properties": {"name": "Far east"}}
    over = [[718, 300], [-716, 0], [0, 2], [716, 0], [0, -2]]
    topology = read_topology(write(tmp_path / "t.json", [over], [geometry]))
    assert [x for x, _ in topology.arcs[0]] == [179, 181, 181, 179, 179]


@pytest.mark.parametrize(("point", "inside"), [((0.5, 0.5), True), ((1.5, 0.5), False)])
def test_contains(point, inside):
    west = ring_points(SQUARES.arcs, (0, 1))
    assert contains(west, point) == inside


def test_two_that_meet_dissolve_into_one():
    mirrored = {"west": (((0, 1),),), "east": (((~0, ~2),),)}
    topology = Topology(SQUARES.arcs, mirrored)
    (ring,) = dissolve(topology, [*mirrored["west"], *mirrored["east"]])
    assert {abs(index) if index >= 0 else ~index for index in ring} == {1, 2}
    points = ring_points(topology.arcs, ring)
    assert points[0] == points[-1]
    assert area(points) == 2


def test_two_that_lie_apart_stay_two():
    far = tuple((x + 9, y) for x, y in (*SHARED, *WEST[1:]))
    topology = Topology((*SQUARES.arcs, far), {})
    assert len(dissolve(topology, [((0, 1),), ((3,),)])) == 2


def test_a_cut_gives_what_follows_the_junction_to_the_other():
    # A square of four: down its right side from the corner (2, 1), and up the left side past it.
    right = ((2.0, 1.0), (2.0, 0.0), (0.0, 0.0))
    left = ((0.0, 0.0), (0.0, 0.5), (0.0, 2.0))
    top = ((0.0, 2.0), (2.0, 2.0), (2.0, 1.0))
    topology = Topology((right, left, top), {"north": (((0, 1, 2),),), "south": ()})
    parted = cut(topology, "north", (2.1, 1.1), "south")
    for unit, latitudes in {"north": {1, 2}, "south": {0, 0.5, 1}}.items():
        ((ring,),) = parted.units[unit]
        points = ring_points(parted.arcs, ring)
        assert points[0] == points[-1]
        assert area(points) == 2
        assert {y for _, y in points} == latitudes
