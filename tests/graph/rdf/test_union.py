from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store, Triple

from kg.graph.rdf.union import Writer, named_quads, union_triples

S, P, V = (NamedNode(f"x:{name}") for name in "spv")
A, B = (NamedNode(f"x:graph-{name}") for name in "ab")


def test_what_two_graphs_say_is_one_triple():
    store = Store()
    Writer(store).add([Quad(S, P, V, A), Quad(S, P, V, B)])
    assert list(union_triples(store)) == [Triple(S, P, V)]
    assert set(named_quads(store)) == {Quad(S, P, V, A), Quad(S, P, V, B)}


NAMES = st.sampled_from([S, P, V])
QUADS = st.sets(st.builds(Quad, NAMES, NAMES, NAMES, st.sampled_from([A, B])), max_size=8)


@given(QUADS, QUADS, QUADS)
def test_a_writer_keeps_the_union_in_step_and_says_what_it_touched(first, gone, other):
    store = Store()
    writer = Writer(store)
    writer.add(first)
    writer.remove(gone & first)
    writer.replace(A, {quad for quad in other if quad.graph_name == A})
    left = {quad for quad in first - gone if quad.graph_name == B}
    left |= {quad for quad in other if quad.graph_name == A}
    assert set(named_quads(store)) == left
    assert set(union_triples(store)) == {quad.triple for quad in left}
    changed = {quad.subject.value for quad in first ^ left}
    assert changed <= writer.subjects


def test_what_is_said_of_some_subjects_is_replaced():
    store = Store()
    writer = Writer(store)
    writer.add([Quad(S, P, V, A), Quad(V, P, S, A), Quad(S, P, V, B)])
    writer.subjects.clear()
    writer.replace(A, [Quad(S, P, S, A)], about=[S])
    assert set(named_quads(store)) == {Quad(S, P, S, A), Quad(V, P, S, A), Quad(S, P, V, B)}
    assert writer.subjects == {"x:s"}


def test_a_copy_leaves_graphs_out():
    last = Store()
    last.extend([Quad(S, P, V, A), Quad(S, P, V, B), Quad(V, P, S, B)])
    writer = Writer(Store())
    writer.copy(last, {B})
    assert set(named_quads(writer.store)) == {Quad(S, P, V, A)}
    assert list(union_triples(writer.store, ["x:s", "x:v"])) == [Triple(S, P, V)]
    assert writer.subjects == {"x:s", "x:v"}
