import csv
import json

import pytest
from stories import build_directory


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return build_directory(tmp_path_factory.mktemp("analyze") / "graph")


def test_all_tables_for_people(kg, graph):
    run = kg("analyze", graph)
    assert (run.code, run.err) == (0, "")
    heads = [line for line in run.out.splitlines() if line and line[0].isupper()]
    assert heads[0] == "Actors"
    assert {"Communities", "Dyads", "Months"} < set(heads)
    assert "https://" not in run.out


def test_one_table_as_csv_and_json(kg, graph):
    rows = list(
        csv.DictReader(kg("analyze", graph, "--what", "dyads", "-f", "csv").out.split("\n"))
    )
    assert [row["balance"] for row in rows] == ["15.0", "-7.2"]
    data = json.loads(kg("analyze", graph, "--by", "state", "--what", "dyads", "-f", "json").out)
    assert [(row["a"], row["b"], row["events"]) for row in data["dyads"]] == [
        ("Brazil", "Paraguay", 3)
    ]


def test_limit(kg, graph):
    data = json.loads(kg("analyze", graph, "--limit", "1", "-f", "json").out)
    assert {name: len(rows) for name, rows in data.items()} == dict.fromkeys(data, 1)


def test_csv_is_of_one_table(kg, graph):
    run = kg("analyze", graph, "-f", "csv")
    assert run.code == 2
    assert "--what" in run.err


def test_a_plot(kg, graph, tmp_path):
    pytest.importorskip("matplotlib")
    assert kg("analyze", graph, "--plot", tmp_path / "a.png").code == 0
    assert (tmp_path / "a.png").exists()
    assert kg("analyze", graph, "--plot", tmp_path / "a.doc").complains("Cannot draw a.doc")


def test_no_graph(kg, tmp_path):
    assert kg("analyze", tmp_path / "none").complains(f"{tmp_path / 'none'} holds no graph")
