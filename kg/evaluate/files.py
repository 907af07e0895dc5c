"""Gold sets and predictions: JSON lines as docs/evaluation.md describes them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError

Record = Mapping[str, Any]
"""An event as it stands in a file."""


@dataclass(frozen=True)
class GoldRecord:
    """One sentence of a gold set with its events as they stand in the file."""

    id: str
    set: str
    lang: str
    text: str
    events: tuple[Record, ...]


def read_gold(paths: Iterable[Path]) -> list[GoldRecord]:
    """The sentences of gold files, in order.

    Raises InputError for a line that is no gold record, or whose id an earlier one had.
    """
    records: dict[str, GoldRecord] = {}
    for path in paths:
        for where, row in read_rows(path):
            record = to_gold(row, where)
            if record.id in records:
                raise InputError(f"{where}: a second record {record.id!r}: give it its own id.")
            records[record.id] = record
    return list(records.values())


def read_predictions(path: Path) -> dict[str, list[Record]]:
    """Record id to the events predicted for it, from what `kg extract` writes.

    A line without an event is allowed and says nothing. Raises InputError.
    """
    predicted: dict[str, list[Record]] = defaultdict(list)
    for where, row in read_rows(path):
        if not isinstance(row.get("id"), str):
            raise InputError(f"{where}: no id: write that of the gold record.")
        if row.get("event"):
            predicted[row["id"]].append(row)
    return dict(predicted)


def read_rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file of JSON lines, each with where it stands. Raises InputError."""
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        where = f"{path}:{number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{where}: broken JSON ({error}): mend the line.") from None
        if not isinstance(row, dict):
            raise InputError(f"{where}: not a JSON object: put one on each line.")
        yield where, row


def to_gold(row: dict[str, Any], where: str) -> GoldRecord:
    """One gold record. Raises InputError when it lacks what is needed."""
    for key in ("id", "set", "lang", "text"):
        if not isinstance(row.get(key), str):
            raise InputError(f'{where}: no text "{key}": see docs/evaluation.md for the format.')
    return GoldRecord(
        row["id"], row["set"], row["lang"], row["text"], to_events(row.get("events"), where)
    )


def to_events(value: object, where: str) -> tuple[Record, ...]:
    """The events of a gold record. Raises InputError unless each has a root."""
    if not isinstance(value, list):
        raise InputError(f'{where}: no list "events": write [] for a sentence without any.')
    for event in value:
        if not isinstance(event, dict) or not event.get("event"):
            raise InputError(f'{where}: an event without a root: write it into "event".')
    return tuple(value)
