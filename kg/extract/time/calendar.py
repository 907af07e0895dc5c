"""From a parsed time expression and the day of publication to a value in EDTF.

Source of the notation: ISO 8601-2:2019, https://www.loc.gov/standards/datetime/. Seasons are
21 to 24, quarters 33 to 36, half years 40 and 41; an unknown digit is X; ".." is an open end.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import Literal

Tense = Literal["past", "future"]
Kind = Literal[
    "date", "feast", "offset", "period", "ago", "lasting", "span", "weekend", "beside", "vague"
]

FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
"""The first month of a part of the year, by its EDTF number."""

FINER = {
    "week": ("day", 7.0),
    "fortnight": ("day", 14.0),
    "hour": ("day", 1 / 24),
    "minute": ("day", 1 / 1440),
    "decade": ("year", 10.0),
    "century": ("year", 100.0),
}
"""The unit whose precision an interval of such units has, and how many of it they are."""

SOON, LONG_AGO = 45, 300
"""Days from which on a day without a year is the next one rather than the last one."""
YEARS_AROUND = 8
"""How far from the publication to look for a day: 29 February may be eight years away."""


@dataclass(frozen=True, slots=True)
class Point:
    """What the words of one expression say; all but the kind may be left unsaid.

    weekday: 1 is Monday. part: season, quarter or half year, as in FIRST_MONTH.
    feast: days from Easter Sunday, or month and day ("12-25").
    short: a year of two digits. digits: a decade or century, such as "199X".
    step: -1 the last one before the publication, 0 the current one, 1 the next one.
    year_step: the same of the year in "September of last year".
    offset: days from the publication. count, unit: "three weeks".
    sign: -1 in the past, 1 to come. bound: "more" or "less" than the count.
    """

    kind: Kind
    year: int | None = None
    short: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: int | None = None
    feast: int | str | None = None
    digits: str | None = None
    step: int | None = None
    year_step: int | None = None
    offset: int | None = None
    count: int | None = None
    unit: str | None = None
    sign: int = -1
    bound: str | None = None

    @property
    def is_ahead(self) -> bool:
        """Is it by its words a time to come: "tomorrow", "next week"?"""
        return any((step or 0) > 0 for step in (self.offset, self.step, self.year_step))

    @property
    def is_day_only(self) -> bool:
        """A day that borrows its month: the 5 of "October 3 to 5"."""
        return self.day is not None and self.month is None and self.weekday is None

    @property
    def borrows(self) -> bool:
        """A date that another may complete, not one counted from the publication."""
        return self.kind == "date" and self.step is None and self.year_step is None


def resolve(point: Point, published: date | None, tense: Tense) -> str | None:
    """The EDTF value of an expression, None when words and publication do not fix it.

    tense: where a bare weekday, month or day lies: on or before the publication, or on or after.
    """
    try:
        return RESOLVERS[point.kind](point, published, tense)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def resolve_range(start: Point, stop: Point, published: date | None, tense: Tense) -> str | None:
    """The interval between two points, either of which may borrow month or year from the other."""
    if stop.is_day_only:
        stop = replace(stop, month=start.month)
    try:
        first, last = ends_of_range(start, stop, published, tense)
        if first is None or last is None or "/" in first + last:
            return None
        return f"{first}/{last}" if first_day(first) <= first_day(last) else None
    except ValueError:  # an end that is open
        return None


def ends_of_range(
    start: Point, stop: Point, published: date | None, tense: Tense
) -> tuple[str | None, str | None]:
    """Both ends; the later one leads, unless the earlier one alone has a year of its own."""
    first = resolve(start, None if start.borrows else published, tense)
    last = resolve(stop, None if stop.borrows else published, tense)
    if last is None and stop.borrows:
        base, lies = (published, tense) if first is None else (first_day(first), "future")
        last = resolve(stop, base, lies)
    if first is None and last is not None and start.borrows:
        first = resolve(start, first_day(last), "past")
    return first, last


def first_day(value: str) -> date:
    """The first day of a value. Raises ValueError for an open start."""
    value = value.partition("/")[0].rstrip("~").replace("X", "0")
    if "W" in value:
        return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    year, *rest = value.split("-")
    month = int(rest[0]) if rest else 1
    return date(int(year), FIRST_MONTH.get(month, month), int(rest[1]) if rest[1:] else 1)


def since(value: str) -> str:
    """From a value on."""
    first = value.partition("/")[0]
    return value if first == ".." else f"{first}/.."


def until(value: str) -> str:
    """Up to a value."""
    last = value.rpartition("/")[2]
    return value if last == ".." else f"../{last}"


def eve(value: str) -> str | None:
    """The day before a day; a month or year has none: "on the eve of the 2024 election"."""
    first = value.partition("/")[0]
    if len(first) != len("2025-10-27"):
        return None
    return (date.fromisoformat(first) - timedelta(days=1)).isoformat()


def about(value: str) -> str:
    """Approximately a value; an interval stays as it is."""
    return value if "/" in value else f"{value}~"


def resolve_date(point: Point, published: date | None, tense: Tense) -> str | None:
    """A calendar date, as much of it as is said."""
    if point.digits:
        return point.digits
    year = find_year(point, published)
    if year is not None:
        return in_year(point, year)
    if published is None:
        return None
    if point.step:
        tense = "past" if point.step < 0 else "future"
    return nearest(point, published, tense, strict=bool(point.step))


def find_year(point: Point, published: date | None) -> int | None:
    """The year that the words give, by themselves or with the publication."""
    if point.year is not None:
        return point.year
    if point.short is not None:
        return full_year(point.short, published)
    if point.year_step is not None and published is not None:
        return published.year + point.year_step
    return None


def full_year(short: int, published: date | None) -> int:
    """A year of two digits: the nearest past one; without publication 1931 to 2030."""
    if published is None:
        return 1900 + short if short > 30 else 2000 + short
    year = published.year - published.year % 100 + short
    return year if year <= published.year else year - 100


def in_year(point: Point, year: int) -> str:
    """The value at the precision of the point. Raises ValueError for an impossible day."""
    if point.month is None:
        return f"{year:04}" if point.part is None else f"{year:04}-{point.part}"
    if point.day is None:
        return f"{date(year, point.month, 1):%Y-%m}"
    return date(year, point.month, point.day).isoformat()


def nearest(point: Point, published: date, tense: Tense, *, strict: bool) -> str | None:
    """The last (past) or next (future) day, month or season of that name.

    strict: the current one does not count ("last Monday" said on a Monday).
    """
    now = today_like(point, published)
    days = list(occurrences(point, published))
    past = [day for day in days if day < now or (day == now and not strict)]
    ahead = [day for day in days if day > now or (day == now and not strict)]
    if tense == "past" and past and ahead and is_near(point, max(past), min(ahead), now):
        tense = "future"
    found = max(past, default=None) if tense == "past" else min(ahead, default=None)
    return None if found is None else written(point, found)


def is_near(point: Point, past: date, ahead: date, now: date) -> bool:
    """Does a day of a month lie just ahead, and that of last year far behind?

    "On 2 June", said in May, is hardly that of a year ago, which would be called so.
    """
    soon = (ahead - now).days <= SOON < LONG_AGO <= (now - past).days
    return soon and point.day is not None and point.month is not None and point.step is None


def today_like(point: Point, published: date) -> date:
    """The publication cut to the precision of the point: its day or its month."""
    return published if point.day or point.weekday else published.replace(day=1)


def occurrences(point: Point, published: date) -> Iterator[date]:
    """The first days of what a point may mean, around the publication."""
    if point.month is not None or point.part is not None:
        month = point.month or FIRST_MONTH[point.part or 0]
        for year in range(published.year - YEARS_AROUND, published.year + YEARS_AROUND + 1):
            yield from valid(year, month, point.day)
    elif point.day is not None:
        for step in range(-2, 3):
            year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
            yield from valid(year, month + 1, point.day)
    elif point.weekday is not None:
        monday = published - timedelta(days=published.isoweekday() - 1)
        for days in (-7, 0, 7):
            yield monday + timedelta(days=days + point.weekday - 1)


def valid(year: int, month: int, day: int | None) -> Iterator[date]:
    """That day or the first of the month, nothing where the calendar has none."""
    try:
        yield date(year, month, day or 1)
    except ValueError:
        return


def written(point: Point, day: date) -> str:
    """The value that begins on a day, at the precision of the point."""
    if point.day or point.weekday:
        return day.isoformat()
    return f"{day.year:04}-{day.month:02}" if point.month else f"{day.year:04}-{point.part}"


def resolve_feast(point: Point, published: date | None, tense: Tense) -> str | None:
    """The day of a feast, in the year said or the nearest one on the side of the tense."""
    year = find_year(point, published)
    if year is not None:
        return feast_day(point.feast, year).isoformat()
    if published is None:
        return None
    if point.step:
        tense = "past" if point.step < 0 else "future"
    days = [feast_day(point.feast, published.year + step) for step in (-1, 0, 1)]
    past, ahead = (
        [day for day in days if day <= published],
        [day for day in days if day >= published],
    )
    return (past[-1] if tense == "past" else ahead[0]).isoformat()


def feast_day(feast: int | str | None, year: int) -> date:
    """A feast that moves with Easter, or one of a fixed day."""
    if isinstance(feast, int):
        return easter(year) + timedelta(days=feast)
    return date.fromisoformat(f"{year:04}-{feast}")


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: J. Meeus, Astronomical Algorithms, 2nd ed. 1998, chapter 8.
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)


def resolve_offset(point: Point, published: date | None, tense: Tense) -> str | None:
    """A day counted from the publication: yesterday, today."""
    if published is None or point.offset is None:
        return None
    return (published + timedelta(days=point.offset)).isoformat()


def resolve_period(point: Point, published: date | None, tense: Tense) -> str | None:
    """The current, last or next week, month, year."""
    if published is None or point.unit is None:
        return None
    return shifted(published, point.unit, point.step or 0)


def resolve_ago(point: Point, published: date | None, tense: Tense) -> str | None:
    """So many units before or after the publication, at the precision of the unit.

    More than a week ago is open at the far end, less than a week ago an interval.
    """
    if published is None or point.unit is None or point.count is None:
        return None
    value = shifted(published, point.unit, point.sign * point.count)
    if value is None or point.bound is None:
        return value
    ends = [value, shifted(published, point.unit, 0)] if point.bound == "less" else ["..", value]
    return "/".join(str(end) for end in ends[:: -point.sign])


def resolve_span(point: Point, published: date | None, tense: Tense) -> str | None:
    """The interval of the last or next so many units, publication included."""
    if published is None or point.unit is None or point.count is None:
        return None
    unit, size = FINER.get(point.unit, (point.unit, 1.0))
    count = ceil(point.count * size)
    ends = [shifted(published, unit, point.sign * count), shifted(published, unit, 0)]
    return None if None in ends else "/".join(str(end) for end in ends[:: -point.sign])


def resolve_weekend(point: Point, published: date | None, tense: Tense) -> str | None:
    """Saturday and Sunday: of this week or the last one begun, the one before, the next."""
    if published is None:
        return None
    saturday = published + timedelta(days=6 - published.isoweekday())
    begun = saturday <= published
    if point.step == 1 and begun:
        saturday += timedelta(days=7)
    elif (point.step == -1 and begun) or (not begun and point.step != 1 and tense == "past"):
        saturday -= timedelta(days=7)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def resolve_beside(point: Point, day: date, *, back: bool = False) -> str | None:
    """A time counted from an event of that day; back: the time of the event it is counted from."""
    sign = -point.sign if back else point.sign
    try:
        return resolve_ago(replace(point, sign=sign), day, "past")
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def resolve_vague(point: Point, published: date | None, tense: Tense) -> str | None:
    """A time that nothing fixes: "recently"; or another event alone: "the day after"."""
    return None


def shifted(published: date, unit: str, count: int) -> str | None:
    """The unit that lies so many units from the publication; None for a unit without date."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
    if unit in months:
        return shifted_months(published, unit, count * months[unit])
    days = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "hour": 1 / 24, "minute": 1 / 1440}
    day = published + timedelta(days=int(days[unit] * count))
    if unit != "week":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def shifted_months(published: date, unit: str, months: int) -> str:
    """The same for units of whole months; decades keep the precision of years when counted."""
    year, month = divmod(published.year * 12 + published.month - 1 + months, 12)
    date(year, month + 1, 1)  # raises ValueError outside the calendar
    forms: Mapping[str, str] = {
        "month": f"{year:04}-{month + 1:02}",
        "quarter": f"{year:04}-{33 + month // 3}",
        "half": f"{year:04}-{40 + month // 6}",
        "year": f"{year:04}",
        "decade": f"{year // 10:03}X",
        "century": f"{year // 100:02}XX",
    }
    return forms[unit]


RESOLVERS: Mapping[Kind, Callable[[Point, date | None, Tense], str | None]] = {
    "date": resolve_date,
    "feast": resolve_feast,
    "offset": resolve_offset,
    "period": resolve_period,
    "ago": resolve_ago,
    "lasting": resolve_ago,
    "span": resolve_span,
    "weekend": resolve_weekend,
    "beside": resolve_vague,
    "vague": resolve_vague,
}
