from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.graph.union import fill_union, named_quads, union_triples

S, P, V = (NamedNode(f"x:{name}") for name in "spv")
A, B = (NamedNode(f"x:graph-{name}") for name in "ab")


def test_what_two_graphs_say_is_one_triple():
    store = Store()
    store.extend([Quad(S, P, V, A), Quad(S, P, V, B)])
    fill_union(store)
    assert list(union_triples(store)) == [Triple(S, P, V)]
    assert set(named_quads(store)) == {Quad(S, P, V, A), Quad(S, P, V, B)}


def test_what_no_graph_says_any_more_goes():
    store = Store()
    store.extend([Quad(S, P, V, A), Quad(V, P, S, DefaultGraph())])
    fill_union(store)
    assert list(union_triples(store)) == [Triple(S, P, V)]
