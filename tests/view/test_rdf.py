from itertools import permutations

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse
from view.graphs import build
from view.worlds import STRAIT

from kg.graph.union import named_quads
from kg.view.rdf import pack_dataset

A, B, P = NamedNode("https://x.org/a"), NamedNode("https://x.org/b"), NamedNode("https://x.org/p")
QUADS = [
    Quad(A, P, Literal("one"), A),
    Quad(B, P, Literal("um", language="pt"), A),
    Quad(A, P, B, B),
]


def test_the_named_graphs_come_back_and_the_union_stays_out():
    store = build(STRAIT)
    packed = list(parse(pack_dataset(store), format=RdfFormat.TRIG))
    assert set(packed) == set(named_quads(store))
    assert len(packed) < len(store)


def test_equal_graphs_equal_bytes():
    packed = set()
    for order in permutations(QUADS):
        store = Store()
        store.extend(order)
        packed.add(pack_dataset(store))
    assert len(packed) == 1


def test_no_graphs_no_statements():
    assert list(parse(pack_dataset(Store()), format=RdfFormat.TRIG)) == []
