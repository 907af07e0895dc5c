"""JSON lines: one article a line, its text clean."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import InputError
from kg.read.raw import Raw
from kg.read.records import read_fields
from kg.read.text import decode


def read_jsonl(lines: Iterable[bytes], *, name: str, where: str) -> Iterator[Raw | InputError]:
    """The record of each line that is not blank; an InputError for one that is none.

    name: id of the file; a record without an id is called name:line. where: the file in messages.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                place = f"{where}:{number}"
                yield read_fields(parse_record(line, place), name=f"{name}:{number}", where=place)
            except InputError as error:
                yield error


def parse_record(line: bytes, where: str) -> dict[str, Any]:
    """The JSON object of a line with a text. Raises InputError."""
    try:
        record = json.loads(decode(line, where))
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(
            f"{where}: broken JSON ({error}): put one whole object on the line."
        ) from None
    if not isinstance(record, dict):
        raise InputError(f'{where}: not a JSON object: write {{"id": "…", "text": "…"}}.')
    if "text" not in record:
        raise InputError(f'{where}: no field "text": put the article into it.')
    return record
