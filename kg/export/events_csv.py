"""CSV of events: one subject–relation–object row for each pair of actors of a merged event."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.graph.event_records import (
    EventRecord,
    Values,
    first,
    read_events,
    read_labels,
    read_values,
)
from kg.graph.store import open_dataset
from kg.ontology.classes import coded_class
from kg.ontology.namespaces import DCTERMS, KG, PROV

COLUMNS = (
    *("event", "subject", "subject_iri", "relation", "object", "object_iri"),
    *("class", "plover", "cameo", "date", "place", "quantity", "polarity", "modality"),
    *("sources", "sentence", "article"),
)
_SEPARATOR = "; "


def write(directory: Path, path: Path, *, lang: str = "en") -> None:
    """Write the events of a directory as CSV (RFC 4180, UTF-8, a header row).

    An event without a source or target leaves that side to the words of its first report; one of
    several classes has rows for each. date: EDTF. sources: who says so, in the articles' words.
    sentence: of the first report by publication date; article: ids of all.
    lang: of the labels, where there are some.
    """
    dataset = open_dataset(directory)
    labels = read_labels(dataset, lang)
    reports = read_values(dataset, "?s a kg:Report ; ?p ?o")
    articles = read_values(dataset, "?s a kg:Article ; ?p ?o")
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for event in read_events(dataset):
            told = _sort_reports(event, reports, articles)
            for row in _to_rows(event, labels, told):
                writer.writerow({**row, **_evidence(told, articles)})


def _sort_reports(
    event: EventRecord, reports: Mapping[str, Values], articles: Mapping[str, Values]
) -> list[Values]:
    """The reports of an event by publication date, the undated last, then by place in the text."""

    def position(report: Values) -> tuple[str, str, int]:
        article = first(report, PROV.wasDerivedFrom)
        issued = first(articles[article], DCTERMS.issued) or "9999"
        return issued, article, int(first(report, KG.triggerStart))

    return sorted((reports[iri] for iri in event.reports), key=position)


def _to_rows(
    event: EventRecord, labels: Mapping[str, str], told: list[Values]
) -> Iterator[Mapping[str, str]]:
    for source, target in _sides(event):
        for kind in event.classes:
            coded = coded_class(kind.name, event.modality)
            yield {
                "event": event.iri,
                "subject": labels.get(source, source) or _words(told, KG.sourceText),
                "subject_iri": source,
                "relation": kind.relation or "",
                "object": labels.get(target, target) or _words(told, KG.targetText),
                "object_iri": target,
                "class": kind.name,
                "plover": coded.root,
                "cameo": coded.cameo or "",
                "date": event.date,
                "place": _SEPARATOR.join(labels.get(iri, iri) for iri in event.places),
                "quantity": _SEPARATOR.join(labels.get(iri, iri) for iri in event.quantities),
                "polarity": event.polarity,
                "modality": event.modality,
            }


def _sides(event: EventRecord) -> list[tuple[str, str]]:
    """Source and target of each row, "" for a side that no report gives an entity for."""
    if pairs := event.pairs():
        return pairs
    return [(source, "") for source in event.sources] or [
        ("", target) for target in event.targets or ("",)
    ]


def _words(told: list[Values], predicate: str) -> str:
    found = (_SEPARATOR.join(report.get(str(predicate), ())) for report in told)
    return next((words for words in found if words), "")


def _evidence(told: list[Values], articles: Mapping[str, Values]) -> Mapping[str, str]:
    sources = dict.fromkeys(first(report, KG.attributionText) for report in told)
    ids = dict.fromkeys(
        first(articles[first(report, PROV.wasDerivedFrom)], DCTERMS.identifier) for report in told
    )
    return {
        "sources": _SEPARATOR.join(source for source in sources if source),
        "sentence": first(told[0], KG.sentence),
        "article": _SEPARATOR.join(ids),
    }
