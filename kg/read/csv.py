"""Tables: an article a row, under a header that names the fields as in JSON lines."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from itertools import chain

from kg.errors import InputError
from kg.read.raw import MAX_CHARACTERS, Raw
from kg.read.records import read_fields
from kg.read.text import decode

SEPARATORS = ",;\t|"
MAX_CELL = 4 * MAX_CHARACTERS
"""Bytes of a cell; a longer one has lost a quotation mark."""


def read_csv(lines: Iterator[bytes], *, name: str, where: str) -> Iterator[Raw | InputError]:
    """The article of each row that is not blank; an InputError for one that is none.

    The separator is the most frequent in the header. Case does not count there, and other columns
    are not looked at. name: id of the file; a row without an id is called name:row, of which the
    header is the first. where: the file in messages.
    Raises InputError for a header without "text" and for a row that cannot be told from the next.
    """
    # Bytes stand for themselves until a cell is decoded, so that a bad one spoils but its own row.
    texts = (line.decode("latin-1") for line in lines)
    first = next(filter(str.strip, texts)).removeprefix(BOM_UTF8.decode("latin-1"))
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(MAX_CELL)
    rows = enumerate(csv.reader(chain([first], texts), delimiter=separator), 1)
    try:
        header = read_header(next(rows)[1], where)
        for number, row in rows:
            if any(map(str.strip, row)):
                yield read_row(row, header, name=f"{name}:{number}", where=f"{where}:{number}")
    except csv.Error as error:
        raise InputError(f"{where}: broken table ({error}): see to its quotation marks.") from None


def read_header(cells: Sequence[str], where: str) -> list[str]:
    """The names of the columns. Raises InputError where none is "text"."""
    header = [read_cell(cell, where).lower() for cell in cells]
    if "text" not in header:
        raise InputError(
            f'{where}: no column "text" among {", ".join(header)}: '
            "name the one with the articles so."
        )
    return header


def read_row(
    cells: Sequence[str], header: Sequence[str], *, name: str, where: str
) -> Raw | InputError:
    """One article; an InputError for what is none, as are more cells than columns."""
    if len(cells) > len(header):
        return InputError(
            f"{where}: {len(cells)} cells under {len(header)} columns: "
            "put texts with the separator in quotes."
        )
    try:
        texts = [read_cell(cell, where) for cell in cells]
        return read_fields(dict(zip(header, texts, strict=False)), name=name, where=where)
    except InputError as error:
        return error


def read_cell(cell: str, where: str) -> str:
    """The text of a cell, of which each character stands for a byte. Raises InputError."""
    return decode(cell.encode("latin-1"), where).strip()
