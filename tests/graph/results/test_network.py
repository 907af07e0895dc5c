import networkx as nx
from rdflib import Dataset
from stories import BRAZIL, LULA, PARAGUAY, PENA

from kg.graph.directory.store import open_dataset
from kg.graph.results.network import to_networkx


def edges(graph):
    return {(a, b, data["class"]) for a, b, data in graph.edges(data=True)}


def test_actors_and_what_they_did(demo):
    graph = to_networkx(open_dataset(demo))
    assert set(graph) == {LULA, PENA, BRAZIL, PARAGUAY}
    assert edges(graph) == {
        (LULA, PENA, "Negotiation"),
        (LULA, PENA, "TreatySigned"),
        (BRAZIL, PARAGUAY, "TroopDeployment"),
        (PARAGUAY, BRAZIL, "AidRequest"),
    }
    assert graph.nodes[LULA] == {
        "label": "Luiz Inácio Lula da Silva",
        "type": "PERSON",
        "country": "BRA",
        "bipartite": 0,
    }


def test_an_edge_says_when_and_how_surely(demo):
    graph = to_networkx(open_dataset(demo), lang="pt")
    found = {data["class"]: data for _, _, data in graph.edges(data=True)}
    talks, request = found["Negotiation"], found["AidRequest"]
    assert (talks["date"], talks["earliest"], talks["latest"]) == ("2024-06-03",) * 3
    assert (talks["relation"], talks["plover"], talks["reports"]) == (
        *("negotiatedWith", "CONSULT"),
        2,
    )
    assert talks["label"] == "Negociação"
    assert talks["place"] == "Palácio do Planalto"
    assert (request["polarity"], request["date"]) == ("negative", "")
    assert found["TroopDeployment"]["quantity"] == "120 militares"
    assert (talks["weight"], talks["goldstein"]) == (2, 7.0)
    assert (found["TroopDeployment"]["weight"], found["TroopDeployment"]["goldstein"]) == (1, -7.2)


def test_events_as_nodes(demo):
    graph = to_networkx(open_dataset(demo), events=True)
    actors = {node for node, side in graph.nodes(data="bipartite") if side == 0}
    assert nx.is_bipartite(graph)
    assert actors == {LULA, PENA, BRAZIL, PARAGUAY}
    assert len(graph) - len(actors) == 5
    request = next(n for n, name in graph.nodes(data="class") if name == "AidRequest")
    assert list(graph.predecessors(request)) == [PARAGUAY]
    assert list(graph.successors(request)) == [BRAZIL]


def test_attributes_are_plain_values(demo):
    for events in (False, True):
        graph = to_networkx(open_dataset(demo), events=events)
        for *_, data in [*graph.nodes(data=True), *graph.edges(data=True)]:
            assert {type(value) for value in data.values()} <= {str, int, float}


def test_no_events(tmp_path):
    assert len(to_networkx(Dataset())) == 0
