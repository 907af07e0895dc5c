"""What articles say as flat records: JSON lines of events, mentions and offices, and CSV."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Literal, TextIO

from kg.errors import InputError, KgError
from kg.ontology.classes import coded_class, event_class
from kg.types import (
    Argument,
    Article,
    Attribution,
    Event,
    Extraction,
    Mention,
    Modality,
    Office,
    Place,
)

What = Literal["events", "mentions", "offices"]
Format = Literal["jsonl", "csv"]
Record = dict[str, Any]

COLUMNS: Mapping[What, tuple[str, ...]] = {
    "events": (
        *("id", "published", "subject", "subject_iri", "subject_country", "relation"),
        *(
            "object",
            "object_iri",
            "object_country",
            "class",
            "plover",
            "cameo",
            "date",
            "place",
            "place_country",
            "quantity",
        ),
        *("attribution", "denied_by", "polarity", "modality", "mood", "score", "sentence"),
    ),
    "mentions": ("id", "text", "start", "end", "type", "kind", "entity", "country"),
    "offices": ("id", "person", "office", "of", "country"),
}
"""Of the CSV. Polarity and modality stand there since without them a denial reads as a fact."""
COARSE: Mapping[Modality, Modality] = {
    "demanded": "planned",
    "hypothetical": "possible",
    "habitual": "actual",
}
"""Modality in the three values that gold sets know; "mood" of a record has the finer one."""
COUNT = ("text", "value", "qualifier", "unit")
"""What a record tells of a quantity."""


def write_records(
    articles: Iterable[Article | InputError],
    out: TextIO,
    *,
    extract: Callable[[Article], Extraction],
    what: What = "events",
    form: Format = "jsonl",
    on_skip: Callable[[str], object],
) -> None:
    """Extract from each article and write its records as soon as they are there.

    on_skip: called with a line for each article that cannot be read or extracted from.
    """
    extractions = extract_each(articles, extract=extract, on_skip=on_skip)
    if form == "jsonl":
        for extraction in extractions:
            for record in to_records(extraction, what):
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        writer = csv.DictWriter(out, COLUMNS[what], lineterminator="\n")
        writer.writeheader()
        for extraction in extractions:
            writer.writerows(to_rows(extraction, what))


def extract_each(
    articles: Iterable[Article | InputError],
    *,
    extract: Callable[[Article], Extraction],
    on_skip: Callable[[str], object],
) -> Iterator[Extraction]:
    """The extraction of each article; what fails goes to on_skip."""
    for item in articles:
        if isinstance(item, InputError):
            on_skip(str(item))
            continue
        try:
            extraction = extract(item)
        except KgError as error:
            on_skip(f"{item.id}: {error}")
        # Whatever goes wrong with one article must not cost the others.
        except Exception as error:
            on_skip(f"{item.id}: {error!r}: a defect of kg, please report it.")
        else:
            yield extraction


def to_records(extraction: Extraction, what: What) -> Iterator[Record]:
    """The JSON records of an article, in the order of its text."""
    article = extraction.article
    if what == "events":
        yield from (event_record(event, article) for event in extraction.events)
    elif what == "mentions":
        yield from (mention_record(mention, article) for mention in extraction.mentions)
    else:
        yield from (office_record(office, article) for office in extraction.offices)


def to_rows(extraction: Extraction, what: What) -> Iterator[Record]:
    """The CSV rows of an article; keys are COLUMNS[what]."""
    if what == "events":
        labels = {entity.iri: entity.label for entity in extraction.entities}
        for event in extraction.events:
            yield from event_rows(event, extraction.article, labels)
    elif what == "mentions":
        yield from to_records(extraction, what)
    else:
        yield from (office_row(office, extraction.article) for office in extraction.offices)


def event_record(event: Event, article: Article) -> Record:
    """An event with its arguments and circumstances; start and end are those of the sentence."""
    kind = coded_class(event.type, event.modality)
    return {
        "id": article.id,
        "lang": article.lang,
        "published": day_of(article),
        "sentence": event.sentence.text,
        "start": event.sentence.start,
        "end": event.sentence.end,
        "event": kind.root,
        "mode": kind.mode,
        "cameo": kind.cameo,
        "type": f"kg:{event.type}",
        "trigger": fields(event.trigger, "text", "start", "end"),
        "source": [argument_record(argument) for argument in with_role(event, "source")],
        "target": [argument_record(argument) for argument in with_role(event, "target")],
        "time": fields(event.time, "text", "value"),
        "place": place_record(event.place),
        "quantity": fields(event.quantity, *COUNT),
        "casualties": [
            {"outcome": toll.outcome, **(fields(toll.quantity, *COUNT) or {})}
            for toll in event.casualties
        ],
        "attribution": attribution_record(event.attribution),
        "polarity": event.polarity,
        "modality": COARSE.get(event.modality, event.modality),
        "mood": event.modality,
        "denied_by": attribution_record(event.denied_by),
        "rule": event.rule,
        "score": event.score,
    }


def argument_record(argument: Argument) -> Record:
    """A participant; id is the IRI of its entity, null for a generic one."""
    return {
        "text": argument.text,
        "start": argument.start,
        "end": argument.end,
        "id": argument.entity,
        "country": argument.country,
    }


def place_record(place: Place | None) -> Record | None:
    """Where it happened; id is the IRI of the place."""
    if place is None:
        return None
    return {"text": place.text, "id": place.entity, "country": place.country}


def attribution_record(attribution: Attribution | None) -> Record | None:
    """Who says so; id is the IRI of the first that is named."""
    if attribution is None:
        return None
    return {"text": attribution.text, "id": next(iter(attribution.entities), None)}


def mention_record(mention: Mention, article: Article) -> Record:
    """A mention; start and end count characters of the article's text."""
    found = fields(mention, "text", "start", "end", "type", "kind", "entity", "country")
    return {"id": article.id, **(found or {})}


def office_record(office: Office, article: Article) -> Record:
    """Who holds which office of what, in the words of the text."""
    return {
        "id": article.id,
        "person": {"text": office.person.text},
        "office": {"text": office.title.text},
        "of": fields(office.of, "text", "country"),
    }


def office_row(office: Office, article: Article) -> Record:
    """The same, flat."""
    of = fields(office.of, "text", "country") or {}
    return {
        "id": article.id,
        "person": office.person.text,
        "office": office.title.text,
        "of": of.get("text"),
        "country": of.get("country"),
    }


def event_rows(event: Event, article: Article, labels: Mapping[str, str]) -> Iterator[Record]:
    """A row for each pair of source and target, empty where the text names none.

    labels: IRI to the name that stands for an entity; a generic participant stands in its own
    words.
    """
    circumstances = event_row(event, article, labels)
    sources: Sequence[Argument | None] = with_role(event, "source") or [None]
    targets: Sequence[Argument | None] = with_role(event, "target") or [None]
    for source, target in product(sources, targets):
        yield circumstances | {
            "subject": name_of(source, labels),
            "subject_iri": source and source.entity,
            "subject_country": source and source.country,
            "object": name_of(target, labels),
            "object_iri": target and target.entity,
            "object_country": target and target.country,
        }


def event_row(event: Event, article: Article, labels: Mapping[str, str]) -> Record:
    """What all rows of an event share."""
    coded = coded_class(event.type, event.modality)
    return {
        "id": article.id,
        "published": day_of(article),
        "relation": event_class(event.type).relation or event.type,
        "class": event.type,
        "plover": coded.root,
        "cameo": coded.cameo,
        "date": event.time and event.time.value,
        "place": name_of(event.place, labels),
        "place_country": event.place and event.place.country,
        "quantity": event.quantity and event.quantity.text,
        "attribution": event.attribution and event.attribution.text,
        "denied_by": event.denied_by and event.denied_by.text,
        "polarity": event.polarity,
        "modality": COARSE.get(event.modality, event.modality),
        "mood": event.modality,
        "score": event.score,
        "sentence": " ".join(event.sentence.text.split()),
    }


def day_of(article: Article) -> str | None:
    """The day of publication, YYYY-MM-DD."""
    return article.date.isoformat() if article.date else None


def with_role(event: Event, role: str) -> list[Argument]:
    """The arguments of an event in one role, in the order of the text."""
    return [argument for argument in event.arguments if argument.role == role]


def name_of(found: Argument | Place | None, labels: Mapping[str, str]) -> str | None:
    """The name of a participant or place: of its entity, else its words."""
    return labels.get(found.entity or "", found.text) if found else None


def fields(value: object, *names: str) -> Record | None:
    """Some attributes of a value as a record; None for None."""
    return None if value is None else {name: getattr(value, name) for name in names}
