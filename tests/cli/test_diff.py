import datetime
from types import SimpleNamespace

import pytest
from newsroom import take_in

from kg.graph.compare.changes import Change

DIFFERENCE = SimpleNamespace(
    changes=(
        Change("articles", "+", "talks", "Talks in Asunción"),
        Change("articles", "-", "old"),
        Change("events", "~", "Meeting: A – B", "1 new report"),
    ),
    added=("a",) * 1200,
    removed=("b",),
)
TEXT = """articles
  + talks  (Talks in Asunción)
  - old
events
  ~ Meeting: A – B  (1 new report)
statements: 1,200 added, 1 removed
"""


@pytest.fixture
def compared(fake):
    calls = []

    def compare(*arguments):
        calls.append(arguments)
        return DIFFERENCE

    fake(
        "kg.graph.compare.difference",
        compare=compare,
        compare_since=compare,
        to_patch=lambda difference: "TX .\nTC .",
    )
    return calls


def test_two_graphs(kg, compared):
    run = kg("diff", "monday", "tuesday")
    assert (run.code, run.out, run.err) == (0, TEXT, "")
    assert [str(path) for path in compared[0]] == ["monday", "tuesday"]


def test_since_a_day_that_begins_where_the_user_is(kg, compared):
    assert kg("diff", "demo", "--since", "2024-05-03").out == TEXT
    [(folder, moment)] = compared
    assert str(folder) == "demo"
    assert moment == datetime.datetime(2024, 5, 3).astimezone()
    assert moment.tzinfo is not None


def test_as_a_patch(kg, compared):
    assert kg("diff", "monday", "tuesday", "--format", "patch").out == "TX .\nTC .\n"


@pytest.mark.parametrize("arguments", [["a"], ["a", "b", "--since", "2024-05-03"]])
def test_either_a_day_or_another_graph(kg, compared, arguments):
    run = kg("diff", *arguments)
    assert run.code == 2
    assert run.complains("Invalid value: give either a second DIR or --since.")
    assert compared == []


def test_mistakes(kg, compared):
    assert kg("diff", "a", "--since", "May").complains("Invalid value for '--since'")
    assert "Example:\n    kg diff" in kg("diff", "--help").out


def test_with_the_library(kg, tmp_path):
    take_in(tmp_path / "a", "talks")
    take_in(tmp_path / "b", "talks", "visita.txt")
    lines = kg("diff", tmp_path / "a", tmp_path / "b").out.splitlines()
    assert lines[:2] == ["articles", "  + visita.txt  (Lula recebe Peña)"]
    assert lines[-1].startswith("statements: ")
    everything = kg("diff", tmp_path / "b", "--since", "2024-05-03").out.splitlines()
    assert everything[:2] == ["articles", "  + talks"]
    assert everything[-1].endswith(", 0 removed")
    assert kg("diff", tmp_path / "a", tmp_path / "c").complains(f"{tmp_path / 'c'} holds no graph")
