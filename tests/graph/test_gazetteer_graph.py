from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.graph.gazetteer_graph import copy_facts, to_containers
from kg.graph.iris import GAZETTEER, PREFIXES, article_iri
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import RDFS

KREMLIN, MOSCOW = PREFIXES["place"] + "RUS/kremlin", PREFIXES["place"] + "RUS/moscow"
RUSSIA, CHINA = PREFIXES["state"] + "RUS", PREFIXES["state"] + "CHN"


def names(quads):
    return {q.subject.value for q in quads if q.predicate.value == str(RDFS.label)}


def store_of(iri, graph):
    store = Store()
    store.add(Quad(NamedNode("x:report"), NamedNode("x:place"), NamedNode(iri), graph))
    return store


def test_what_occurs_and_what_it_lies_in_is_named():
    quads = list(copy_facts(store_of(KREMLIN, article_iri("a")), load_gazetteer()))
    assert {quad.graph_name for quad in quads} == {GAZETTEER}
    assert {KREMLIN, MOSCOW, RUSSIA} <= names(quads)
    assert CHINA not in names(quads)


def test_only_what_articles_name_counts():
    assert list(copy_facts(store_of(KREMLIN, DefaultGraph()), load_gazetteer())) == []


def test_a_place_lies_in_its_city_and_state():
    containers = to_containers(load_gazetteer())
    assert set(containers(KREMLIN)) == {MOSCOW, RUSSIA}
    assert set(containers(RUSSIA)) == set()
    assert set(containers("x:unknown")) == set()
