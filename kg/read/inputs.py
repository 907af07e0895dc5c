"""Inputs to Articles, one after the other; what cannot be read becomes an InputError value."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.read.csv import read_csv
from kg.read.html import read_html
from kg.read.jsonl import read_jsonl
from kg.read.language import check_language
from kg.read.raw import MAX_CHARACTERS, Options, Raw, to_article
from kg.read.sources import JSONL, PAGES, STDIN, TABLES, Source, find_sources
from kg.read.text import check_binary, read_lines, read_text
from kg.types import Article

# UTF-8 takes up to four bytes a character.
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
# Of a page the most is markup.
MAX_PAGE_BYTES = 20_000_000
HTML_STARTS = (b"<!doctype html", b"<html")


def read_inputs(
    inputs: Sequence[str],
    *,
    date: datetime.date | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | InputError]:
    """Read articles from files, folders, globs and "-", in the order given.

    inputs: a folder stands for the files in it that kg reads, at any depth, sorted.
    date, lang: of all articles, against what each states. stdin: what "-" reads: JSON lines when
    it begins with a brace, a page when it begins as one, else text.
    What cannot be read comes as an InputError value, so that the rest is read. Article ids are
    unique: a record with the id of an earlier one is an InputError.
    Raises UnknownLanguage, before anything is read, for a lang without a pipeline.
    """
    options = Options(date=date, lang=check_language(lang) if lang else None)
    raws = chain.from_iterable(read_source(item, stdin) for item in find_sources(inputs))
    return once_each(settle(raws, options))


def count_inputs(inputs: Sequence[str]) -> int | None:
    """How many articles and errors `read_inputs` will yield; None when "-" hides it."""
    if STDIN in inputs:
        return None
    return sum(map(count_items, find_sources(inputs)))


def count_items(item: Source | InputError) -> int:
    """Records of a .jsonl file or table; 1 for any other file, or one that cannot be read."""
    if isinstance(item, InputError) or item.path is None:
        return 1
    if item.suffix in TABLES:
        return sum(1 for _ in read_source(item, None))
    if item.suffix != JSONL:
        return 1
    try:
        with item.path.open("rb") as stream:
            return sum(1 for line in read_lines(stream, item.name) if line.strip()) or 1
    except (InputError, OSError):
        return 1


def settle(raws: Iterable[Raw | InputError], options: Options) -> Iterator[Article | InputError]:
    """Each raw input as an Article, or the reason why it is none."""
    for raw in raws:
        try:
            yield raw if isinstance(raw, InputError) else to_article(raw, options)
        except InputError as error:
            yield error


def once_each(items: Iterable[Article | InputError]) -> Iterator[Article | InputError]:
    """An InputError in place of an article whose id an earlier one had."""
    seen: set[str] = set()
    for item in items:
        if isinstance(item, InputError):
            yield item
        elif item.id in seen:
            yield InputError(f"{item.id}: a second article with this id: give it its own.")
        else:
            seen.add(item.id)
            yield item


def read_source(item: Source | InputError, stdin: BinaryIO | None) -> Iterator[Raw | InputError]:
    """What is in a source; an InputError where it cannot be opened or read."""
    if isinstance(item, InputError):
        yield item
        return
    try:
        yield from (
            read_stdin(item, stdin or BytesIO())
            if item.path is None
            else read_file(item, item.path)
        )
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(f"{item.name}: {error.strerror}: check the path and its permissions.")


def read_file(source: Source, path: Path) -> Iterator[Raw | InputError]:
    """The articles of a file. Raises InputError and OSError."""
    if source.suffix == JSONL or source.suffix in TABLES:
        with path.open("rb") as stream:
            yield from read_records(source, read_lines(stream, source.name))
        return
    is_page = source.suffix in PAGES
    check_size(source, path.stat().st_size, MAX_PAGE_BYTES if is_page else MAX_TEXT_BYTES)
    read = read_html if is_page else read_text
    yield read(path.read_bytes(), name=source.id, where=source.name)


def read_stdin(source: Source, stdin: BinaryIO) -> Iterator[Raw | InputError]:
    """The articles of standard input, of a format that its first words tell. Raises InputError."""
    head = first_line(stdin)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{"):
        yield from read_records(source, stdin, head=head)
        return
    data = head + stdin.read(MAX_PAGE_BYTES)
    is_page = start.startswith(HTML_STARTS)
    check_size(source, len(data), MAX_PAGE_BYTES if is_page else MAX_TEXT_BYTES)
    yield (read_html if is_page else read_text)(data, name=source.id, where=source.name)


def read_records(
    source: Source, lines: Iterator[bytes], *, head: bytes = b""
) -> Iterator[Raw | InputError]:
    """The records of JSON lines or of a table, of which `head` has been read.

    Raises InputError for an empty or binary one.
    """
    head = head or first_line(lines)
    if not head.strip():
        raise InputError(f"{source.name}: empty: give one article a line.")
    check_binary(head, source.name)
    read = read_csv if source.suffix in TABLES else read_jsonl
    lines = chain(head.splitlines(keepends=True), lines)
    yield from read(lines, name=source.id, where=source.name)


def first_line(lines: Iterator[bytes]) -> bytes:
    """All up to the end of the first line that is not blank."""
    head = b""
    for line in lines:
        head += line
        if line.strip():
            break
    return head


def check_size(source: Source, size: int, limit: int) -> None:
    """Raise InputError for more bytes than an article may have."""
    if size > limit:
        raise InputError(
            f"{source.name}: {size:,} bytes, more than an article of {MAX_CHARACTERS:,} "
            "characters can have: split it into articles."
        )
