"""CSV of events: one subject–relation–object row for each pair of actors of a merged event."""

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import get_args

from kg.export.event_table import EventTable, Row, pair_up
from kg.export.tellings import Facts, Telling, join, read_facts, read_tellings
from kg.graph.directory.store import open_dataset
from kg.graph.results.events import first
from kg.ontology.classes import coded_class
from kg.ontology.namespaces import DCTERMS, KG, SCHEMA
from kg.types import Outcome

_NAMES = (
    *("event", "subject", "subject_iri", "subject_country", "relation"),
    *("object", "object_iri", "object_country", "class", "plover", "cameo", "goldstein"),
    *("date", "earliest", "latest", "place", "place_country", "latitude", "longitude"),
    *("quantity", "polarity", "modality", *get_args(Outcome), "sources", "denied_by"),
    *("score", "reports", "sentence", "article", "published", "outlets", "url"),
)
_NUMBERS: Mapping[str, type[int] | type[float]] = {
    **dict.fromkeys(("goldstein", "latitude", "longitude", "score"), float),
    "reports": int,
}
COLUMNS = {name: _NUMBERS.get(name, str) for name in _NAMES}


def read(directory: Path, *, lang: str = "en") -> Iterator[Row]:
    """The rows of a graph directory.

    An event without a source or target leaves that side to the words of its first report; one of
    several classes has rows for each. Countries are ISO 3166-1 alpha-3. date: EDTF; earliest and
    latest: its first and last day. latitude, longitude: of the first place, in degrees of WGS 84.
    sources, denied_by: who says so, and who denies it, in the articles' words. killed and the like:
    every number that a report gives, in its words. score: the highest of a report.
    sentence: of the first report by publication date; published: that date; article, outlets: all;
    url: the first. lang: of the labels, where there are some.
    """
    dataset = open_dataset(directory)
    facts = read_facts(dataset, lang)
    for telling in read_tellings(dataset):
        for row in _to_rows(telling, facts):
            yield {
                **row,
                **_where(telling, facts),
                **_tolls(telling, facts),
                **_evidence(telling),
                **_articles(telling),
            }


TABLE = EventTable(COLUMNS, read)


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
                "subject_country": facts.country(source),
                "relation": kind.relation or "",
                "object": facts.label(target) or telling.words(KG.targetText),
                "object_iri": target,
                "object_country": facts.country(target),
                "class": kind.name,
                "plover": coded.root,
                "cameo": coded.cameo or "",
                "goldstein": coded.goldstein,
                "date": event.date,
                "earliest": event.earliest,
                "latest": event.latest,
                "quantity": join([facts.label(iri) for iri in event.quantities]),
                "polarity": event.polarity,
                "modality": event.modality,
            }


def _where(telling: Telling, facts: Facts) -> Row:
    places = telling.event.places
    latitude, longitude = (facts.position(places[0]) if places else None) or (None, None)
    return {
        "place": join([facts.label(iri) for iri in places]) or telling.words(KG.placeText),
        "place_country": facts.country(places[0]) if places else "",
        "latitude": latitude,
        "longitude": longitude,
    }


def _tolls(telling: Telling, facts: Facts) -> Row:
    names = {name: KG[f"reported{name.title()}"] for name in get_args(Outcome)}
    return {name: join(list(map(facts.label, _told(telling, p)))) for name, p in names.items()}


def _told(telling: Telling, predicate: str) -> list[str]:
    """What any report says, each once, the first told first."""
    found = (report.get(str(predicate), ()) for report in telling.reports.values())
    return list(dict.fromkeys(chain.from_iterable(found)))


def _evidence(telling: Telling) -> Row:
    return {
        "sources": join(_told(telling, KG.attributionText)),
        "denied_by": join(_told(telling, KG.denialText)),
        "score": max(float(first(report, KG.score)) for report in telling.reports.values()),
        "reports": len(telling.reports),
        "sentence": telling.words(KG.sentence),
    }


def _articles(telling: Telling) -> Row:
    def stated(predicate: str) -> list[str]:
        found = (first(article, predicate) for article in telling.articles.values())
        return list(dict.fromkeys(value for value in found if value))

    return {
        "article": join(stated(DCTERMS.identifier)),
        "published": next(iter(stated(DCTERMS.issued)), ""),
        "outlets": join(stated(DCTERMS.publisher)),
        "url": next(iter(stated(SCHEMA.url)), ""),
    }
