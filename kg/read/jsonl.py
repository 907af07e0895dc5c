"""JSON lines: one article a line, its text clean."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from kg.errors import InputError
from kg.read.raw import Raw


def read_jsonl(lines: Iterable[bytes], *, name: str, where: str) -> Iterator[Raw | InputError]:
    """The record of each line that is not blank; an InputError for one that is none.

    name: id of the file; a record without an id is called name:line. where: the file in messages.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield read_record(line, name=f"{name}:{number}", where=f"{where}:{number}")
            except InputError as error:
                yield error


def read_record(line: bytes, *, name: str, where: str) -> Raw:
    """One record. Raises InputError."""
    record = parse_record(line, where)
    return Raw(
        id=record_id(record, where) or name,
        where=where,
        text=string(record, "text", where) or "",
        lang=string(record, "lang", where),
        date=record_date(record, where),
        title=string(record, "title", where),
        url=string(record, "url", where),
        source=string(record, "source", where),
        clean=True,
    )


def parse_record(line: bytes, where: str) -> dict[str, Any]:
    """The JSON object of a line with a text. Raises InputError."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"{where}: not UTF-8: iconv -t UTF-8 converts the file.") from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(
            f"{where}: broken JSON ({error}): put one whole object on the line."
        ) from None
    if not isinstance(record, dict):
        raise InputError(f'{where}: not a JSON object: write {{"id": "…", "text": "…"}}.')
    if "text" not in record:
        raise InputError(f'{where}: no field "text": put the article into it.')
    return record


def record_id(record: dict[str, Any], where: str) -> str | None:
    """The id as text; numbers are allowed. Raises InputError."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return string(record, "id", where)


def string(record: dict[str, Any], key: str, where: str) -> str | None:
    """A field that is text, None when it is missing, null or empty. Raises InputError."""
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'{where}: field "{key}" is not text: put it in quotes.')
    return value or None


def record_date(record: dict[str, Any], where: str) -> date | None:
    """`date`, else `published`; the day of an ISO 8601 date or time. Raises InputError."""
    value = string(record, "date", where) or string(record, "published", where)
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise InputError(f"{where}: date {value!r} is not like 2025-10-27: mend it.") from None
