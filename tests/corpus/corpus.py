"""The marked-up articles as articles, and as the gold that `kg eval --clusters` reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.evaluate import ClusterRecord, Mark
from kg.types import Article

PATH = Path(__file__).with_name("news.yaml")
OPEN, SHUT = "[{", re.compile(r"[\]}]\((\??)([a-z0-9-]+)\)")


@dataclass(frozen=True)
class Story:
    """An article and its gold."""

    article: Article
    gold: ClusterRecord


@cache
def read_corpus() -> dict[str, Any]:
    """The file as it stands."""
    data: dict[str, Any] = yaml.load(PATH.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)
    return data


@cache
def stories() -> tuple[Story, ...]:
    """All articles, in the order of the file."""
    return tuple(to_story(row) for row in read_corpus()["articles"])


def to_story(row: dict[str, Any]) -> Story:
    """An article of the file without its marks, and the marks."""
    text, marks = read_marks(row["text"])
    article = Article(
        id=row["id"],
        text=text,
        lang=row["lang"],
        date=date.fromisoformat(row["date"]),
        source=row["outlet"],
        body=tuple(find_paragraphs(text)),
    )
    reports, mentions = (tuple(m for sign, m in marks if sign == wanted) for wanted in "{[")
    return Story(article, ClusterRecord(row["id"], reports, mentions))


def read_marks(marked: str) -> tuple[str, list[tuple[str, Mark]]]:
    """The text, and its marks in the order of their ends, each with the bracket that opens it."""
    text, opened, marks, at = "", [], [], 0
    while at < len(marked):
        if marked[at] in OPEN:
            opened.append((marked[at], len(text)))
            at += 1
        elif shut := SHUT.match(marked, at):
            sign, start = opened.pop()
            marks.append((sign, Mark(start, len(text), shut[2], bool(shut[1]))))
            at = shut.end()
        else:
            text += marked[at]
            at += 1
    assert not opened, f"a mark is not closed: {marked}"
    return text, marks


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs stand: a folded block has a line for each."""
    for line in re.finditer(".+", text):
        yield line.span()


def to_row(story: Story) -> dict[str, Any]:
    """A line of the gold file."""
    article, gold = story.article, story.gold
    return {
        "id": article.id,
        "source": article.source,
        "lang": article.lang,
        "date": str(article.date),
        "text": article.text,
        "reports": [to_cluster(mark) for mark in gold.reports],
        "mentions": [to_cluster(mark) for mark in gold.mentions],
    }


def to_cluster(mark: Mark) -> dict[str, Any]:
    """A mark as it stands in the gold file."""
    place = {"start": mark.start, "end": mark.end, "cluster": mark.cluster}
    return place | ({"optional": True} if mark.optional else {})
