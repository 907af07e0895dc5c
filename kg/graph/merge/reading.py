"""The articles as values: their reports, and what all of them together say of the entities."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import get_args

from pyoxigraph import NamedNode, Quad, Store

from kg.edtf import Span, to_span
from kg.graph.merge.outlines import Outline
from kg.graph.merge.records import Record, Told
from kg.graph.merge.reports import Actor, ActorKind, Amount, Report
from kg.graph.rdf.iris import ARTICLES, PREFIXES
from kg.ontology.namespaces import DCTERMS, KG, PROV, RDF
from kg.types import Outcome

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
_LINKS = ("inExchangeFor", "inSupportOf", "inResponseTo", "despite")
_TOLLS = tuple((f"reported{name.title()}", name) for name in get_args(Outcome))
_ENTITIES = frozenset(
    map(str, (KG.State, KG.Person, KG.Organisation, KG.Place, KG.ArmedGroup, KG.Community))
)
_TYPE, _REPORT = str(RDF.type), str(KG.Report)
_GROUPS = PREFIXES["group"]
_DERIVED = str(PROV.wasDerivedFrom)
_ISSUED, _LANGUAGE, _PUBLISHER = map(str, (DCTERMS.issued, DCTERMS.language, DCTERMS.publisher))


@dataclass(frozen=True, slots=True)
class Entities:
    """What articles say of entities, article by article."""

    kinds: dict[str, set[ActorKind]] = field(default_factory=lambda: defaultdict(set))
    """IRI to whether it is a state or a place."""
    countries: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    """IRI to how many articles give it each (language, label)."""

    def add(self, outline: Outline) -> None:
        """Take in what one article says."""
        for iri in outline.states:
            self.kinds[iri].add("state")
        for iri in outline.places:
            self.kinds[iri].add("place")
        for iri, country in outline.countries:
            # An armed group acts for itself.
            if not iri.startswith(_GROUPS):
                self.countries[iri].add(country)
        for iri, lang, label in outline.labels:
            self.labels[iri][lang, label] += 1


def merge_labels(entities: Entities, canonical: Canonical) -> Labels:
    """The labels that the articles give to entities, quantities and agreements.

    What goes by another IRI lends it its full names, but no surname alone.
    """
    labels = dict(entities.labels)
    for iri, best in canonical.items():
        full = {name: count for name, count in labels.pop(iri, {}).items() if " " in name[1]}
        labels[best] = Counter(labels.get(best, {})) + Counter(full)
    return labels


def merge_actors(entities: Entities, canonical: Canonical) -> Mapping[str, Actor]:
    """Each entity as the actor that it is, with what any article says of it."""
    countries = {iri: set(found) for iri, found in entities.countries.items()}
    for iri, best in canonical.items():
        countries[best] = countries.get(best, set()) | countries.pop(iri, set())
    actors = {
        iri: _actor(iri, entities.kinds.get(iri, set()), countries.get(iri, set()))
        for iri in entities.kinds.keys() | countries.keys()
    }
    return actors | {iri: actors.get(best, Actor(best)) for iri, best in canonical.items()}


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


def read_reports(told: Told) -> Iterator[Report]:
    """The reports of one article, as far as it alone says what they are.

    Its actors are only IRIs, places have nothing around them, and nobody knows of copies.
    """
    context = frozenset(
        iri for iri, record in told.about.items() if not _ENTITIES.isdisjoint(record.all(_TYPE))
    )
    for iri, record in told.about.items():
        if _REPORT in record.all(_TYPE):
            yield _read_report(iri, record, told.about, context)


def complete_report(
    report: Report, actors: Mapping[str, Actor], containers: Containers, copies: Copies
) -> Report:
    """A report with what all articles together say.

    actors: by each of their IRIs. containers: the larger places that the gazetteer knows.
    copies: the articles that print the story of another.
    """
    return replace(
        report,
        sources=_merge_actors(report.sources, actors),
        targets=_merge_actors(report.targets, actors),
        deniers=_merge_actors(report.deniers, actors),
        around=frozenset(_find_around(report.places, actors, containers)),
        context=_merge_context(report.context, actors),
        copy_of=copies.get(report.article, ""),
    )


@cache
def _kg(name: str) -> str:
    """A term of the ontology as text; the namespace itself looks each up anew."""
    return str(KG[name])


def _actor(iri: str, kinds: set[ActorKind], countries: set[str]) -> Actor:
    if "state" in kinds:
        return Actor(iri, "state", frozenset([iri, *countries]))
    return Actor(iri, "place" if kinds else "named", frozenset(countries))


def _read_report(
    iri: str, record: Record, about: Mapping[str, Record], context: frozenset[str]
) -> Report:
    article = record.all(_DERIVED)[0]
    published = _read_date(about[article].one(_ISSUED))
    modality = record.all(_kg("modality"))[0]
    times = [about[time].all(_kg("edtf"))[0] for time in record.all(_kg("reportedTime"))]
    time = times[0] if times else None
    quantities = record.all(_kg("reportedQuantity"))
    return Report(
        iri=iri,
        article=article,
        type=record.all(_kg("eventType"))[0].removeprefix(str(KG)),
        lang=about[article].all(_LANGUAGE)[0],
        published=published,
        outlet=about[article].one(_PUBLISHER) or "",
        wording=(*record.all(_kg("sentence")), *record.all(_kg("trigger"))),
        polarity=record.all(_kg("polarity"))[0],
        modality=modality,
        sources=tuple(map(Actor, record.all(_kg("reportedSource")))),
        targets=tuple(map(Actor, record.all(_kg("reportedTarget")))),
        source_texts=tuple(record.all(_kg("sourceText"))),
        target_texts=tuple(record.all(_kg("targetText"))),
        places=frozenset(record.all(_kg("reportedPlace"))),
        time=time,
        span=possible_days(time, published if modality == "actual" else None),
        theme=_to_words(record.all(_kg("reportedTheme"))),
        place_texts=tuple(record.all(_kg("placeText"))),
        deniers=tuple(map(Actor, record.all(_kg("deniedBy")))),
        tolls=tuple((told, iri) for name, told in _TOLLS for iri in record.all(_kg(name))),
        amounts=tuple(_to_amount(quantity, about[quantity]) for quantity in quantities),
        context=context,
        links=tuple((name, other) for name in _LINKS for other in record.all(_kg(name))),
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


def _merge_actors(found: Iterable[Actor], actors: Mapping[str, Actor]) -> tuple[Actor, ...]:
    unique = {actor.iri: actor for actor in (actors.get(one.iri, one) for one in found)}
    return tuple(unique[iri] for iri in sorted(unique))


def _merge_context(context: frozenset[str], actors: Mapping[str, Actor]) -> frozenset[str]:
    """The same set where nothing changes, which the reports of an article share."""
    merged = frozenset(actors[iri].iri if iri in actors else iri for iri in context)
    return context if merged == context else merged


def _find_around(
    places: Iterable[str], actors: Mapping[str, Actor], containers: Containers
) -> Iterator[str]:
    """The larger places, as the gazetteer and the articles know them."""
    for place in places:
        yield from containers(place)
        yield from actors.get(place, Actor(place)).countries - {place}


def _to_words(themes: Sequence[str]) -> frozenset[str]:
    return frozenset(word for theme in themes for word in _THEME_WORD.findall(theme.lower()))


def _to_amount(iri: str, record: Record) -> Amount:
    value = record.one(_kg("value"))
    return Amount(iri, float(value) if value else None, record.one(_kg("unit")))
