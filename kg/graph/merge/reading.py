"""Article graphs as values: their reports, and what all of them together say of the entities."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.edtf import Span, to_span
from kg.graph.iris import ARTICLES
from kg.graph.merge.reports import Actor, ActorKind, Amount, Report
from kg.graph.terms import LABEL, TYPE, node
from kg.ontology.namespaces import DCTERMS, KG, PROV

Containers = Callable[[str], Iterable[str]]
"""IRI of a place to those of the larger places that it lies in, states included."""
Labels = Mapping[str, Counter[tuple[str, str]]]
"""IRI to how many articles give it each (language, label)."""
Canonical = Mapping[str, str]
"""Another IRI of an entity to the one that stands for all."""
Copies = Mapping[str, str]
"""IRI of an article to that of the first one with the same story; none with its own story."""

_ZONES = timedelta(days=1)
_THEME_WORD = re.compile(r"[^\W\d_]{4,}")
_KINDS: Mapping[str, ActorKind] = {str(KG.State): "state", str(KG.Place): "place"}
_LINKS = ("inExchangeFor", "inSupportOf", "inResponseTo", "despite")


@dataclass(frozen=True, slots=True)
class Record:
    """The triples of one subject in one graph."""

    values: Mapping[str, list[NamedNode | Literal]]

    def all(self, predicate: str) -> list[str]:
        """The objects as plain text, sorted."""
        return sorted(value.value for value in self.values.get(str(predicate), ()))

    def one(self, predicate: str) -> str | None:
        """The first object in alphabetical order, None without any."""
        return next(iter(self.all(predicate)), None)


def find_articles(store: Store) -> list[NamedNode]:
    """The article graphs of a store, sorted by IRI."""
    graphs = [graph for graph in store.named_graphs() if isinstance(graph, NamedNode)]
    articles = [graph for graph in graphs if graph.value.startswith(ARTICLES)]
    return sorted(articles, key=lambda graph: graph.value)


def read_reports(
    store: Store, containers: Containers, canonical: Canonical, copies: Copies
) -> list[Report]:
    """The reports of all article graphs, sorted by IRI; other graphs are not looked at.

    canonical: by which IRI the sources and targets go that have several.
    copies: the articles that print the story of another.
    """
    actors = _read_actors(store, canonical)
    graphs = (_read_graph(store, graph) for graph in find_articles(store))
    reports = [
        _read_report(iri, record, graph, actors, containers, copies)
        for graph in graphs
        for iri, record in graph.items()
        if str(KG.Report) in record.all(TYPE.value)
    ]
    return sorted(reports, key=lambda report: report.iri)


def read_labels(store: Store, canonical: Canonical) -> Labels:
    """The labels that the articles give to entities, quantities and agreements.

    What goes by another IRI lends it its full names, but no surname alone.
    """
    labels: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for quad in from_articles(store, predicate=LABEL):
        iri = to_iri(quad)
        if isinstance(quad.object, Literal) and (iri not in canonical or " " in quad.object.value):
            labels[canonical.get(iri, iri)][quad.object.language or "", quad.object.value] += 1
    return labels


def from_articles(
    store: Store,
    *,
    subject: NamedNode | None = None,
    predicate: NamedNode | None = None,
    value: NamedNode | None = None,
) -> Iterator[Quad]:
    """The statements of the article graphs, about something or with a predicate or an object."""
    for quad in store.quads_for_pattern(subject, predicate, value, None):
        graph = quad.graph_name
        if isinstance(graph, NamedNode) and graph.value.startswith(ARTICLES):
            yield quad


def to_iri(quad: Quad) -> str:
    """The IRI that a statement is about."""
    return quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)


def _read_actors(store: Store, canonical: Canonical) -> Mapping[str, Actor]:
    """Each entity as the actor that it is, with what any article says of it."""
    kinds: dict[str, set[ActorKind]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    for quad in from_articles(store, predicate=TYPE):
        if isinstance(quad.object, NamedNode) and quad.object.value in _KINDS:
            kinds[to_iri(quad)].add(_KINDS[quad.object.value])
    for quad in from_articles(store, predicate=node(KG.country)):
        if isinstance(quad.object, NamedNode):
            iri = to_iri(quad)
            countries[canonical.get(iri, iri)].add(quad.object.value)
    actors = {iri: _actor(iri, kinds[iri], countries[iri]) for iri in [*kinds, *countries]}
    return actors | {iri: actors.get(best, Actor(best)) for iri, best in canonical.items()}


def _actor(iri: str, kinds: set[ActorKind], countries: set[str]) -> Actor:
    if "state" in kinds:
        return Actor(iri, "state", frozenset([iri, *countries]))
    return Actor(iri, "place" if kinds else "named", frozenset(countries))


def _read_graph(store: Store, graph: NamedNode) -> Mapping[str, Record]:
    found: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads_for_pattern(None, None, None, graph):
        if isinstance(quad.object, NamedNode | Literal):
            found[to_iri(quad)][quad.predicate.value].append(quad.object)
    return {iri: Record(values) for iri, values in found.items()}


def _read_report(
    iri: str,
    record: Record,
    graph: Mapping[str, Record],
    actors: Mapping[str, Actor],
    containers: Containers,
    copies: Copies,
) -> Report:
    article = record.all(PROV.wasDerivedFrom)[0]
    published = _read_date(graph[article].one(DCTERMS.issued))
    modality = record.all(KG.modality)[0]
    times = [graph[time].all(KG.edtf)[0] for time in record.all(KG.reportedTime)]
    time = times[0] if times else None
    places = record.all(KG.reportedPlace)
    return Report(
        iri=iri,
        article=article,
        type=record.all(KG.eventType)[0].removeprefix(str(KG)),
        lang=graph[article].all(DCTERMS.language)[0],
        published=published,
        outlet=graph[article].one(DCTERMS.publisher) or "",
        copy_of=copies.get(article, ""),
        wording=(*record.all(KG.sentence), *record.all(KG.trigger)),
        polarity=record.all(KG.polarity)[0],
        modality=modality,
        sources=_to_actors(record.all(KG.reportedSource), actors),
        targets=_to_actors(record.all(KG.reportedTarget), actors),
        source_texts=tuple(record.all(KG.sourceText)),
        target_texts=tuple(record.all(KG.targetText)),
        places=frozenset(places),
        around=frozenset(_find_around(places, actors, containers)),
        time=time,
        span=possible_days(time, published if modality == "actual" else None),
        theme=_to_words(record.all(KG.reportedTheme)),
        amounts=tuple(_to_amount(i, graph[i]) for i in record.all(KG.reportedQuantity)),
        links=tuple((name, other) for name in _LINKS for other in record.all(KG[name])),
    )


def possible_days(edtf: str | None, told: date | None) -> Span:
    """The days on which an event can have happened.

    told: publication date of a report in the past tense; the event is not later, but for a day
    where the article's time zone lags behind. A time wholly after that stands as it is.
    """
    span = to_span(edtf) if edtf else Span()
    return (span.intersect(Span(None, told + _ZONES)) or span) if told else span


def _read_date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _to_actors(iris: list[str], actors: Mapping[str, Actor]) -> tuple[Actor, ...]:
    unique = {actor.iri: actor for actor in (actors.get(iri, Actor(iri)) for iri in iris)}
    return tuple(unique[iri] for iri in sorted(unique))


def _find_around(
    places: list[str], actors: Mapping[str, Actor], containers: Containers
) -> Iterator[str]:
    """The larger places, as the gazetteer and the articles know them."""
    for place in places:
        yield from containers(place)
        yield from actors.get(place, Actor(place)).countries - {place}


def _to_words(themes: list[str]) -> frozenset[str]:
    return frozenset(word for theme in themes for word in _THEME_WORD.findall(theme.lower()))


def _to_amount(iri: str, record: Record) -> Amount:
    value = record.one(KG.value)
    return Amount(iri, float(value) if value else None, record.one(KG.unit))
