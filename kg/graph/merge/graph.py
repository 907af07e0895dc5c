"""The merged graph: events with their reports, and the judgements that gathered them."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Quad, Store

from kg.graph.iris import MERGED, class_iri, mint, time_iri
from kg.graph.merge.clusters import Judgement, cluster_reports
from kg.graph.merge.events import MergedEvent, merge_cluster
from kg.graph.merge.labels import LANGUAGES, KnownLabel, Namer
from kg.graph.merge.reading import Containers, read_labels, read_reports
from kg.graph.merge.settings import load_settings
from kg.graph.terms import LABEL, TYPE, Statement, decimal, node, plain, words
from kg.ontology.namespaces import GAF, KG, RDFS

Events = Mapping[str, NamedNode]
"""IRI of a report to that of its event."""


def merge_articles(store: Store, *, known: KnownLabel, containers: Containers) -> Iterator[Quad]:
    """The merged graph of all article graphs of a store, which it leaves as it is.

    The same article graphs give the same quads, whatever the order in which they came.
    known: the gazetteer's label of an IRI in a language, None when it has none.
    containers: the larger places that the gazetteer knows a place to lie in, states included.
    """
    reports = read_reports(store, containers)
    clusters = cluster_reports(reports)
    events = [merge_cluster(cluster) for cluster in clusters.events]
    event_of = {report: event_iri(event) for event in events for report in event.reports}
    namer = Namer(read_labels(store), known, load_settings().notes)
    for event in events:
        for statement in (*_describe_event(event, event_of), *_label_event(event, namer)):
            yield Quad(*statement, MERGED)
    for judgement in clusters.judgements:
        for statement in _describe_judgement(judgement):
            yield Quad(*statement, MERGED)


def event_iri(event: MergedEvent) -> NamedNode:
    """The IRI of an event, from the smallest IRI of its reports."""
    return mint("event", event.reports[0])


def _describe_event(event: MergedEvent, event_of: Events) -> Iterator[Statement]:
    iri = event_iri(event)
    yield iri, TYPE, node(KG.Event)
    for name in event.types:
        yield iri, TYPE, class_iri(name)
    for report in event.reports:
        yield iri, node(GAF.denotedBy), node(report)
    yield iri, node(KG.polarity), plain(event.polarity)
    yield iri, node(KG.modality), plain(event.modality)
    if event.time:
        yield iri, node(KG.time), time_iri(event.time)
    roles = {
        KG.source: event.sources,
        KG.target: event.targets,
        KG.place: event.places,
        KG.quantity: event.quantities,
    }
    for role, iris in roles.items():
        for other in iris:
            yield iri, node(role), node(other)
    for relation, report in event.links:
        if report in event_of and event_of[report] != iri:
            yield iri, node(KG[relation]), event_of[report]


def _label_event(event: MergedEvent, namer: Namer) -> Iterator[Statement]:
    for lang in LANGUAGES:
        yield event_iri(event), LABEL, words(namer.event(event, lang), lang)


def _describe_judgement(judgement: Judgement) -> Iterator[Statement]:
    iri = mint("judgement", judgement.a, judgement.b)
    reasons = ", ".join(f"{name} {value:+.2f}" for name, value in judgement.reasons.items())
    yield iri, TYPE, node(KG.Judgement)
    yield iri, node(KG.sameEvent), node(judgement.a)
    yield iri, node(KG.sameEvent), node(judgement.b)
    yield iri, node(KG.decidedBy), plain("rule")
    yield iri, node(KG.score), decimal(min(judgement.score, 1.0))
    yield iri, node(RDFS.comment), words(reasons, "en")
