from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.edtf import Span, to_span

CASES = {
    "2025-10-27": ("2025-10-27", "2025-10-27"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2025": ("2025-01-01", "2025-12-31"),
    "2025-W43": ("2025-10-20", "2025-10-26"),
    "2026-W01": ("2025-12-29", "2026-01-04"),
    "2025-W43-1": ("2025-10-20", "2025-10-20"),
    "2025-21": ("2025-03-01", "2025-05-31"),
    "2025-24": ("2025-12-01", "2026-02-28"),
    "2025-30": ("2025-12-01", "2026-02-28"),
    "2025-32": ("2025-06-01", "2025-08-31"),
    "2025-33": ("2025-01-01", "2025-03-31"),
    "2025-36": ("2025-10-01", "2025-12-31"),
    "2025-39": ("2025-09-01", "2025-12-31"),
    "2025-40": ("2025-01-01", "2025-06-30"),
    "202X": ("2020-01-01", "2029-12-31"),
    "2025?": ("2025-01-01", "2025-12-31"),
    "2025-10~": ("2025-10-01", "2025-10-31"),
    "2022/..": ("2022-01-01", None),
    "2022-02-24/": ("2022-02-24", None),
    "../2022-03": (None, "2022-03-31"),
    "2024-11-02/2025-01": ("2024-11-02", "2025-01-31"),
}


@pytest.mark.parametrize(("value", "days"), CASES.items())
def test_first_and_last_day(value, days):
    span = to_span(value)
    assert (span.earliest, span.latest) == tuple(day and date.fromisoformat(day) for day in days)


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2025-13", "2025-02-30", "2025-W54", "2025/2024", "0000", "../.."]
)
def test_what_is_no_time_is_open(value):
    assert to_span(value) == Span()


@given(st.dates(), st.dates())
def test_days_of_an_interval(a, b):
    first, last = sorted((a, b))
    span = to_span(f"{first}/{last}")
    assert span == Span(first, last)
    assert span.days == (last - first).days + 1


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_intersection_holds_the_common_days(a, b, c, d):
    one, two = Span(*sorted((a, b))), Span(*sorted((c, d)))
    both = one.intersect(two)
    assert both == two.intersect(one)
    if both is None:
        assert one.latest < two.earliest or two.latest < one.earliest
    else:
        assert both.earliest == max(one.earliest, two.earliest)
        assert both.latest == min(one.latest, two.latest)


def test_open_spans_meet():
    since, until = to_span("2022/.."), to_span("../2023")
    assert since.intersect(until) == Span(date(2022, 1, 1), date(2023, 12, 31))
    assert since.intersect(to_span("2021")) is None
    assert since.days is None
