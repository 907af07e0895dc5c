"""The events that an article tells as reports: what, of whom, in which words, who says so.

Follows GAF (an event apart from its mentions) and GRaSP (who says so, how surely): Fokkens et al.,
"GAF: A Grounded Annotation Framework for Events", 2013; "GRaSP: Grounded Representation and Source
Perspective", 2017.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from pyoxigraph import NamedNode

from kg.graph.article.circumstances import (
    describe_quantity,
    describe_time,
    is_bounded,
    quantity_iri,
)
from kg.graph.rdf.iris import Part, class_iri, mint, time_iri
from kg.graph.rdf.terms import TYPE, Statement, decimal, node, number, plain, words
from kg.ontology.classes import EventClass, event_class
from kg.ontology.namespaces import GAF, KG, PROV
from kg.types import Argument, Event, Outcome, Phrase

Reports = Mapping[NamedNode, Event]
"""IRI of the report to the event as told."""

_CLASSES = (node(KG.Report), node(GAF.Mention), node(PROV.Entity))
_DERIVED = node(PROV.wasDerivedFrom)
_OUTCOMES: Mapping[Outcome, str] = {
    "killed": KG.reportedKilled,
    "wounded": KG.reportedWounded,
    "captured": KG.reportedCaptured,
    "missing": KG.reportedMissing,
}


def name_reports(article: NamedNode, events: Sequence[Event]) -> Reports:
    """Each event under the IRI of its report; of events told by the same words the first."""
    reports: dict[NamedNode, Event] = {}
    for event in events:
        reports.setdefault(_report_iri(article, event), event)
    return reports


def find_reports(reports: Reports, trigger: Phrase) -> tuple[NamedNode, ...]:
    """The reports whose trigger stands at that place, sorted by IRI."""
    at = (trigger.start, trigger.end)
    found = [
        iri for iri, event in reports.items() if (event.trigger.start, event.trigger.end) == at
    ]
    return tuple(sorted(found, key=lambda iri: iri.value))


def describe_reports(
    article: NamedNode, reports: Reports, lang: str, extractor: str
) -> Iterator[Statement]:
    """All triples of the reports of an article, and the plain relations that they imply.

    extractor: the version that read the article.
    """
    for iri, event in reports.items():
        for name in _CLASSES:
            yield iri, TYPE, name
        yield iri, _DERIVED, article
        yield iri, node(KG.extractor), plain(extractor)
        yield iri, node(KG.eventType), class_iri(event.type)
        yield from _wording(iri, event, lang)
        yield from _participants(iri, event, lang)
        yield from _circumstances(iri, event, lang)
        yield from _attribution(iri, event, lang)
        yield from _links(iri, event, reports)
        yield from imply_relations(event)


def describe_sentence(iri: NamedNode, sentence: Phrase, lang: str) -> Iterator[Statement]:
    """The sentence that something rests on, with its offsets in the article's text."""
    yield iri, node(KG.sentence), words(sentence.text, lang)
    yield iri, node(KG.sentenceStart), number(sentence.start)
    yield iri, node(KG.sentenceEnd), number(sentence.end)


def imply_relations(event: Event) -> Iterator[Statement]:
    """The plain relation between the actors of an event that is reported as a fact.

    One that is denied, or of any other modality, implies none.
    """
    if event.polarity == "positive" and event.modality == "actual":
        sources, targets = _entities(event, "source"), _entities(event, "target")
        for source, relation, target in relate(event_class(event.type), sources, targets):
            yield node(source), node(relation), node(target)


def relate(
    kind: EventClass, sources: Sequence[str], targets: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """Source, relation and target of each pair, all IRIs; none when the class implies no relation.

    A symmetric relation holds both ways, and among the sources when there is no target ("X and Y
    met").
    """
    if kind.relation is None:
        return
    pairs = list(product(sources, targets))
    if kind.symmetric:
        pairs = pairs or list(combinations(sources, 2))
        pairs += [(target, source) for source, target in pairs]
    for source, target in pairs:
        if source != target:
            yield source, str(KG[kind.relation]), target


def _report_iri(article: NamedNode, event: Event) -> NamedNode:
    arguments = sorted((a.role, a.start, a.end, a.entity or "") for a in event.arguments)
    parts = (event.trigger, event.time, event.place, event.quantity)
    spans: list[Part] = [None if part is None else (part.start, part.end) for part in parts]
    return mint("report", article.value, event.type, event.rule, spans, arguments)


def _wording(iri: NamedNode, event: Event, lang: str) -> Iterator[Statement]:
    yield from describe_sentence(iri, event.sentence, lang)
    yield iri, node(KG.trigger), words(event.trigger.text, lang)
    yield iri, node(KG.triggerStart), number(event.trigger.start)
    yield iri, node(KG.triggerEnd), number(event.trigger.end)
    yield iri, node(KG.rule), plain(event.rule)
    yield iri, node(KG.score), decimal(event.score)
    yield iri, node(KG.polarity), plain(event.polarity)
    yield iri, node(KG.modality), plain(event.modality)


def _participants(iri: NamedNode, event: Event, lang: str) -> Iterator[Statement]:
    for argument in event.arguments:
        if argument.role == "theme":
            yield iri, node(KG.reportedTheme), words(argument.text, lang)
        else:
            yield from _participant(iri, argument, lang)


def _participant(iri: NamedNode, argument: Argument, lang: str) -> Iterator[Statement]:
    is_source = argument.role == "source"
    yield iri, node(KG.sourceText if is_source else KG.targetText), words(argument.text, lang)
    if argument.entity:
        role = KG.reportedSource if is_source else KG.reportedTarget
        yield iri, node(role), node(argument.entity)


def _circumstances(iri: NamedNode, event: Event, lang: str) -> Iterator[Statement]:
    if event.place is not None:
        if event.place.entity:
            yield iri, node(KG.reportedPlace), node(event.place.entity)
        else:
            yield iri, node(KG.placeText), words(event.place.text, lang)
    if event.time is not None:
        yield iri, node(KG.timeText), words(event.time.text, lang)
        if event.time.value and is_bounded(event.time.value):
            yield iri, node(KG.reportedTime), time_iri(event.time.value)
            yield from describe_time(event.time.value)
    if event.quantity is not None:
        yield iri, node(KG.reportedQuantity), quantity_iri(event.quantity)
        yield from describe_quantity(event.quantity, lang)
    for toll in event.casualties:
        yield iri, node(_OUTCOMES[toll.outcome]), quantity_iri(toll.quantity)
        yield from describe_quantity(toll.quantity, lang)


def _attribution(iri: NamedNode, event: Event, lang: str) -> Iterator[Statement]:
    speakers = (
        (event.attribution, KG.attributionText, KG.attributedTo),
        (event.denied_by, KG.denialText, KG.deniedBy),
    )
    for said, text, by in speakers:
        if said is not None:
            yield iri, node(text), words(said.text, lang)
            for entity in said.entities:
                yield iri, node(by), node(entity)


def _links(iri: NamedNode, event: Event, reports: Reports) -> Iterator[Statement]:
    for link in event.links:
        for other in find_reports(reports, link.trigger):
            if other != iri:
                yield iri, node(KG[link.relation]), other


def _entities(event: Event, role: str) -> list[str]:
    found = [a.entity for a in event.arguments if a.role == role and a.entity]
    return sorted(set(found))
