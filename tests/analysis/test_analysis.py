import pytest
from stories import build_directory

from kg.analysis import analyze
from kg.analysis.centrality import rank_actors
from kg.analysis.communities import find_communities
from kg.analysis.dyads import balance_by_month, rank_dyads
from kg.analysis.facts import group_by_state, keep_facts
from kg.graph.directory.store import open_dataset

from .networks import STATE, make_network

STAR = make_network(
    ("Centre", "A", 1.0, "2024-05-01"),
    ("B", "Centre", 1.0, "2024-05-01"),
    ("Centre", "C", -4.0, ""),
    ("A", "Centre", 2.0, "2024-06-30"),
)


def test_only_what_happened_counts():
    network = make_network(
        ("A", "B", 1.0, ""),
        ("A", "C", 1.0, "", {"polarity": "negative"}),
        ("A", "D", 1.0, "", {"modality": "planned"}),
        ("A", "A", 1.0, ""),
    )
    assert sorted(keep_facts(network)) == ["A", "B"]
    assert sorted(network) == ["A", "B", "C", "D"]


def test_the_hub_of_a_star_is_central():
    ranked = rank_actors(STAR)
    assert [row["actor"] for row in ranked] == ["Centre", "A", "B", "C"]
    assert ranked[0] == {
        "actor": "Centre",
        "type": "STATE",
        "country": "",
        "events": 4,
        "partners": 3,
        "betweenness": 1.0,
        "iri": "Centre",
    }
    assert ranked[1]["events"] == 2
    assert ranked[1]["betweenness"] == 0.0


def test_an_event_of_many_pairs_counts_once():
    network = make_network(("A", "B", 1.0, ""))
    network.add_edge("A", "C", key="event/0", **network.edges["A", "B", "event/0"])
    network.nodes["C"].update(network.nodes["A"])
    assert rank_actors(network)[0]["events"] == 1


def test_communities_are_of_those_who_cooperate():
    pairs = [("A", "B"), ("B", "C"), ("A", "C"), ("X", "Y"), ("Y", "Z")]
    friends = [(a, b, 8.0, "") for a, b in pairs]
    foes = [(a, b, -10.0, "") for a, b in [("A", "X")] * 5 + [("Q", "A")]]
    found = find_communities(make_network(*friends, *foes))
    assert [(row["size"], row["members"], row["cooperation"]) for row in found] == [
        (3, "A; B; C", 24.0),
        (2 + 1, "Y; X; Z", 16.0),
    ]


def test_dyads_add_up_both_ways():
    dyads = rank_dyads(STAR)
    assert dyads[0] == {
        "a": "A",
        "b": "Centre",
        "events": 2,
        "cooperation": 3.0,
        "conflict": 0.0,
        "balance": 3.0,
        "mean": 1.5,
        "first": "2024-05-01",
        "last": "2024-06-30",
        "a_iri": "A",
        "b_iri": "Centre",
    }
    cold = next(row for row in dyads if row["b"] == "Centre" and row["a"] == "C")
    assert (cold["conflict"], cold["balance"], cold["first"]) == (-4.0, -4.0, None)


def test_months_leave_out_what_is_not_dated_to_one():
    year = {"earliest": "2024-01-01", "latest": "2024-12-31"}
    network = make_network(
        ("A", "B", 5.0, "2024-06-02"),
        ("B", "A", -7.0, "2024-06-30"),
        ("A", "B", 1.0, "2024-05-01"),
        ("A", "B", 9.0, "", year),
        ("A", "B", 9.0, ""),
    )
    months = balance_by_month(network)
    assert [(r["month"], r["events"], r["balance"]) for r in months] == [
        ("2024-05", 1, 1.0),
        ("2024-06", 2, -2.0),
    ]
    assert (months[1]["cooperation"], months[1]["conflict"]) == (5.0, -7.0)


def test_states_stand_for_their_people():
    network = make_network(("BRA", "PRY", 1.0, ""), ("Union", "BRA", 2.0, ""))
    person = {"label": "Lula", "type": "PERSON", "country": "BRA", "bipartite": 0}
    network.add_node("lula", **person)
    event = network.edges[STATE + "BRA", STATE + "PRY", "event/0"]
    network.add_edge("lula", STATE + "PRY", key="event/8", **event)
    network.add_edge("lula", STATE + "BRA", key="event/9", **event)
    grouped = group_by_state(network, {STATE + "BRA": "Brazil"})
    assert sorted(grouped) == sorted([STATE + "BRA", STATE + "PRY", "Union"])
    assert grouped.number_of_edges(STATE + "BRA", STATE + "PRY") == 2
    assert not any(a == b for a, b in grouped.edges())


def test_places_are_no_actors():
    network = make_network(("RUS", "kharkiv", -10.0, ""), ("USA", "arctic", -7.2, ""))
    network.nodes["kharkiv"].update(type="PLACE", country="UKR")
    network.nodes["arctic"].update(type="PLACE")
    grouped = group_by_state(network, {STATE + "UKR": "Ukraine"}, only_places=True)
    assert sorted(grouped) == [STATE + "RUS", STATE + "UKR"]
    assert grouped.nodes[STATE + "UKR"]["label"] == "Ukraine"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    return open_dataset(build_directory(tmp_path_factory.mktemp("analysis") / "graph"))


def test_a_graph(dataset):
    analysis = analyze(dataset)
    assert [row["events"] for row in analysis.actors] == [2, 2, 1, 1]
    assert analysis.dyads[0]["balance"] == 15.0
    assert analysis.months.column("month") == ["2024-06"]
    assert len(analysis.communities) == 1


def test_a_graph_by_state(dataset):
    analysis = analyze(dataset, by="state", lang="pt")
    assert [(row["a"], row["b"], row["events"]) for row in analysis.dyads] == [
        ("Brasil", "Paraguai", 3)
    ]


def test_no_events():
    from rdflib import Dataset

    analysis = analyze(Dataset())
    tables = (analysis.actors, analysis.communities, analysis.dyads, analysis.months)
    assert [len(table) for table in tables] == [0, 0, 0, 0]
