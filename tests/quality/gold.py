"""The sentences of each file as gold records, one for each language (docs/evaluation.md)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.evaluate import GoldRecord
from kg.types import Article

Record = dict[str, Any]

CORPORA = {"parallel": ("pt", "en"), "french": ("fr",)}
"""File to the languages that it gives every text in, in that order."""
LANGS = tuple(lang for langs in CORPORA.values() for lang in langs)
FILLERS = ("source", "target")
FIELDS = {
    "trigger": (),
    "time": ("value",),
    "place": ("country",),
    "quantity": ("value", "unit"),
    "attribution": ("country",),
}
"""What stands behind the texts of a circumstance."""


def corpus_path(corpus: str) -> Path:
    """Where the sentences stand."""
    return Path(__file__).with_name(f"{corpus}.yaml")


def corpus_of(lang: str) -> str:
    """The file with the sentences in a language."""
    return next(corpus for corpus, langs in CORPORA.items() if lang in langs)


@cache
def read_sentences(corpus: str) -> list[Record]:
    """The file as it stands: each sentence with its texts."""
    text = corpus_path(corpus).read_text(encoding="utf8")
    sentences: list[Record] = yaml.load(text, Loader=yaml.CSafeLoader)["sentences"]
    return sentences


@cache
def records(lang: str) -> list[Record]:
    """All sentences in one language, in the order of the file."""
    return [to_record(row, lang) for row in read_sentences(corpus_of(lang))]


def to_record(row: Record, lang: str) -> Record:
    """One sentence in one language, with offsets."""
    text = row[lang]
    return {
        "id": f"{row['id']}-{lang}",
        "set": corpus_of(lang),
        "lang": lang,
        "date": row["date"],
        "text": text,
        "events": [to_event(event, text, lang) for event in row.get("events", ())],
        "entities": list(to_entities(row.get("entities", {}), text, lang)),
        "roles": [to_role(role, lang) for role in row.get("roles", ())],
    }


def to_event(event: Record, text: str, lang: str) -> Record:
    """An event with the words of one language."""
    told: Record = {"polarity": "positive", "modality": "actual", "alt": [], **event}
    for role in FILLERS:
        actors = (locate(actor, ("country",), text, lang) for actor in event.get(role, ()))
        told[role] = [actor for actor in actors if actor]
    for field, keys in FIELDS.items():
        told[field] = locate(event[field], keys, text, lang) if field in event else None
    return told


def to_entities(kinds: Record, text: str, lang: str) -> Iterator[Record]:
    """The names of one language."""
    for kind, names in kinds.items():
        for name in names:
            if found := locate(name, ("country",), text, lang):
                yield {"type": kind, **found}


def to_role(role: Record, lang: str) -> Record:
    """The words of one language; None for what it leaves open."""
    return {part: texts and texts[column(lang)] for part, texts in role.items()}


def locate(
    value: Sequence[Any], keys: Sequence[str], text: str, lang: str
) -> dict[str, Any] | None:
    """The words of one language, where they first stand, and what follows the texts."""
    words = value[column(lang)]
    if not words:
        return None
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    assert found, f"{words!r} does not stand in {text!r}"
    place = {"text": words, "start": found.start(), "end": found.end()}
    return place | dict(zip(keys, value[len(CORPORA[corpus_of(lang)]) :], strict=True))


def column(lang: str) -> int:
    """Where the words of a language stand among the texts of its file."""
    return CORPORA[corpus_of(lang)].index(lang)


def to_gold(record: Record) -> GoldRecord:
    """What the scorer of the events reads."""
    return GoldRecord(
        record["id"], record["set"], record["lang"], record["text"], tuple(record["events"])
    )


def to_article(record: Record) -> Article:
    """The sentence as an article of its own."""
    text = record["text"]
    return Article(
        id=record["id"],
        text=text,
        lang=record["lang"],
        date=date.fromisoformat(record["date"]),
        body=((0, len(text)),),
    )
