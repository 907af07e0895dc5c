"""CSV of events: one subject–relation–object row for each pair of actors of a merged event."""

import csv
from collections.abc import Iterator
from pathlib import Path

from kg.export.event_table import EventTable, Row, pair_up
from kg.export.tellings import Facts, Telling, join, read_facts, read_tellings
from kg.graph.event_records import first
from kg.graph.store import open_dataset
from kg.ontology.classes import coded_class
from kg.ontology.namespaces import DCTERMS, KG

COLUMNS = (
    *("event", "subject", "subject_iri", "relation", "object", "object_iri"),
    *("class", "plover", "cameo", "date", "place", "quantity", "polarity", "modality"),
    *("sources", "sentence", "article"),
)


def read(directory: Path, *, lang: str = "en") -> Iterator[Row]:
    """The rows of a graph directory.

    An event without a source or target leaves that side to the words of its first report; one of
    several classes has rows for each. date: EDTF. sources: who says so, in the articles' words.
    sentence: of the first report by publication date; article: ids of all.
    lang: of the labels, where there are some.
    """
    dataset = open_dataset(directory)
    facts = read_facts(dataset, lang)
    for telling in read_tellings(dataset):
        for row in _to_rows(telling, facts):
            yield {**row, **_evidence(telling)}


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
                "place": join([facts.label(iri) for iri in event.places]),
                "quantity": join([facts.label(iri) for iri in event.quantities]),
                "polarity": event.polarity,
                "modality": event.modality,
            }


def _evidence(telling: Telling) -> Row:
    sources = dict.fromkeys(
        first(report, KG.attributionText) for report in telling.reports.values()
    )
    articles = telling.articles.values()
    return {
        "sources": join([source for source in sources if source]),
        "sentence": telling.words(KG.sentence),
        "article": join([first(article, DCTERMS.identifier) for article in articles]),
    }
