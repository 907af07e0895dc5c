from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.graph.rdf.terms import TYPE
from kg.graph.rdf.turtle import seal_turtle, to_turtle, update_turtle, write_turtle

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


def test_prefixes_come_sorted_and_blocks_apart():
    kg = NamedNode("https://w3id.org/geopolitical-kg/ontology#met")
    people = [NamedNode(f"https://w3id.org/geopolitical-kg/person/{x}") for x in "ba"]
    text = to_turtle([Triple(people[0], kg, people[1]), Triple(people[1], kg, people[0])]).decode()
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert text.endswith("\n\nperson:a kg:met person:b .\n\nperson:b kg:met person:a .\n")


# Names that Turtle writes with a prefix, with escapes, and whole; one begins another.
SUBJECTS = st.sampled_from(
    [
        NamedNode(f"https://w3id.org/geopolitical-kg/{name}")
        for name in ("person/a", "person/a-b", "person/a,b", "person/a/b", "state/A", "x")
    ]
)
PREDICATES = NODES | st.just(TYPE)
CHANGES = st.sets(st.builds(Triple, SUBJECTS, PREDICATES, VALUES), max_size=9)


def to_store(triples):
    store = Store()
    store.extend(Quad(*triple) for triple in triples)
    return store


@given(CHANGES)
def test_a_store_is_written_as_its_triples_are(triples):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        count, _ = write_turtle(to_store(triples), path)
        assert count == len(triples)
        assert path.read_bytes() == to_turtle(triples)
        assert list(Path(folder).iterdir()) == [path]


@given(CHANGES, CHANGES, CHANGES)
def test_an_update_writes_what_writing_all_would(before, gone, come):
    after = (before - gone) | come
    subjects = {triple.subject.value for triple in gone | come}
    with TemporaryDirectory() as folder:
        last, path = Path(folder) / "last.ttl", Path(folder) / "graph.ttl"
        last.write_bytes(to_turtle(before))
        more = update_turtle(to_store(after), path, last, subjects)
        assert more == len(after) - len(before)
        assert path.read_bytes() == to_turtle(after)


def test_a_seal_is_broken_by_any_change(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_bytes(to_turtle([Triple(TYPE, TYPE, TYPE)]))
    seal = seal_turtle(path)
    assert seal_turtle(path) == seal
    path.write_bytes(path.read_bytes() + b"\n")
    assert seal_turtle(path) != seal
