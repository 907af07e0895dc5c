"""The sentences behind the graph: reports of events, and statements of offices."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.edtf import to_span
from kg.ontology.namespaces import DCTERMS, KG, PROV
from kg.view.answers import Answers
from kg.view.model import Evidence, Status
from kg.view.records import Record, literals, value, values

STATUSES: tuple[Status, ...] = ("actual", "planned", "possible", "denied")
"""From the most affirmed to the least."""
REPORTED = (KG.reportedSource, KG.reportedTarget, KG.reportedPlace)


@dataclass(frozen=True, slots=True)
class Told:
    """All sentences, in the order in which a page shows them."""

    evidence: tuple[Evidence, ...]
    rank: Mapping[str, int]
    """IRI of a report or tenure to its place in that order."""

    def pick(self, iris: Iterable[str]) -> list[Evidence]:
        """Give those of some IRIs, in order; what is no report or tenure is left out."""
        ranks = sorted(self.rank[iri] for iri in iris if iri in self.rank)
        return [self.evidence[rank] for rank in ranks]


def read_evidence(answers: Answers) -> Told:
    """Cut every sentence at its trigger, with what is said of it.

    First those in the language of the page, and of these the first written.
    """
    reports = [_report(answers, iri, record) for iri, record in answers.reports.items()]
    tenures = [_sentence(iri, record) for iri, record in answers.tenures.items()]
    dates = {iri: value(record, DCTERMS.issued) for iri, record in answers.articles.items()}
    ordered = sorted(
        [*reports, *tenures],
        key=lambda item: (item.lang != answers.lang, dates.get(item.article) or "~", item.id),
    )
    return Told(tuple(ordered), {item.id: rank for rank, item in enumerate(ordered)})


def most_affirmed(evidence: Iterable[Evidence]) -> Status:
    """Take as a fact what one report states as a fact, whoever denies it."""
    return min((item.status for item in evidence), key=STATUSES.index, default="actual")


def finest_time(answers: Answers, times: Iterable[str]) -> str | None:
    """Choose the time with the fewest days as EDTF, the earliest of equals."""
    found = [value(answers.things.get(time, {}), KG.edtf) for time in times]
    return min((edtf for edtf in found if edtf), key=lambda t: (_days(t), t), default=None)


def _days(edtf: str) -> float:
    days = to_span(edtf).days
    return math.inf if days is None else days


def _report(answers: Answers, iri: str, record: Record) -> Evidence:
    place, quantity = value(record, KG.reportedPlace), value(record, KG.reportedQuantity)
    return replace(
        _sentence(iri, record),
        status=_status(record),
        actors=tuple(actor for role in REPORTED for actor in values(record, role)),
        says=values(record, KG.attributedTo),
        says_text=value(record, KG.attributionText),
        place=answers.label(place) if place else None,
        time=finest_time(answers, values(record, KG.reportedTime)),
        quantity=answers.label(quantity) if quantity else None,
        theme=values(record, KG.reportedTheme),
    )


def _status(record: Record) -> Status:
    if value(record, KG.polarity) == "negative":
        return "denied"
    modality = value(record, KG.modality)
    return next((status for status in STATUSES if status == modality), "actual")


def _sentence(iri: str, record: Record) -> Evidence:
    """Cut the sentence of a report or tenure at its trigger, where it has one."""
    sentence = next(iter(literals(record, KG.sentence)), None)
    before, trigger, after = _cut(str(sentence or ""), record)
    return Evidence(
        id=iri,
        article=value(record, PROV.wasDerivedFrom) or "",
        before=before,
        trigger=trigger,
        after=after,
        lang=sentence.language if sentence is not None else None,
    )


def _cut(sentence: str, record: Record) -> tuple[str, str, str]:
    """Cut by the offsets, or at the first such word where they do not fit it."""
    trigger = value(record, KG.trigger)
    if not trigger:
        return sentence, "", ""
    start = _number(record, KG.triggerStart) - _number(record, KG.sentenceStart)
    if start < 0 or not sentence.startswith(trigger, start):
        start = sentence.find(trigger)
    if start < 0:
        return sentence, "", ""
    end = start + len(trigger)
    return sentence[:start], trigger, sentence[end:]


def _number(record: Record, predicate: URIRef) -> int:
    return int(value(record, predicate) or 0)
