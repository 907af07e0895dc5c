from oxrdflib import OxigraphStore as Plugin
from pyoxigraph import Store as OxigraphStore
from rdflib import Dataset
from stories import to_store
from towns import ALONE, HOST, SENDER, SENT, tell_all

from kg.view.aliases import read_aliases
from kg.view.read import read_page_graph


def dataset(store: OxigraphStore) -> Dataset:
    return Dataset(store=Plugin(store=store))


def test_who_goes_by_which_iri():
    assert read_aliases(dataset(to_store(tell_all()))) == {ALONE: SENT, SENDER: SENT}


def test_a_person_of_several_iris_is_one_node():
    graph = read_page_graph(dataset(to_store(tell_all())))
    people = {node.id: node for node in graph.nodes if node.type == "person"}
    assert set(people) == {SENT, HOST}
    one = people[SENT]
    assert one.label == "Sergei Chubai"
    assert set(one.names) == {"Chubai", "Sergei Chubai", "Serhiy Chubay"}
    assert len(one.articles) == 3
    assert one.links == ()


def test_their_edges_and_sentences_meet_in_it():
    graph = read_page_graph(dataset(to_store(tell_all())))
    ends = {end for edge in graph.edges for end in (edge.source, edge.target)}
    assert not ends & {ALONE, SENDER}
    offices = [edge for edge in graph.edges if edge.kind == "office"]
    assert [(edge.source, len(edge.evidence)) for edge in offices] == [(SENT, 3)]
    actors = {actor for report in graph.evidence for actor in report.actors}
    assert actors == {SENT, HOST}
