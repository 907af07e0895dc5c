import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from stories import to_store
from towns import ALONE, HOST, SENDER, SENT, tell_all
from view.graphs import Story, Telling, World, build, iri

from kg.graph.rdf.iris import GAZETTEER
from kg.graph.rdf.terms import LABEL
from kg.ontology.namespaces import KG, RDFS
from kg.view.labels import Words
from kg.view.read import read_page_graph
from kg.view.records import Records

ANA = NamedNode(str(iri("person/ana-lima")))


@pytest.fixture
def records():
    telling = Telling("um", "x", "Attack", "Ana [atacou].", source=("person/ana-lima",))
    store = build(World((Story("um", "pt"),), {"person/ana-lima": {"pt": "Ana Lima"}}, (telling,)))
    store.add(Quad(ANA, LABEL, Literal("Anna Lima", language="en")))
    store.add(Quad(ANA, LABEL, Literal("Official", language="fr"), GAZETTEER))
    return Records(store)


def test_values_are_those_of_the_union_sorted(records):
    assert records.values(ANA.value, RDFS.label) == ("Ana Lima", "Anna Lima")
    assert records.first(ANA.value, RDFS.label) == "Ana Lima"
    assert records.values(ANA.value, KG.country) == ()
    assert records.first(ANA.value, KG.country) is None


def test_words_have_their_language(records):
    assert records.words(ANA.value, RDFS.label) == (
        Words("Ana Lima", "pt"),
        Words("Anna Lima", "en"),
    )


def test_official_labels_are_those_of_the_gazetteer(records):
    assert Words("Official", "fr") in records.official(ANA.value)
    assert Words("Anna Lima", "en") not in records.official(ANA.value)


def test_mentions_name_each_graph(records):
    graphs = {graph for entity, graph in records.mentions(KG.Person) if entity == ANA.value}
    assert str(iri("article/um")) in graphs


def test_an_empty_store_says_nothing():
    assert Records(Store()).subjects(KG.source) == []


def test_who_goes_by_which_iri():
    assert Records(to_store(tell_all())).aliases == {ALONE: SENT, SENDER: SENT}


def test_a_person_of_several_iris_is_one_node():
    graph = read_page_graph(to_store(tell_all()))
    people = {node.id: node for node in graph.nodes if node.type == "person"}
    assert set(people) == {SENT, HOST}
    one = people[SENT]
    assert "Sergei Chubai" in one.labels.values()
    assert {*one.labels.values(), *one.names} == {"Chubai", "Sergei Chubai", "Serhiy Chubay"}
    assert len(one.articles) == 3
    assert one.links == ()


def test_their_events_and_offices_meet_in_it():
    graph = read_page_graph(to_store(tell_all()))
    names = [node.id for node in graph.nodes]
    actors = {names[i] for e in graph.events for i in (*e.source, *e.target, *e.participant)}
    assert SENT in actors
    offices = {node.id: node.offices for node in graph.nodes if node.offices}
    assert {name: [len(office.reports) for office in held] for name, held in offices.items()} == {
        SENT: [3]
    }
