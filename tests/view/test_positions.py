import math
import random

import pytest

from kg.view.model import Event, Node, Office, PageGraph
from kg.view.positions import CELL, CORE, position


def actors(count, kind="state"):
    return tuple(Node(f"n{i}", kind, {"en": f"N{i}"}) for i in range(count))


def made_up(count, events, seed=1):
    chance = random.Random(seed)
    weights = [1 / (i + 3) for i in range(count)]
    return PageGraph(
        "en",
        actors(count),
        tuple(
            Event(f"e{i}", source=(chance.choices(range(count), weights)[0],), target=(i % count,))
            for i in range(events)
        ),
    )


def test_nothing_has_no_positions():
    assert position(PageGraph("en")).nodes == position(PageGraph("en")).events == ()


def test_everything_has_a_spot_of_its_own():
    placed = position(made_up(1_500, 1_500))
    assert len(set(placed.nodes) | set(placed.events)) == 3_000


def test_equal_graphs_have_equal_positions():
    assert position(made_up(700, 300)) == position(made_up(700, 300))


def test_an_event_stands_between_its_actors():
    graph = PageGraph("en", actors(2), (Event("e", source=(0,), target=(1,), reports=(0,)),))
    placed = position(graph)
    middle = [sum(axis) / 2 for axis in zip(*placed.nodes, strict=True)]
    assert math.dist(placed.events[0], middle) < CELL[0]


def test_what_is_joined_after_the_first_stands_near_what_it_is_joined_to():
    ring = CORE + 50
    chained = tuple(Event(f"e{i}", participant=(i, i + 1)) for i in range(CORE))
    leaf = Event("leaf", source=(3,), target=(ring - 1,))
    placed = position(PageGraph("en", actors(ring), (*chained, leaf)))
    near = math.dist(placed.nodes[3], placed.nodes[ring - 1])
    assert near < 3 * CELL[0]


def test_an_office_draws_its_holder_near():
    nodes = (
        Node("r", "state", {"en": "R"}),
        Node("m", "person", {"en": "M"}, offices=(Office({"en": "minister"}, 0),)),
        Node("x", "state", {"en": "X"}),
        Node("y", "state", {"en": "Y"}),
    )
    graph = PageGraph("en", nodes, (Event("e", source=(2,), target=(3,)),))
    placed = position(graph).nodes
    assert math.dist(placed[0], placed[1]) < math.dist(placed[1], placed[2])


@pytest.mark.parametrize("place", [(), (0,)])
def test_an_event_without_actors_is_placed(place):
    nodes = (Node("p", "place", {"en": "P"}),)
    placed = position(PageGraph("en", nodes, (Event("e", place=place),)))
    assert len(placed.events) == 1


def test_a_mention_alone_stands_outside():
    graph = made_up(40, 60)
    alone = Node("alone", "person", {"en": "Alone"})
    placed = position(PageGraph("en", (*graph.nodes, alone), graph.events)).nodes
    farthest = max(math.hypot(*spot) for spot in placed[:40])
    assert math.hypot(*placed[40]) > 0.8 * farthest
