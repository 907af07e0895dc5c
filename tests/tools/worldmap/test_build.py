"""The map that is committed: whole, small, and what the tool makes of its source."""

import json
import re
from math import dist

import pytest

from tools.gazetteer.tables import read_table
from tools.worldmap import build as worldmap
from tools.worldmap.projection import project
from tools.worldmap.topology import contains

WORLD = json.loads(worldmap.WORLD.read_text(encoding="utf8"))
SEATS = {
    row["id"].removeprefix("state/"): (float(row["latitude"]), float(row["longitude"]))
    for row in read_table("coordinates.tsv")
    if row["id"].startswith("state/")
}


def outlines(code):
    """The rings of a state, read from its path."""
    path = WORLD["states"][code].get("path", "")
    for ring in re.findall(r"M[^z]*z", path):
        start, _, steps = ring[1:-1].partition("l")
        x, y = map(int, re.findall(r"-?\d+", start))
        points = [(x, y)]
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        yield [*points, points[0]]


def within(code, latitude, longitude):
    point = project(latitude, longitude)
    return sum(contains(ring, point) for ring in outlines(code)) % 2 == 1


def test_it_is_small_and_says_where_it_is_from():
    assert worldmap.WORLD.stat().st_size <= 150_000
    assert {"origin", "licence", "date"} <= WORLD.keys()


def test_every_state_that_exists_is_on_it():
    rows = read_table("states.tsv")
    codes = {row["code"] for row in rows if not row["status"].startswith("former")}
    assert codes == WORLD["states"].keys()


def test_every_state_lies_in_the_box():
    left, top, width, height = WORLD["box"]
    for code, state in WORLD["states"].items():
        x, y = state["at"]
        assert left < x < left + width, code
        assert top < y < top + height, code


def test_every_capital_lies_in_its_state_or_on_its_shore():
    drawn = {code for code, state in WORLD["states"].items() if "small" not in state}
    for code in drawn & SEATS.keys():
        seat = project(*SEATS[code])
        shore = min(dist(seat, point) for ring in outlines(code) for point in ring)
        assert within(code, *SEATS[code]) or shore < 25, code
    assert len(drawn) > 150


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("UKR", 45.1, 34.1),
        ("ESH", 26.5, -13.2),
        ("ESH", 26.9, -9.5),
        ("MAR", 28.5, -10.5),
        ("SOM", 9.5, 45.5),
        ("CYP", 35.2, 33.1),
        ("GUF", 4.0, -53.0),
        ("XKX", 42.6, 20.9),
        ("TWN", 23.8, 121.0),
        ("RUS", 66.5, -173.0 + 360),
    ],
)
def test_whose_land_it_is(code, latitude, longitude):
    assert within(code, latitude, longitude)


def test_no_land_has_two_states():
    for code in ("RUS", "MAR", "FRA"):
        for latitude, longitude in [(45.1, 34.1), (26.5, -13.2), (4.0, -53.0)]:
            assert not within(code, latitude, longitude)


@pytest.mark.skipif(not worldmap.SOURCE.is_file(), reason="needs npm ci --prefix tools/worldmap")
def test_the_file_is_what_the_tool_makes():
    assert worldmap.build(worldmap.SOURCE) == worldmap.WORLD.read_text(encoding="utf8")
