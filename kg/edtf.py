"""What days a time value covers: Extended Date/Time Format, ISO 8601-2:2019, to the day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_VALUE = re.compile(r"(\d[\dX]{3})(?:-(?:W(\d\d)(?:-(\d))?|(\d\d)(?:-(\d\d))?))?[~?%]?")
_OPEN = frozenset(["", ".."])

# The sub-year groupings of ISO 8601-2: first number, first months, length in months. Seasons: no
# hemisphere given (read as northern), northern, southern; then quarters, terms and half years.
_GROUPINGS = (
    (21, (3, 6, 9, 12), 3),
    (25, (3, 6, 9, 12), 3),
    (29, (9, 12, 3, 6), 3),
    (33, (1, 4, 7, 10), 3),
    (37, (1, 5, 9), 4),
    (40, (1, 7), 6),
)
_PARTS = {
    first + i: (month, length)
    for first, months, length in _GROUPINGS
    for i, month in enumerate(months)
}


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day, both included; None where the value leaves that end open."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def days(self) -> int | None:
        """How many days, at least 1; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def intersect(self, other: "Span") -> "Span | None":
        """The days in both, or None when there are none."""
        starts = [day for day in (self.earliest, other.earliest) if day is not None]
        ends = [day for day in (self.latest, other.latest) if day is not None]
        both = Span(max(starts, default=None), min(ends, default=None))
        return None if both.days is not None and both.days < 1 else both


def to_span(value: str) -> Span:
    """The days that an EDTF value covers.

    Read are days, months, years, years with X for unknown digits, ISO weeks, seasons, quarters,
    terms and half years, intervals with open or unknown ends, and the marks ~ ? %. Any other
    value, or a date outside the calendar, gives the span open at both ends.

    Source: ISO 8601-2:2019, levels 0 to 2; https://www.loc.gov/standards/datetime/.
    """
    try:
        if "/" not in value:
            return _point(value)
        start, _, end = value.partition("/")
        span = Span(_end_of_interval(start).earliest, _end_of_interval(end).latest)
        return span if span.days is None or span.days > 0 else Span()
    except ValueError:
        return Span()


def _end_of_interval(value: str) -> Span:
    return Span() if value in _OPEN else _point(value)


def _point(value: str) -> Span:
    match = _VALUE.fullmatch(value)
    if not match:
        raise ValueError(value)
    year, week, weekday, month, day = match.groups()
    if not year.isdigit():
        return _unknown_digits(year)
    if week:
        return _week(int(year), int(week), int(weekday) if weekday else None)
    if day:
        return Span(*[date(int(year), int(month), int(day))] * 2)
    return _part_of_year(int(year), int(month) if month else None)


def _unknown_digits(year: str) -> Span:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return Span(date(first, 1, 1), date(last, 12, 31))


def _week(year: int, week: int, weekday: int | None) -> Span:
    first = date.fromisocalendar(year, week, weekday or 1)
    return Span(first, first if weekday else first + timedelta(days=6))


def _part_of_year(year: int, part: int | None) -> Span:
    if part is None:
        return _months(year, 1, 12)
    if part in _PARTS:
        return _months(year, *_PARTS[part])
    return _months(year, part, 1)


def _months(year: int, first: int, count: int) -> Span:
    """Whole months; a winter runs into the next year."""
    start = date(year, first, 1)
    year, last = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return Span(start, date(year, last, calendar.monthrange(year, last)[1]))
