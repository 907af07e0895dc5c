"""Which paragraphs of a page's text are the article's prose, and what the rest tells of it."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.read.credits import Credit, find_credit, is_archive
from kg.read.dates import Dateline, find_dateline, find_dates, published_date
from kg.read.paragraphs import Span
from kg.read.phrases import function_words, load_phrases

TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
STOP = re.compile(r"[.!?][\"'”’»)\]]*$")
SEPARATOR = re.compile(r"[,;|/•·]")
WORD = re.compile(r"\w+")
LONG = 20
"""Words from which a paragraph counts as prose though no full stop closes it."""
LISTLIKE = 12
"""Words from which a paragraph with hardly a function word counts as a list or table."""
FEW_FUNCTION_WORDS = 0.1
ITEM_WORDS = 4
"""Words of an item of a list at most, on average."""
TITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Prose:
    """body: paragraphs to read, less datelines and credits. title, date: as the text tells."""

    body: tuple[Span, ...]
    title: str | None
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what stands at its edges taken off."""

    text: str
    start: int
    end: int
    dateline: Dateline | None
    credit: Credit | None


def find_prose(text: str, paragraphs: Sequence[Span], lang: str) -> Prose:
    """Keep the prose of a page's text, in order; duplicates count once.

    A text in which no paragraph reads as prose (one line, a list of headlines) keeps all those
    that are not boilerplate by their words. Offsets are those of the text.
    """
    parts = [open_paragraph(text, span, lang) for span in paragraphs]
    parts = [part for part in cut_readers(parts, lang) if not is_boilerplate(part)]
    kept = [part for part in parts if is_prose(part.text, lang)] or parts
    body = tuple((part.start, part.end) for part in without_repeats(kept))
    return Prose(body, find_title(parts, kept), find_date(text, paragraphs, parts, lang))


def open_paragraph(text: str, span: Span, lang: str) -> Paragraph:
    """Take dateline and credit off the edges of a paragraph."""
    start, end = span
    credit = find_credit(text[start:end])
    dateline = find_dateline(text[start:end], lang)
    inner_start = start + (dateline.end if dateline else 0)
    inner_end = max(inner_start, start + credit.end if credit else end)
    return Paragraph(text[inner_start:inner_end], inner_start, inner_end, dateline, credit)


def without_dateline(text: str, paragraphs: Sequence[Span], lang: str) -> tuple[Span, ...]:
    """The paragraphs of a clean text, less the dateline that it may open with."""
    first = find_dateline(text[slice(*paragraphs[0])], lang) if paragraphs else None
    if first is None:
        return tuple(paragraphs)
    start, end = paragraphs[0]
    return ((start + first.end, end), *paragraphs[1:])


def cut_readers(parts: Sequence[Paragraph], lang: str) -> Sequence[Paragraph]:
    """Drop what follows the heading of a comment form, if prose stands before it."""
    seen = False
    for index, part in enumerate(parts):
        if seen and load_phrases().ends_article(part.text):
            return parts[:index]
        seen = seen or is_prose(part.text, lang)
    return parts


def is_boilerplate(part: Paragraph) -> bool:
    """Whether nothing is left of a paragraph, or its words are those of a page."""
    return not WORD.search(part.text) or load_phrases().are_in(part.text)


def is_prose(paragraph: str, lang: str) -> bool:
    """Whether a paragraph reads as sentences: closed by punctuation, or long, and not a list.

    "Israeli jets struck weapons depots near Latakia overnight, Syrian state media reported." has
    hardly a function word, but no list has a full stop and so few commas.
    """
    words = [word.lower() for word in WORD.findall(paragraph)]
    if not TERMINAL.search(paragraph) and len(words) < LONG:
        return False
    common = function_words(lang)
    share = sum(word in common for word in words) / len(words) if words else 0.0
    if not common or len(words) < LISTLIKE or share >= FEW_FUNCTION_WORDS:
        return True
    items = re.split(SEPARATOR, paragraph)
    return bool(STOP.search(paragraph)) and len(words) > ITEM_WORDS * len(items)


def without_repeats(parts: Iterable[Paragraph]) -> list[Paragraph]:
    """Each paragraph once, where it stands first."""
    return list({fold(part.text): part for part in reversed(list(parts))}.values())[::-1]


def fold(text: str) -> str:
    """Lower case and single spaces."""
    return " ".join(text.casefold().split())


def find_title(parts: Sequence[Paragraph], kept: Sequence[Paragraph]) -> str | None:
    """The first headline-like line before the prose."""
    for part in parts:
        if part in kept:
            return None
        if len(WORD.findall(part.text)) >= TITLE_WORDS:
            return part.text
    return None


def find_date(
    text: str, paragraphs: Sequence[Span], parts: Sequence[Paragraph], lang: str
) -> datetime.date | None:
    """The day of publication: of a line that states it, of the dateline, of a caption."""
    lines = (text[start:end] for start, end in paragraphs)
    stated = (published_date(line, lang) for line in lines if not TERMINAL.search(line))
    datelines = (part.dateline.day for part in parts if part.dateline)
    captions = (
        day
        for part in parts
        if part.credit and part.credit.photo and not is_archive(part.text)
        for _, _, day in find_dates(part.text, lang)
    )
    return next((day for day in (*stated, *datelines) if day), None) or max(captions, default=None)
