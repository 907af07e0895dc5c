"""The quick look and pySHACL tell the same of every graph, whole or broken."""

from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple
from rdflib import RDFS, Graph
from stories import tell_english, tell_portuguese, to_store

from kg.graph.rdf.terms import TYPE, node
from kg.graph.rdf.union import union_triples
from kg.graph.shapes.suspects import find_suspects
from kg.graph.shapes.validate import _read_union, check_shapes, check_store
from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import KG, XSD


@cache
def shapes():
    return Graph().parse(ontology_dir() / "shapes.ttl")


@cache
def triples():
    store = to_store([tell_portuguese(), tell_english()])
    return sorted({*union_triples(store)}, key=str)


def typed(text, name):
    return Literal(text, datatype=node(XSD[name]))


WRONG = [
    *(Literal(""), Literal("positive"), Literal("positive", language="en"), Literal("abc")),
    *(typed("-1", "integer"), typed("x", "integer"), typed("99999", "integer")),
    *(typed("1.5", "decimal"), typed("0.5", "double"), typed("true", "boolean")),
    *(typed("2024-02-31", "date"), typed("1999-01-01", "date"), typed("2999-01-01", "date")),
    *(NamedNode("x:other"), node(KG.Report), node(KG.Person), node(KG.Event)),
]


def to_plain_store(found):
    store = Store()
    store.extend(Quad(*triple) for triple in found)
    return store


def agree(store):
    quick, whole = check_store(store, shapes()), check_shapes(_read_union(store), shapes())
    assert quick == whole
    return quick.conforms


def test_what_a_merge_writes_has_no_suspects():
    store = to_plain_store(triples())
    assert list(find_suspects(store, shapes())) == []
    assert agree(store)


@settings(max_examples=20, deadline=None, phases=[Phase.generate])
@given(st.data())
def test_a_broken_graph_is_judged_as_by_pyshacl(data):
    """Statements go, others get another object, or one more."""
    some = st.lists(st.sampled_from(triples()), max_size=3)
    found = set(triples()) - set(data.draw(some))
    for triple in data.draw(some):
        found.discard(triple)
        found.add(Triple(triple.subject, triple.predicate, data.draw(st.sampled_from(WRONG))))
    for triple in data.draw(some):
        found.add(Triple(triple.subject, triple.predicate, data.draw(st.sampled_from(WRONG))))
    agree(to_plain_store(found))


def test_a_wrong_value_of_any_property_is_a_suspect():
    """One graph for each value: it takes the place of an object of each property in turn."""
    last = {triple.predicate: triple for triple in triples() if triple.predicate != TYPE}
    for value in WRONG:
        changed = {Triple(one.subject, one.predicate, value) for one in last.values()}
        store = to_plain_store((set(triples()) - set(last.values())) | changed)
        suspects = {suspect.value for suspect in find_suspects(store, shapes())}
        found = check_shapes(_read_union(store), shapes()).violations
        assert {line.partition(" ")[0] for line in found} <= suspects


@pytest.mark.parametrize(
    "extra",
    [
        "shape:Article sh:deactivated true .",
        "shape:Article sh:property [ sh:path ( kg:a kg:b ) ; sh:minCount 1 ] .",
        "shape:Article sh:property [ sh:path kg:source ; sh:property [ sh:path kg:b ] ] .",
    ],
)
def test_shapes_that_say_more_leave_nobody_out(extra):
    more = Graph().parse(ontology_dir() / "shapes.ttl")
    heads = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in more.namespaces())
    more.parse(data=heads + extra, format="turtle")
    suspects = set(find_suspects(to_plain_store(triples()), more))
    articles = {t.subject for t in triples() if (t.predicate, t.object) == (TYPE, node(KG.Article))}
    assert articles
    assert articles <= suspects


def test_a_literal_that_is_none_of_its_datatype_violates():
    """Also where it is to be compared, which pySHACL by itself does not survive."""
    store = to_plain_store(t for t in triples() if t.predicate != node(KG.sentenceStart))
    report = next(t.subject for t in triples() if t.object == node(KG.Report))
    store.add(Quad(report, node(KG.sentenceStart), typed("x", "integer"), DefaultGraph()))
    assert not agree(store)


def test_a_blank_node_is_no_actor():
    store = to_plain_store(triples())
    report = next(t.subject for t in triples() if t.object == node(KG.Report))
    store.add(Quad(report, node(KG.reportedSource), BlankNode("b"), DefaultGraph()))
    assert set(find_suspects(store, shapes())) == {report}
    assert not check_store(store, shapes()).conforms


def test_nor_do_classes_of_classes():
    store = to_plain_store(triples())
    store.add(Quad(node(KG.Visit), node(RDFS.subClassOf), node(KG.Report), DefaultGraph()))
    assert list(find_suspects(store, shapes()))
