"""The sentences behind the graph: reports of events, and statements of offices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from kg.ontology.namespaces import DCTERMS, KG, PROV, RDFS
from kg.view.labels import Words, pick_labels
from kg.view.marks import find_marks
from kg.view.model import Report, Status
from kg.view.records import Records
from kg.view.times import finest_time

STATUSES: tuple[Status, ...] = get_args(Status)
"""From the most affirmed to the least."""
SOURCE = PROV.wasDerivedFrom
"""The article of a report. rdflib makes such a name anew each time that it is asked for."""
ACTORS = (KG.reportedSource, KG.reportedTarget, KG.attributedTo, KG.reportedPlace)
"""Those whom a sentence names; where two share the words, the first has them."""
Order = Mapping[str, int]
"""IRI to its place in the page."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence around its trigger."""

    before: str
    trigger: str
    after: str

    @property
    def text(self) -> str:
        """The whole."""
        return self.before + self.trigger + self.after

    @property
    def span(self) -> tuple[int, int]:
        """Where the trigger stands."""
        return len(self.before), len(self.before) + len(self.trigger)


def order_reports(records: Records, articles: Order, lang: str) -> Order:
    """Put reports and tenures in the order of the page.

    First those in its language, of these the first written; ties break on the IRI. What no
    article is left for is left out. articles: in the order in which they were written.
    """
    told = [*records.of_type(KG.Report), *records.of_type(KG.Tenure)]
    sources = {iri: articles.get(records.first(iri, SOURCE) or "") for iri in told}
    foreign = {
        place: records.first(article, DCTERMS.language) != lang
        for article, place in articles.items()
    }
    ranks = sorted(
        (foreign[place], place, iri) for iri, place in sources.items() if place is not None
    )
    return {iri: rank for rank, (_, _, iri) in enumerate(ranks)}


def read_report(records: Records, iri: str, articles: Order, nodes: Order) -> Report:
    """Read one report or tenure: its sentence, with what is said of it."""
    sentence = next(iter(records.words(iri, KG.sentence)), Words("", ""))
    cut = cut_sentence(records, iri, sentence.text)
    actors = [actor for role in ACTORS for actor in records.values(iri, role) if actor in nodes]
    names = [
        (nodes[actor], records.values(actor, KG.mentionedAs)) for actor in dict.fromkeys(actors)
    ]
    quantity = records.first(iri, KG.reportedQuantity)
    place = nodes.get(records.first(iri, KG.reportedPlace) or "")
    return Report(
        id=iri,
        article=articles[records.first(iri, SOURCE) or ""],
        before=cut.before,
        trigger=cut.trigger,
        after=cut.after,
        lang=sentence.lang or None,
        status=read_status(records, iri),
        score=float(records.first(iri, KG.score) or 1),
        rule=records.first(iri, KG.rule),
        marks=find_marks(cut.text, names, cut.span),
        says=tuple(nodes[who] for who in records.values(iri, KG.attributedTo) if who in nodes),
        says_text=records.first(iri, KG.attributionText),
        place=place,
        time=finest_time(records, records.values(iri, KG.reportedTime)),
        quantity=pick_labels(records.words(quantity, RDFS.label)) if quantity else None,
        theme=records.values(iri, KG.reportedTheme),
    )


def read_status(records: Records, iri: str) -> Status:
    """Read how sure a report or event is said to be: a denial outweighs its mood."""
    if records.first(iri, KG.polarity) == "negative":
        return "denied"
    modality = records.first(iri, KG.modality)
    return next((status for status in STATUSES if status == modality), "actual")


def most_affirmed(statuses: Iterable[Status]) -> Status:
    """Take as a fact what one report states as a fact, whoever denies it."""
    return min(statuses, key=STATUSES.index, default="actual")


def cut_sentence(records: Records, iri: str, sentence: str) -> Cut:
    """Cut by the offsets, or at the first such word where they do not fit the sentence."""
    trigger = records.first(iri, KG.trigger) or ""
    start = _number(records, iri, KG.triggerStart) - _number(records, iri, KG.sentenceStart)
    if start < 0 or not sentence.startswith(trigger, start):
        start = sentence.find(trigger)
    if start < 0 or not trigger:
        return Cut(sentence, "", "")
    end = start + len(trigger)
    return Cut(sentence[:start], trigger, sentence[end:])


def _number(records: Records, iri: str, predicate: str) -> int:
    return int(records.first(iri, predicate) or 0)
