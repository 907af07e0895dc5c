"""Arithmetic of dates, apart from words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.edtf import Span, to_span
from kg.extract.time.calendar import (
    FIRST_MONTH,
    Point,
    Tense,
    about,
    easter,
    first_day,
    full_year,
    resolve,
    resolve_range,
    since,
    until,
)

MONDAY = date(2025, 10, 27)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
TENSES = st.sampled_from(["past", "future"])


@pytest.mark.parametrize(
    ("point", "tense", "value"),
    [
        (Point("date", weekday=1), "past", "2025-10-27"),
        (Point("date", weekday=1), "future", "2025-10-27"),
        (Point("date", weekday=1, step=-1), "past", "2025-10-20"),
        (Point("date", weekday=1, step=1), "past", "2025-11-03"),
        (Point("date", weekday=3), "future", "2025-10-29"),
        (Point("date", month=10), "past", "2025-10"),
        (Point("date", month=10, step=1), "past", "2026-10"),
        (Point("date", month=12), "future", "2025-12"),
        (Point("date", month=2, day=29), "future", "2028-02-29"),
        (Point("date", day=31), "future", "2025-10-31"),
        (Point("date", part=24), "past", "2024-24"),
        (Point("date", part=24), "future", "2025-24"),
        (Point("period", unit="quarter", step=0), "past", "2025-36"),
        (Point("period", unit="half", step=-1), "past", "2025-40"),
        (Point("period", unit="decade", step=-1), "past", "201X"),
        (Point("weekend"), "future", "2025-11-01/2025-11-02"),
        (Point("ago", unit="hour", count=3), "past", "2025-10-27"),
        (Point("ago", unit="week", count=1, sign=1, bound="more"), "past", "2025-W45/.."),
        (Point("ago", unit="century", count=100), "past", None),
        (Point("date", year=2025, month=13), "past", None),
    ],
)
def test_resolve(point: Point, tense: Tense, value: str | None) -> None:
    assert resolve(point, MONDAY, tense) == value


@pytest.mark.parametrize(
    ("start", "stop", "value"),
    [
        (Point("offset", offset=-1), Point("offset", offset=1), "2025-10-26/2025-10-28"),
        (Point("date", month=11), Point("date", month=2, year=2021), "2020-11/2021-02"),
        (Point("date", month=11, year=2020), Point("date", month=2), "2020-11/2021-02"),
        (Point("date", month=10, day=3), Point("date", day=5), "2025-10-03/2025-10-05"),
        (Point("date", month=3, year_step=-1), Point("date", month=5), "2024-03/2024-05"),
        (Point("weekend"), Point("date", weekday=3), None),
        (Point("ago", unit="day", count=9, bound="more"), Point("date", weekday=3), None),
    ],
)
def test_range(start: Point, stop: Point, value: str | None) -> None:
    assert resolve_range(start, stop, MONDAY, "past") == value


@pytest.mark.parametrize(
    ("short", "published", "year"),
    [(92, MONDAY, 1992), (25, MONDAY, 2025), (26, MONDAY, 1926), (92, None, 1992), (5, None, 2005)],
)
def test_year_of_two_digits(short: int, published: date | None, year: int) -> None:
    assert full_year(short, published) == year


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ("2022", ("2022/..", "../2022", "2022~")),
        ("2025-10-25/2025-10-26", ("2025-10-25/..", "../2025-10-26", "2025-10-25/2025-10-26")),
        ("../2022", ("../2022", "../2022", "../2022")),
    ],
)
def test_open_and_approximate(value: str, ends: tuple[str, str, str]) -> None:
    assert (since(value), until(value), about(value)) == ends


@given(point=st.builds(Point, st.just("date"), month=st.integers(1, 12)), day=DAYS)
def test_tenses_meet_at_the_publication(point: Point, day: date) -> None:
    past, future = (first_day(str(resolve(point, day, tense))) for tense in ("past", "future"))
    month = day.replace(day=1)
    assert past <= month <= future
    assert (past == future) == (month.month == point.month)


@given(weekday=st.integers(1, 7), day=DAYS, tense=TENSES)
def test_weekday_is_within_a_week(weekday: int, day: date, tense: Tense) -> None:
    found = first_day(str(resolve(Point("date", weekday=weekday), day, tense)))
    assert found.isoweekday() == weekday
    assert abs(found - day) < timedelta(7)
    assert (found <= day) if tense == "past" else (found >= day)


UNITS = st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"])


@given(unit=UNITS, step=st.integers(-3, 3), day=DAYS)
def test_every_period_is_read_back(unit: str, step: int, day: date) -> None:
    value = resolve(Point("period", unit=unit, step=step), day, "past")
    span = to_span(str(value))
    assert span != Span()
    assert span.earliest == first_day(str(value))
    if step == 0:
        assert span.earliest <= day <= (span.latest or day)


@given(part=st.sampled_from(sorted(FIRST_MONTH)), day=DAYS, tense=TENSES)
def test_every_part_of_the_year_is_read_back(part: int, day: date, tense: Tense) -> None:
    value = str(resolve(Point("date", part=part), day, tense))
    assert to_span(value).earliest == first_day(value)


@given(unit=UNITS, count=st.integers(1, 15), day=DAYS, sign=st.sampled_from([-1, 1]))
def test_a_span_ends_or_begins_at_the_publication(
    unit: str, count: int, day: date, sign: int
) -> None:
    value = resolve(Point("span", unit=unit, count=count, sign=sign), day, "past")
    span = to_span(str(value))
    assert span.days is not None
    assert span.intersect(Span(day, day)) == Span(day, day)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2025, "04-20"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@given(year=st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(published=DAYS, tense=TENSES, feast=st.sampled_from([0, -47, 49, "12-25", "01-01", "12-31"]))
def test_feast_is_the_nearest_on_its_side(published: date, tense: Tense, feast: int | str) -> None:
    day = date.fromisoformat(str(resolve(Point("feast", feast=feast), published, tense)))
    assert (day <= published) if tense == "past" else (day >= published)
    assert abs((day - published).days) < 400


def test_feast_of_a_year_needs_no_publication() -> None:
    assert resolve(Point("feast", feast=-2, year=1999), None, "past") == "1999-04-02"
    assert resolve(Point("feast", feast=-2), None, "past") is None
