import math
import random
from itertools import combinations, pairwise

from kg.view.layout import lay_out

SIZE = (110.0, 60.0)


def tree(count, seed=1):
    """A random tree with a few more edges."""
    chance = random.Random(seed)
    names = [f"n{i:04}" for i in range(count)]
    edges = [(names[i], names[chance.randrange(i)]) for i in range(1, count)]
    return names, edges + [tuple(chance.sample(names, 2)) for _ in range(count // 4)]


def test_no_boxes_overlap_at_forty_nodes():
    names, edges = tree(40)
    placed = lay_out(dict.fromkeys(names, SIZE), edges)
    for (x1, y1), (x2, y2) in combinations(placed.values(), 2):
        assert abs(x1 - x2) >= SIZE[0] or abs(y1 - y2) >= SIZE[1]


def test_order_of_the_input_does_not_show():
    names, edges = tree(30)
    placed = lay_out(dict.fromkeys(names, SIZE), edges)
    turned = [(b, a) for a, b in reversed(edges)]
    assert lay_out(dict.fromkeys(reversed(names), SIZE), turned + edges[:3]) == placed


def test_neighbours_are_nearer_than_others():
    names = [f"n{i}" for i in range(12)]
    edges = list(pairwise(names))
    placed = lay_out(dict.fromkeys(names, (20.0, 20.0)), edges)
    near = [math.dist(placed[a], placed[b]) for a, b in edges]
    assert max(near) < math.dist(placed[names[0]], placed[names[-1]]) / 3


def test_leaves_of_one_hub_lie_around_it():
    names = ["hub", *(f"leaf{i}" for i in range(9))]
    placed = lay_out(dict.fromkeys(names, (20.0, 20.0)), [("hub", leaf) for leaf in names[1:]])
    assert len(set(placed.values())) == 10
    lengths = [math.dist(placed["hub"], placed[leaf]) for leaf in names[1:]]
    assert max(lengths) < 2 * min(lengths)


def test_the_small_cases():
    assert lay_out({}, []) == {}
    assert lay_out({"one": SIZE}, []) == {"one": (0, 0)}
    assert lay_out({"one": SIZE}, [("one", "one")]) == {"one": (0, 0)}
    two = lay_out({"one": SIZE, "two": SIZE}, [("one", "two")])
    assert two["one"] != two["two"]


def test_more_nodes_than_pivots_still_spread():
    names, edges = tree(700)
    placed = lay_out(dict.fromkeys(names, (30.0, 20.0)), edges)
    assert len(set(placed.values())) == 700
