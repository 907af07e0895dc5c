"""CSV of events: one subject–relation–object row for each pair of actors of a merged event."""

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import get_args

from kg.export.event_table import EventTable, Row, pair_up
from kg.export.tellings import Facts, Telling, join, read_facts, read_tellings
from kg.graph.directory.store import open_dataset
from kg.graph.results.events import first
from kg.ontology.classes import coded_class
from kg.ontology.namespaces import DCTERMS, KG
from kg.types import Outcome

COLUMNS = (
    *("event", "subject", "subject_iri", "relation", "object", "object_iri"),
    *("class", "plover", "cameo", "date", "place", "quantity", "polarity", "modality"),
    *get_args(Outcome),
    *("sources", "denied_by", "sentence", "article"),
)


def read(directory: Path, *, lang: str = "en") -> Iterator[Row]:
    """The rows of a graph directory.

    An event without a source or target leaves that side to the words of its first report; one of
    several classes has rows for each. date: EDTF. sources, denied_by: who says so, and who denies
    it, in the articles' words. killed and the like: every number that a report gives, in its words.
    sentence: of the first report by publication date; article: ids of all.
    lang: of the labels, where there are some.
    """
    dataset = open_dataset(directory)
    facts = read_facts(dataset, lang)
    for telling in read_tellings(dataset):
        for row in _to_rows(telling, facts):
            yield {**row, **_tolls(telling, facts), **_evidence(telling)}


TABLE = EventTable(dict.fromkeys(COLUMNS, str), read)


def write(directory: Path, path: Path) -> None:
    """Write the events of a directory as CSV (RFC 4180, UTF-8, a header row)."""
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(read(directory))


def _to_rows(telling: Telling, facts: Facts) -> Iterator[Row]:
    event = telling.event
    for source, target in pair_up(telling):
        for kind in event.classes:
            coded = coded_class(kind.name, event.modality)
            yield {
                "event": event.iri,
                "subject": facts.label(source) or telling.words(KG.sourceText),
                "subject_iri": source,
                "relation": kind.relation or "",
                "object": facts.label(target) or telling.words(KG.targetText),
                "object_iri": target,
                "class": kind.name,
                "plover": coded.root,
                "cameo": coded.cameo or "",
                "date": event.date,
                "place": _place(telling, facts),
                "quantity": join([facts.label(iri) for iri in event.quantities]),
                "polarity": event.polarity,
                "modality": event.modality,
            }


def _place(telling: Telling, facts: Facts) -> str:
    labels = [facts.label(iri) for iri in telling.event.places]
    return join(labels) or telling.words(KG.placeText)


def _tolls(telling: Telling, facts: Facts) -> Row:
    names = {name: KG[f"reported{name.title()}"] for name in get_args(Outcome)}
    return {name: join(list(map(facts.label, _told(telling, p)))) for name, p in names.items()}


def _told(telling: Telling, predicate: str) -> list[str]:
    """What any report says, each once, the first told first."""
    found = (report.get(str(predicate), ()) for report in telling.reports.values())
    return list(dict.fromkeys(chain.from_iterable(found)))


def _evidence(telling: Telling) -> Row:
    articles = telling.articles.values()
    return {
        "sources": join(_told(telling, KG.attributionText)),
        "denied_by": join(_told(telling, KG.denialText)),
        "sentence": telling.words(KG.sentence),
        "article": join([first(article, DCTERMS.identifier) for article in articles]),
    }
