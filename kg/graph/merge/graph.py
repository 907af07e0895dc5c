"""The merged graph: events with their reports, people of several IRIs, copies, judgements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain

from pyoxigraph import NamedNode, Quad, Store

from kg.graph.merge.copies import find_copies
from kg.graph.merge.decisions import read_decisions
from kg.graph.merge.events import MergedEvent, merge_cluster
from kg.graph.merge.gathering import Articles, StoredArticles, gather
from kg.graph.merge.joining import Judgement
from kg.graph.merge.judgements import (
    Verdict,
    describe_judgement,
    judgement_iri,
    kind_of,
)
from kg.graph.merge.labels import LANGUAGES, KnownLabel, Namer
from kg.graph.merge.memory import NOTHING, Described, Memory
from kg.graph.merge.people import cluster_people
from kg.graph.merge.people.graph import describe_people
from kg.graph.merge.reading import Containers, Copies, complete_report, merge_actors, merge_labels
from kg.graph.merge.regrouping import regroup
from kg.graph.merge.reports import Report
from kg.graph.merge.settings import load_settings
from kg.graph.merge.shelf import Shelf, digest_articles
from kg.graph.rdf.iris import MERGED, class_iri, mint, time_iri
from kg.graph.rdf.terms import LABEL, TYPE, Statement, node, number, plain, words
from kg.ontology.namespaces import GAF, KG

Link = tuple[str, NamedNode]
"""A relation to another event, and that."""


_SIZE = 12
"""Bytes of a digest."""


@dataclass(frozen=True, slots=True)
class Part:
    """All that the merged graph says of one subject."""

    subject: NamedNode
    known: Described
    describe: Callable[[], Iterable[Statement]]

    def quads(self) -> Iterator[Quad]:
        """The statements, some perhaps twice."""
        return (Quad(*statement, MERGED) for statement in self.describe())


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged graph as far as it was computed again, and what to keep for the next time."""

    parts: Iterable[Part]
    memory: Memory
    """Its parts are those that were not computed again: what they describe is as it was."""
    iris: frozenset[str]
    """Whom and what the articles name."""


def merge_articles(store: Store, *, known: KnownLabel, containers: Containers) -> Iterator[Quad]:
    """The merged graph of all article graphs of a store, which it leaves as it is.

    The same article graphs and decisions give the same quads, whatever the order in which they
    came; a quad may come twice. known: the gazetteer's label of an IRI in a language, None when it
    has none. containers: the larger places that the gazetteer knows a place to lie in, states
    included.
    """
    merge = merge_parts(store, StoredArticles(store), known=known, containers=containers)
    for part in merge.parts:
        yield from part.quads()


def merge_parts(
    store: Store,
    articles: Articles,
    last: Memory = NOTHING,
    *,
    known: KnownLabel,
    containers: Containers,
) -> Merge:
    """The merged graph, as `merge_articles`, subject by subject.

    articles: what the article graphs say.
    last: what the last merge left. Events on which nothing has changed since are no parts.
    """
    found, settings = gather(articles.outlines()), load_settings()
    decisions = read_decisions(store)
    people = cluster_people(found.register.people(), decisions)
    copies = find_copies(found.printed)
    actors = merge_actors(found.entities, people.canonical)
    namer = Namer(merge_labels(found.entities, people.canonical), known, settings.notes)

    def complete(report: Report) -> Report:
        return complete_report(report, actors, containers, copies)

    shelf = Shelf(articles, complete)
    digests = digest_articles(found, actors, copies, namer)
    cells = {article: shelf.cell(article, digest, last) for article, digest in digests.items()}
    regrouped = regroup(cells, last, decisions, shelf.find(cells), window=settings.window)
    groups = regrouped.groups
    parts = chain(
        _group(describe_people(store, people.canonical), copies),
        _part_events([merge_cluster(cluster) for cluster in groups.members], namer),
        _part_judgements([*people.same, *groups.same], "same"),
        _part_judgements([*people.unsure, *groups.unsure], "unsure"),
    )
    left = {report for cell in cells.values() for report in cell.reports} - regrouped.again
    kept = {iri: part for iri, part in last.parts.items() if part.about in left}
    memory = Memory(cells, regrouped.likely, decisions, kept)
    iris = frozenset(chain.from_iterable(named.iris for named in found.named.values()))
    return Merge(parts, memory, iris)


def event_iri(event: MergedEvent) -> NamedNode:
    """The IRI of an event, from the smallest IRI of its reports."""
    return mint("event", event.reports[0])


def _group(people: Iterable[Statement], copies: Copies) -> Iterator[Part]:
    """Statements about people and articles by subject."""
    told: dict[NamedNode, set[Statement]] = defaultdict(set)
    for statement in people:
        told[statement[0]].add(statement)
    for copy, first in copies.items():
        told[node(copy)].add((node(copy), node(KG.duplicateOf), node(first)))
    for subject, statements in told.items():
        digest = _digest(sorted(map(str, statements)))
        yield Part(subject, Described("", digest), partial(iter, statements))


def _part_events(events: Sequence[MergedEvent], namer: Namer) -> Iterator[Part]:
    event_of = {report: event_iri(event) for event in events for report in event.reports}
    for event in events:
        iri = event_of[event.reports[0]]
        linked = [(relation, event_of[to]) for relation, to in event.links if to in event_of]
        links = [(relation, other) for relation, other in linked if other != iri]
        labels = [(namer.event(event, lang), lang) for lang in LANGUAGES]
        digest = _digest((event, links, labels))
        known = Described(event.reports[0], digest)
        yield Part(iri, known, partial(_describe_event, iri, event, links, labels))


def _part_judgements(judgements: Iterable[Judgement], verdict: Verdict) -> Iterator[Part]:
    for judgement in judgements:
        about = judgement.a if kind_of(judgement.a) == "events" else ""
        known = Described(about, _digest((judgement, verdict)))
        describe = partial(describe_judgement, judgement, verdict)
        yield Part(judgement_iri(judgement.pair), known, describe)


def _digest(values: object) -> bytes:
    """Of values that are represented alike in every process: sets are not."""
    return blake2b(repr(values).encode(), digest_size=_SIZE).digest()


def _describe_event(
    iri: NamedNode, event: MergedEvent, links: Iterable[Link], labels: Iterable[tuple[str, str]]
) -> Iterator[Statement]:
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
        for value in iris:
            yield iri, node(role), node(value)
    for lang, text in event.place_texts:
        yield iri, node(KG.placeText), words(text, lang)
    for outcome, quantity in event.tolls:
        yield iri, node(KG[f"people{outcome.title()}"]), node(quantity)
    for relation, other in links:
        yield iri, node(KG[relation]), other
    for label, lang in labels:
        yield iri, LABEL, words(label, lang)
