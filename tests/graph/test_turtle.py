from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.graph.turtle import to_trig, to_turtle

NODES = st.sampled_from([NamedNode(f"https://w3id.org/geopolitical-kg/{x}") for x in "abcde"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
VALUES = NODES | st.builds(Literal, TEXTS) | st.builds(lambda t: Literal(t, language="pt"), TEXTS)
TRIPLES = st.lists(st.builds(Triple, NODES, NODES, VALUES), max_size=8)


@given(TRIPLES, st.randoms(use_true_random=False))
def test_equal_triples_give_equal_bytes(triples, random):
    shuffled = [*triples, *triples]
    random.shuffle(shuffled)
    assert to_turtle(triples) == to_turtle(shuffled)


@given(TRIPLES)
def test_what_is_written_is_read_back(triples):
    read = parse(to_turtle(triples), RdfFormat.TURTLE)
    assert {quad.triple for quad in read} == set(triples)


@given(TRIPLES, NODES, NODES)
def test_graphs_are_kept(triples, a, b):
    quads = {Quad(*triple, graph) for triple in triples for graph in (a, b)}
    assert set(parse(to_trig(quads), RdfFormat.TRIG)) == quads


def test_prefixes_come_sorted_and_blocks_apart():
    kg = NamedNode("https://w3id.org/geopolitical-kg/ontology#met")
    people = [NamedNode(f"https://w3id.org/geopolitical-kg/person/{x}") for x in "ba"]
    text = to_turtle([Triple(people[0], kg, people[1]), Triple(people[1], kg, people[0])]).decode()
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert text.endswith("\n\nperson:a kg:met person:b .\n\nperson:b kg:met person:a .\n")
