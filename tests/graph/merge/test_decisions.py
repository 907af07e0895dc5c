from pyoxigraph import Quad, Store

from kg.graph.merge.decisions import read_decisions
from kg.graph.merge.joining import Decisions
from kg.graph.merge.judgements import describe_decision
from kg.graph.rdf.iris import JUDGEMENTS, MERGED
from kg.ontology.namespaces import BASE

REPORTS = (f"{BASE}report/1", f"{BASE}report/2")
PEOPLE = (f"{BASE}person/BRA/a", f"{BASE}person/BRA/b")
OTHERS = (f"{BASE}person/BRA/a", f"{BASE}person/BRA/c")


def fill(graph, *decisions):
    store = Store()
    for pair, verdict in decisions:
        for statement in describe_decision(pair, verdict, "Ana", 0.5, ""):
            store.add(Quad(*statement, graph))
    return store


def test_what_people_decided():
    store = fill(JUDGEMENTS, (REPORTS, "same"), (PEOPLE, "same"), (OTHERS, "not the same"))
    assert read_decisions(store) == Decisions(frozenset([REPORTS, PEOPLE]), frozenset([OTHERS]))


def test_what_rules_say_decides_nothing():
    store = fill(MERGED, (REPORTS, "same"), (PEOPLE, "not the same"))
    assert read_decisions(store) == Decisions()
