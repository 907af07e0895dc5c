"""What changed from one store to another, in words: articles, events and actors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.article.graph import ENTITY_CLASSES
from kg.graph.change.derive import read_held
from kg.graph.merge.reading import from_articles
from kg.graph.rdf.iris import MERGED, article_iri
from kg.graph.rdf.terms import LABEL, TYPE, node, to_iri
from kg.ontology.namespaces import DCTERMS, GAF, KG, OWL

Kind = OneOf["articles", "events", "actors"]
Sign = OneOf["+", "-", "~"]
"""Came, went, changed."""

_DENOTED = str(GAF.denotedBy)
_SAID_APART = frozenset([LABEL.value, _DENOTED])
_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Change:
    """One article, event or actor that came, went or changed."""

    kind: Kind
    sign: Sign
    text: str
    """Id of an article, label of an event or actor."""
    detail: str = ""
    """Title of an article, what changed of an event; "" when there is nothing to say."""


@dataclass(frozen=True, slots=True)
class _Event:
    """A merged event as far as changes are told."""

    iri: str
    label: str
    reports: frozenset[str]
    facts: frozenset[tuple[str, str]]
    """Predicate and object, but for labels and reports."""


def find_changes(older: Store, newer: Store) -> Iterator[Change]:
    """All changes: of articles, then events, then actors, each sorted by text."""
    yield from _compare_articles(older, newer)
    yield from sorted(_compare_events(_read_events(older), _read_events(newer)), key=_by_text)
    yield from sorted(_compare_actors(older, newer), key=_by_text)


def _by_text(change: Change) -> tuple[str, str, str]:
    return change.text, change.sign, change.detail


def _compare_articles(older: Store, newer: Store) -> Iterator[Change]:
    before, after = read_held(older), read_held(newer)
    for article in sorted(before.keys() | after.keys()):
        if before.get(article) == after.get(article):
            continue
        sign: Sign = "~" if article in before and article in after else "+"
        if article not in after:
            sign = "-"
        title = _find_title(newer if article in after else older, article)
        yield Change("articles", sign, article, title)


def _find_title(store: Store, article: str) -> str:
    quads = store.quads_for_pattern(article_iri(article), node(DCTERMS.title), None, None)
    return next((quad.object.value for quad in quads if isinstance(quad.object, Literal)), "")


def _compare_events(before: Iterable[_Event], after: Iterable[_Event]) -> Iterator[Change]:
    """Events are the same when they share a report: their IRIs may change with their reports."""
    old, new = _index_reports(before), _index_reports(after)
    for event in after:
        parts = _meet(event, old)
        if not parts:
            yield Change("events", "+", event.label)
        elif details := list(_describe(event, parts, new)):
            yield Change("events", "~", event.label, "; ".join(details))
    for event in before:
        if not _meet(event, new):
            yield Change("events", "-", event.label)


def _index_reports(events: Iterable[_Event]) -> Mapping[str, _Event]:
    return {report: event for event in events for report in event.reports}


def _meet(event: _Event, others: Mapping[str, _Event]) -> list[_Event]:
    """The other events that have a report of this one, sorted by IRI."""
    found = {others[report] for report in event.reports if report in others}
    return sorted(found, key=lambda other: other.iri)


def _describe(event: _Event, parts: list[_Event], new: Mapping[str, _Event]) -> Iterator[str]:
    """What became of an event that consists of old ones, or of parts of them."""
    if len(parts) > 1:
        yield f"one event now, {len(parts)} before"
    elif len(_meet(parts[0], new)) > 1:
        yield f"part of what was one event, {parts[0].label}"
    elif parts[0].label != event.label:
        yield f"before: {parts[0].label}"
    told = frozenset[str]().union(*(part.reports for part in parts))
    if come := len(event.reports - told):
        yield _count(come, "new report")
    if gone := len(told - event.reports - new.keys()):
        yield _count(gone, "report") + " gone"
    if len(parts) == 1 and event.reports == told and event.facts != parts[0].facts:
        yield "other " + ", ".join(sorted({_name(p) for p, _ in event.facts ^ parts[0].facts}))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number > 1 else "")


def _name(predicate: str) -> str:
    """Its local name; that of rdf:type is what people call it."""
    return "class" if predicate == TYPE.value else predicate.removeprefix(str(KG))


def _read_events(store: Store) -> list[_Event]:
    """The merged events, sorted by IRI."""
    found = store.quads_for_pattern(None, TYPE, node(KG.Event), MERGED)
    iris = [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
    return [_read_event(store, iri) for iri in sorted(iris, key=lambda iri: iri.value)]


def _read_event(store: Store, iri: NamedNode) -> _Event:
    label, reports, facts = "", set(), set()
    for quad in store.quads_for_pattern(iri, None, None, MERGED):
        predicate, value = quad.predicate.value, quad.object
        if not isinstance(value, NamedNode | Literal):
            continue
        if predicate == _DENOTED:
            reports.add(value.value)
        elif predicate == LABEL.value and isinstance(value, Literal) and value.language == _ENGLISH:
            label = value.value
        if predicate not in _SAID_APART:
            facts.add((predicate, value.value))
    return _Event(iri.value, label, frozenset(reports), frozenset(facts))


def _compare_actors(older: Store, newer: Store) -> Iterator[Change]:
    """An actor that goes by one more IRI, or by another of them, is still the same."""
    before, after = _read_actors(older), _read_actors(newer)
    for iri in _find_missing(before, after):
        yield Change("actors", "-", _find_label(older, iri))
    for iri in _find_missing(after, before):
        yield Change("actors", "+", _find_label(newer, iri))


def _find_missing(actors: Mapping[str, str], others: Mapping[str, str]) -> set[str]:
    """The actors of which others know no IRI."""
    return set(actors.values()) - {best for iri, best in actors.items() if iri in others}


def _read_actors(store: Store) -> Mapping[str, str]:
    """Each IRI of an entity that articles name, to the one that stands for all."""
    canonical = {
        quad.object.value: to_iri(quad)
        for quad in store.quads_for_pattern(None, node(OWL.sameAs), None, MERGED)
        if isinstance(quad.object, NamedNode)
    }
    classes = frozenset(ENTITY_CLASSES.values())
    typed = from_articles(store, predicate=TYPE)
    named = {to_iri(quad) for quad in typed if quad.object in classes}
    return {iri: canonical.get(iri, iri) for iri in named}


def _find_label(store: Store, iri: str) -> str:
    """In English where there is one, the longest of several; the IRI without any."""
    labels: dict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(node(iri), LABEL, None, None):
        if isinstance(quad.object, Literal):
            labels[quad.object.language or ""].add(quad.object.value)
    names = labels.get(_ENGLISH) or labels.get(min(labels, default=""), {iri})
    return min(names, key=lambda name: (-len(name), name))
