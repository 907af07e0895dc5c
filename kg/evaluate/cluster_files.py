"""Gold sets of clusters: JSON lines as docs/evaluation.md describes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.files import read_rows
from kg.evaluate.marks import Mark


@dataclass(frozen=True, slots=True)
class ClusterRecord:
    """One article of a gold set, with what its words mean."""

    id: str
    reports: tuple[Mark, ...]
    """Triggers, each with the key of its event."""
    mentions: tuple[Mark, ...]
    """Words, each with the key of the actor that they mean."""


def read_clusters(paths: Iterable[Path]) -> list[ClusterRecord]:
    """The articles of gold files, in order.

    Raises InputError for a line that is no record, or whose id an earlier one had.
    """
    records: dict[str, ClusterRecord] = {}
    for path in paths:
        for where, row in read_rows(path):
            if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
                raise InputError(f'{where}: no "id" or "text": see docs/evaluation.md.')
            if row["id"] in records:
                raise InputError(f"{where}: a second article {row['id']!r}: give it its own id.")
            reports, mentions = (to_marks(row, key, where) for key in ("reports", "mentions"))
            records[row["id"]] = ClusterRecord(row["id"], reports, mentions)
    return list(records.values())


def to_marks(row: dict[str, Any], key: str, where: str) -> tuple[Mark, ...]:
    """The marks under a key. Raises InputError unless each is a stretch of the text."""
    marks = row.get(key)
    if not isinstance(marks, list):
        raise InputError(f'{where}: no list "{key}": write [] for an article without any.')
    return tuple(to_mark(mark, len(row["text"]), f"{where}: {key}") for mark in marks)


def to_mark(mark: Any, length: int, where: str) -> Mark:
    """A mark as it stands in a file. Raises InputError."""
    try:
        start, end, cluster = int(mark["start"]), int(mark["end"]), str(mark["cluster"])
    except (TypeError, KeyError, ValueError):
        raise InputError(f"{where}: {mark!r} lacks start, end or cluster: add them.") from None
    if not 0 <= start < end <= length:
        raise InputError(f"{where}: {start}–{end} is no stretch of the text: count characters.")
    return Mark(start, end, cluster, bool(mark.get("optional")))
