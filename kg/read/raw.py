"""What a format reader finds, and the steps from there to an Article that all formats share."""

import datetime
import re
from dataclasses import dataclass

from kg.errors import InputError
from kg.read.language import settle_language
from kg.read.paragraphs import Span, split_paragraphs
from kg.read.prose import find_prose, without_dateline
from kg.types import Article

MAX_CHARACTERS = 1_000_000
CLOCK = re.compile(
    r"[\[(]?\d{1,2}(?:[:.]|\s?[hH]\s?)\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|BST|CES?T|E[DS]?T))?"
    r"[\])]?(?:\s?[-–—:|])?\s+(?=[\"'“‘«]?[^\W\d_a-z])"
)
"""The hour before an entry of a live blog, and not "10:05 trains"."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An input before its language, date and prose are settled.

    where: the file, or file:line, as error messages name it.
    lang: as the input states it, None when it does not.
    clean: the text is the article and nothing else.
    wrapped: a line may break inside a paragraph.
    """

    id: str
    where: str
    text: str
    lang: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    clean: bool = False
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of all inputs, against what is detected."""

    date: datetime.date | None = None
    lang: str | None = None


def to_article(raw: Raw, options: Options) -> Article:
    """Settle language, date and prose. Raises InputError for what cannot be read as an article."""
    check_length(raw)
    lang = settle_language(raw.text, stated=options.lang or raw.lang, where=raw.where)
    paragraphs = split_paragraphs(raw.text, wrapped=raw.wrapped)
    prose = find_prose(raw.text, paragraphs, lang)
    body = without_dateline(raw.text, paragraphs, lang) if raw.clean else prose.body
    if not body:
        raise InputError(f"{raw.where}: no prose in it: give the text of an article.")
    return Article(
        id=raw.id,
        text=raw.text,
        lang=lang,
        date=options.date or raw.date or prose.date,
        title=raw.title if raw.title or raw.clean else prose.title,
        url=raw.url,
        source=raw.source,
        body=tuple(without_clock(raw.text, span) for span in body),
    )


def without_clock(text: str, span: Span) -> Span:
    """A paragraph less the hour that it opens with: "10:31 Oslo says"."""
    start, end = span
    hour = CLOCK.match(text, start, end)
    return (hour.end() if hour else start, end)


def check_length(raw: Raw) -> None:
    """Raise InputError for a text that is empty or longer than MAX_CHARACTERS."""
    if not raw.text.strip():
        raise InputError(f"{raw.where}: empty: give a file with the text of an article.")
    if len(raw.text) > MAX_CHARACTERS:
        raise InputError(
            f"{raw.where}: {len(raw.text):,} characters, more than {MAX_CHARACTERS:,} in one "
            "article: split it into articles, one a file or one a line of .jsonl."
        )
