"""The fields of a record, of whatever format, to what is known of an article."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kg.errors import InputError
from kg.read.raw import Raw


def read_fields(record: Mapping[str, Any], *, name: str, where: str) -> Raw:
    """A record as a Raw; `name` is its id where it has none. Raises InputError."""
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


def record_id(record: Mapping[str, Any], where: str) -> str | None:
    """The id as text; numbers are allowed. Raises InputError."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return string(record, "id", where)


def string(record: Mapping[str, Any], key: str, where: str) -> str | None:
    """A field that is text, None when it is missing, null or empty. Raises InputError."""
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'{where}: field "{key}" is not text: put it in quotes.')
    return value or None


def record_date(record: Mapping[str, Any], where: str) -> date | None:
    """`date`, else `published`; the day of an ISO 8601 date or time. Raises InputError."""
    value = string(record, "date", where) or string(record, "published", where)
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise InputError(f"{where}: date {value!r} is not like 2025-10-27: mend it.") from None
