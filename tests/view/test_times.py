import pytest
from view.graphs import Story, Telling, World, build, iri

from kg.view.records import Records
from kg.view.times import finest_time, to_days


@pytest.fixture(scope="module")
def records():
    times = ("2026", "2026-03", "2026-03-05", "2026-03-04", "2026/..")
    tellings = [Telling("um", edtf, "Attack", f"{edtf} [x]", time=edtf) for edtf in times]
    return Records(build(World((Story("um", "pt"),), {}, tuple(tellings))))


@pytest.mark.parametrize(
    ("times", "finest"),
    [
        (("2026", "2026-03"), "2026-03"),
        (("2026-03-05", "2026", "2026-03-04"), "2026-03-04"),
        (("2026/..", "2026"), "2026"),
        ((), None),
    ],
)
def test_the_time_with_the_fewest_days(records, times, finest):
    assert finest_time(records, [str(iri("time", time)) for time in times]) == finest


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2026-02", ("2026-02-01", "2026-02-28")),
        ("2024/..", ("2024-01-01", None)),
        ("../2024-05-01", (None, "2024-05-01")),
        ("nonsense", (None, None)),
        (None, (None, None)),
    ],
)
def test_first_and_last_day(edtf, days):
    assert to_days(edtf) == days
