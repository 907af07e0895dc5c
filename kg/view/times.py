"""The times of events and reports."""

import math
from collections.abc import Iterable
from functools import lru_cache

from kg.edtf import to_span
from kg.ontology.namespaces import KG
from kg.view.records import Records


def finest_time(records: Records, times: Iterable[str]) -> str | None:
    """Choose the time with the fewest days as EDTF, the earliest of equals; None without any."""
    found = {edtf for time in times if (edtf := records.first(time, KG.edtf))}
    return min(found, key=lambda edtf: (_days(edtf), edtf), default=None)


@lru_cache
def to_days(edtf: str | None) -> tuple[str | None, str | None]:
    """Give the first and the last day of a time as ISO 8601, None where it leaves an end open."""
    span = to_span(edtf or "")
    ends = (span.earliest, span.latest)
    first, last = (day.isoformat() if day else None for day in ends)
    return first, last


@lru_cache
def _days(edtf: str) -> float:
    days = to_span(edtf).days
    return math.inf if days is None else days
