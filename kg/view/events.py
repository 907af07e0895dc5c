"""The events of the merged graph, with who took part, where, when, and what it led to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from kg.ontology.classes import event_classes
from kg.ontology.namespaces import DCTERMS, GAF, KG, RDFS
from kg.view.evidence import Order, most_affirmed
from kg.view.labels import choose, pick_labels
from kg.view.model import Event, Labels, LinkKind, Report
from kg.view.records import Records
from kg.view.times import finest_time, to_days

LINKS: tuple[LinkKind, ...] = get_args(LinkKind)
Agreements = Mapping[str, Sequence[str]]
"""Report to the names of what it signs."""
Classes = Mapping[str, Sequence[str]]
"""Event to the local names of its classes."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What events refer to."""

    nodes: Order
    events: Order
    reports: Order
    told: Sequence[Report]
    """All reports in their order."""
    signed: Agreements
    classes: Classes


def read_events(
    records: Records, nodes: Order, told: Sequence[Report], lang: str
) -> tuple[Event, ...]:
    """Read the events of which a report is left, by time, undated ones last; ties on the IRI.

    told: all reports, in the order of the page. lang: in which to name agreements.
    """
    reports = {report.id: place for place, report in enumerate(told)}
    events = order_events(records, reports)
    signed, classes = read_agreements(records, lang), read_classes(records)
    around = Surroundings(nodes, events, reports, told, signed, classes)
    return tuple(_read_event(records, iri, around) for iri in events)


def order_events(records: Records, reports: Order) -> Order:
    """Give each event its place; without a sentence nothing stands in the page."""
    told = [
        iri
        for iri in records.subjects(GAF.denotedBy)
        if any(report in reports for report in records.values(iri, GAF.denotedBy))
    ]
    days = {iri: to_days(finest_time(records, records.values(iri, KG.time)))[0] for iri in told}
    ordered = sorted(told, key=lambda iri: (days[iri] or "~", iri))
    return {iri: place for place, iri in enumerate(ordered)}


def _read_event(records: Records, iri: str, around: Surroundings) -> Event:
    own = sorted(_places(records, iri, GAF.denotedBy, around.reports))
    reports = [around.told[place] for place in own]
    time = finest_time(records, records.values(iri, KG.time))
    earliest, latest = to_days(time)
    classes = tuple(around.classes.get(iri, ()))
    source, target = (_places(records, iri, role, around.nodes) for role in (KG.source, KG.target))
    mutual = any(event_classes()[name].symmetric for name in classes)
    return Event(
        id=iri,
        classes=classes,
        time=time,
        earliest=earliest,
        latest=latest,
        status=most_affirmed(report.status for report in reports),
        source=() if mutual else source,
        target=() if mutual else target,
        participant=tuple(dict.fromkeys((*source, *target))) if mutual else (),
        who=None if source else _words(records, reports, KG.sourceText),
        whom=None if target else _words(records, reports, KG.targetText),
        place=_places(records, iri, KG.place, around.nodes),
        links=_links(records, iri, around.events),
        detail=_detail(records, iri, reports),
        agreements=_agreements(reports, around.signed),
        reports=tuple(own),
    )


def _links(records: Records, iri: str, events: Order) -> tuple[tuple[LinkKind, int], ...]:
    return tuple(
        (kind, other) for kind in LINKS for other in _places(records, iri, KG[kind], events)
    )


def _agreements(reports: Sequence[Report], signed: Agreements) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for report in reports for name in signed.get(report.id, ())))


def read_classes(records: Records) -> Classes:
    """Give the local names of the classes of each event that the ontology has, in their order."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in event_classes():
        for iri in records.of_type(KG[name]):
            found[iri].append(name)
    return found


def read_agreements(records: Records, lang: str) -> Agreements:
    """Name what each report signs, followed by its parts, in a language where it has one."""
    signed: dict[str, list[str]] = defaultdict(list)
    for iri in records.of_type(KG.Agreement):
        parts = [iri, *records.values(iri, DCTERMS.hasPart)]
        names = [choose(pick_labels(records.words(part, RDFS.label)), lang) for part in parts]
        for report in records.values(iri, KG.signedIn):
            signed[report] += [name for name in names if name]
    return signed


def _words(records: Records, told: Sequence[Report], role: str) -> str | None:
    """The words of the first report that has some for a role."""
    found = (records.words(report.id, role) for report in told)
    return next((words[0].text for words in found if words), None)


def _places(records: Records, iri: str, predicate: str, order: Order) -> tuple[int, ...]:
    return tuple(order[value] for value in records.values(iri, predicate) if value in order)


def _detail(records: Records, iri: str, told: Sequence[Report]) -> Labels | None:
    quantity = records.first(iri, KG.quantity)
    if quantity:
        return pick_labels(records.words(quantity, RDFS.label))
    return next(({report.lang or "": report.theme[0]} for report in told if report.theme), None)
