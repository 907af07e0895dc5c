import pytest

from kg.graph.merge.joining import Judgement
from kg.graph.merge.judgements import (
    describe_decision,
    describe_judgement,
    judgement_iri,
    kind_of,
    verdict_terms,
)
from kg.graph.rdf.terms import node
from kg.ontology.namespaces import BASE, KG, RDFS

PAIR = (f"{BASE}person/BRA/a", f"{BASE}person/BRA/b")


def values(statements, predicate):
    return [value.value for _, found, value in statements if found.value == str(predicate)]


def test_a_judgement_by_rule():
    judgement = Judgement(*PAIR, 1.2, {"same_name": 1.3, "other_office": -0.1})
    statements = list(describe_judgement(judgement, "unsure"))
    assert {subject for subject, _, _ in statements} == {judgement_iri(PAIR)}
    assert values(statements, KG.unsure) == list(PAIR)
    assert values(statements, KG.decidedBy) == ["rule"]
    assert values(statements, KG.score) == ["1"]
    assert values(statements, RDFS.comment) == ["same_name +1.30, other_office -0.10"]


def test_there_is_one_judgement_of_a_pair_whoever_decides():
    by_rule = describe_judgement(Judgement(*PAIR, 0.8, {}), "same")
    by_ana = describe_decision(PAIR, "not the same", "Ana", 0.8, "")
    assert {s for s, _, _ in by_rule} == {s for s, _, _ in by_ana} == {judgement_iri(PAIR)}


@pytest.mark.parametrize(
    ("iri", "kind", "same"),
    [("report/1", "events", KG.sameEvent), ("person/x", "actors", KG.sameActor)],
)
def test_what_it_is_about(iri, kind, same):
    assert kind_of(f"{BASE}{iri}") == kind
    assert verdict_terms(kind)["same"] == node(same)
