from itertools import permutations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse
from view.graphs import build
from view.worlds import STRAIT

from kg.export.graphs import read_graphs
from kg.graph.rdf.union import named_quads
from kg.ontology.namespaces import BASE
from kg.view.rdf import pack_dataset

A, B, P = NamedNode("https://x.org/a"), NamedNode("https://x.org/b"), NamedNode("https://x.org/p")
QUADS = [
    Quad(A, P, Literal("one"), A),
    Quad(B, P, Literal("um", language="pt"), A),
    Quad(A, P, B, B),
]


def test_the_named_graphs_come_back_and_the_union_stays_out():
    store = build(STRAIT)
    packed = list(parse(pack_dataset(read_graphs(store)), format=RdfFormat.TRIG))
    assert set(packed) == set(named_quads(store))
    assert len(packed) < len(store)


def test_equal_graphs_equal_bytes():
    packed = set()
    for order in permutations(QUADS):
        store = Store()
        store.extend(order)
        packed.add(pack_dataset(read_graphs(store)))
    assert len(packed) == 1


def test_no_graphs_no_statements():
    assert list(parse(pack_dataset(read_graphs(Store())), format=RdfFormat.TRIG)) == []


@pytest.mark.parametrize(
    "text", ['"quoted" and <https://w3id.org/geopolitical-kg/person/x>', "a\nb\u2028c\x85d .", "\\"]
)
def test_any_statement_comes_back(text):
    store = Store()
    names = ["place/RUS/moscow", "person/joão", "article/a%20b", "report/-1", "time/2025~", ""]
    iris = [NamedNode(f"{BASE}{name}") for name in names]
    literals = [Literal(text), Literal(text, language="pt-br"), Literal(7), Literal(True)]
    store.extend(Quad(iri, P, value, iri) for iri in iris for value in (*iris, *literals))
    packed = set(parse(pack_dataset(read_graphs(store)), format=RdfFormat.TRIG))
    assert packed == set(named_quads(store))
