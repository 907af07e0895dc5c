"""The merged graph: events with their reports, people of several IRIs, copies, judgements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pyoxigraph import NamedNode, Quad, Store

from kg.graph.iris import MERGED, class_iri, mint, time_iri
from kg.graph.merge.clusters import cluster_reports
from kg.graph.merge.copies import find_copies
from kg.graph.merge.decisions import read_decisions
from kg.graph.merge.events import MergedEvent, merge_cluster
from kg.graph.merge.gathering import gather
from kg.graph.merge.joining import Judgement
from kg.graph.merge.judgements import Verdict, describe_judgement
from kg.graph.merge.labels import LANGUAGES, KnownLabel, Namer
from kg.graph.merge.people import cluster_people
from kg.graph.merge.people.graph import describe_people
from kg.graph.merge.reading import Containers, complete_report, merge_actors, merge_labels
from kg.graph.merge.records import Told, read_articles
from kg.graph.merge.settings import load_settings
from kg.graph.terms import LABEL, TYPE, Statement, node, number, plain, words
from kg.ontology.namespaces import GAF, KG

Events = Mapping[str, NamedNode]
"""IRI of a report to that of its event."""


def merge_articles(
    store: Store,
    *,
    known: KnownLabel,
    containers: Containers,
    articles: Iterable[Told] | None = None,
) -> Iterator[Quad]:
    """The merged graph of all article graphs of a store, which it leaves as it is.

    The same article graphs and decisions give the same quads, whatever the order in which they
    came. known: the gazetteer's label of an IRI in a language, None when it has none.
    containers: the larger places that the gazetteer knows a place to lie in, states included.
    articles: what the article graphs say, where that need not be read from the store.
    """
    found = gather(read_articles(store) if articles is None else articles)
    decisions = read_decisions(store)
    people = cluster_people(found.register.people(), decisions)
    copies = find_copies(found.printed)
    actors = merge_actors(found.entities, people.canonical)
    reports = [complete_report(one, actors, containers, copies) for one in found.reports]
    clusters = cluster_reports(reports, decisions)
    events = [merge_cluster(cluster) for cluster in clusters.members]
    labels = merge_labels(found.entities, people.canonical)
    namer = Namer(labels, known, load_settings().notes)
    statements = chain(
        describe_people(store, people.canonical),
        ((node(copy), node(KG.duplicateOf), node(first)) for copy, first in copies.items()),
        _describe_events(events, namer),
        _describe_judgements([*people.same, *clusters.same], "same"),
        _describe_judgements([*people.unsure, *clusters.unsure], "unsure"),
    )
    for statement in statements:
        yield Quad(*statement, MERGED)


def event_iri(event: MergedEvent) -> NamedNode:
    """The IRI of an event, from the smallest IRI of its reports."""
    return mint("event", event.reports[0])


def _describe_events(events: Sequence[MergedEvent], namer: Namer) -> Iterator[Statement]:
    event_of = {report: event_iri(event) for event in events for report in event.reports}
    for event in events:
        yield from _describe_event(event, event_of)
        yield from _label_event(event, namer)


def _describe_judgements(judgements: Iterable[Judgement], verdict: Verdict) -> Iterator[Statement]:
    for judgement in judgements:
        yield from describe_judgement(judgement, verdict)


def _describe_event(event: MergedEvent, event_of: Events) -> Iterator[Statement]:
    iri = event_iri(event)
    yield iri, TYPE, node(KG.Event)
    for name in event.types:
        yield iri, TYPE, class_iri(name)
    for report in event.reports:
        yield iri, node(GAF.denotedBy), node(report)
    yield iri, node(KG.polarity), plain(event.polarity)
    yield iri, node(KG.modality), plain(event.modality)
    yield iri, node(KG.tellings), number(event.tellings)
    yield iri, node(KG.outlets), number(event.outlets)
    if event.time:
        yield iri, node(KG.time), time_iri(event.time)
    roles = {
        KG.source: event.sources,
        KG.target: event.targets,
        KG.place: event.places,
        KG.quantity: event.quantities,
        KG.deniedBy: event.deniers,
    }
    for role, iris in roles.items():
        for other in iris:
            yield iri, node(role), node(other)
    for lang, text in event.place_texts:
        yield iri, node(KG.placeText), words(text, lang)
    for outcome, quantity in event.tolls:
        yield iri, node(KG[f"people{outcome.title()}"]), node(quantity)
    for relation, report in event.links:
        if report in event_of and event_of[report] != iri:
            yield iri, node(KG[relation]), event_of[report]


def _label_event(event: MergedEvent, namer: Namer) -> Iterator[Statement]:
    for lang in LANGUAGES:
        yield event_iri(event), LABEL, words(namer.event(event, lang), lang)
