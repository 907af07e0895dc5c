import itertools

import pytest

from tools.worldmap.projection import SCALE, project


# Half the width and height of the unit sphere, as the paper gives them.
@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),
    [(0, 0, 0, 0), (0, 180, 2.7066, 0), (90, 0, 0, -1.3173), (-90, 0, 0, 1.3173)],
)
def test_the_corners_of_the_world(latitude, longitude, x, y):
    found = [value / SCALE for value in project(latitude, longitude)]
    assert found == pytest.approx([x, y], abs=1e-4)


def zone(south, north, steps=2000):
    """The area between two parallels on the map, in thin strips."""
    edges = [south + (north - south) * i / steps for i in range(steps + 1)]
    strips = itertools.pairwise(edges)
    return sum(
        project((low + high) / 2, 360)[0] * (project(low, 0)[1] - project(high, 0)[1])
        for low, high in strips
    )


def test_equal_areas_stay_equal():
    # A zone of a sphere has the area of its height, and the sine of 30 degrees is a half.
    assert zone(0, 30) == pytest.approx(zone(30, 90), rel=1e-5)
