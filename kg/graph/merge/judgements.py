"""Judgements as triples: whether two reports or people are the same, who says so, and why."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pyoxigraph import NamedNode

from kg.graph.merge.joining import IriPair, Judgement
from kg.graph.rdf.iris import mint
from kg.graph.rdf.terms import TYPE, Statement, decimal, node, plain, words
from kg.ontology.namespaces import BASE, KG, RDFS

Kind = Literal["events", "actors"]
Verdict = Literal["same", "not the same", "unsure"]

RULE = "rule"
"""Who decided, when no person did."""

_REPORTS = f"{BASE}report/"


def judgement_iri(pair: IriPair) -> NamedNode:
    """The IRI of the judgement of a pair: whatever the verdict and whoever decides, there is one.

    pair: the smaller IRI first.
    """
    return mint("judgement", *pair)


def kind_of(iri: str) -> Kind:
    """What a judgement decides about: reports that tell of events, or actors."""
    return "events" if iri.startswith(_REPORTS) else "actors"


def verdict_terms(kind: Kind) -> Mapping[Verdict, NamedNode]:
    """Verdict to the property that leads from a judgement to both its things."""
    same = KG.sameEvent if kind == "events" else KG.sameActor
    return {"same": node(same), "not the same": node(KG.notSame), "unsure": node(KG.unsure)}


def describe_judgement(judgement: Judgement, verdict: Verdict) -> Iterator[Statement]:
    """All triples of a judgement by rule."""
    reasons = ", ".join(f"{name} {value:+.2f}" for name, value in judgement.reasons.items())
    return describe_decision(judgement.pair, verdict, RULE, min(judgement.score, 1.0), reasons)


def describe_decision(
    pair: IriPair, verdict: Verdict, by: str, score: float, reasons: str
) -> Iterator[Statement]:
    """All triples of a judgement.

    by: "rule", or the name of a person.
    score: from 0 to 1; what the rules hold of the pair, like the reasons.
    """
    iri = judgement_iri(pair)
    yield iri, TYPE, node(KG.Judgement)
    for thing in pair:
        yield iri, verdict_terms(kind_of(thing))[verdict], node(thing)
    yield iri, node(KG.decidedBy), plain(by)
    yield iri, node(KG.score), decimal(score)
    yield iri, node(RDFS.comment), words(reasons, "en")
