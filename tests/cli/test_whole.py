"""The command line with the library behind it."""

import csv
import io
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from view.packed import data_of

from kg.cli import main

CHILE = """Chanceleres se reúnem em Lima

SANTIAGO, 14 mai 2024 (EFE) - O presidente do Chile, Gabriel Boric, enviou 200 soldados ao Peru.

A Argentina condenou o Chile.

Source link
"""


def kg(*arguments, stdin=""):
    """Run `kg` as the shell does, but in this process, so that the pipelines are loaded once."""
    out, err = io.StringIO(), io.StringIO()
    given = SimpleNamespace(buffer=io.BytesIO(stdin.encode()))
    with (
        patch.object(sys, "argv", ["kg", *map(str, arguments)]),
        patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as caught,
    ):
        main()
    return SimpleNamespace(
        returncode=caught.value.code or 0, stdout=out.getvalue(), stderr=err.getvalue()
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A graph of two articles, built beside a file that cannot be read."""
    root = tmp_path_factory.mktemp("whole")
    news = root / "news"
    news.mkdir()
    (news / "chile.txt").write_text(CHILE, encoding="utf8")
    (news / "cut.txt").write_bytes(CHILE.encode("utf-16")[:-1])
    record = {"id": "wire-7", "text": "Argentina condemned Chile on Tuesday.", "date": "2024-05-15"}
    (news / "wire.jsonl").write_text(json.dumps(record) + "\n{broken\n")
    run = kg("build", news, "--out", root / "graph")
    assert run.returncode == 1, run.stderr
    assert [line.split(":")[0] for line in run.stderr.splitlines()] == ["kg", "kg"]
    assert "cut.txt: not UTF-8" in run.stderr
    assert "wire.jsonl:2: broken JSON" in run.stderr
    assert re.search(r"^articles +2$", run.stdout, re.M)
    return root / "graph"


def test_the_files_are_there(folder):
    assert {path.name for path in folder.iterdir() if not path.name.startswith(".")} == {
        "articles.db",
        "store",
        "graph.ttl",
        "graph.html",
    }


def test_validate(folder):
    run = kg("validate", folder)
    assert (run.returncode, run.stderr) == (0, "")


def test_queries(folder):
    select = "SELECT ?id ?title WHERE { ?a a kg:Article ; dcterms:identifier ?id } ORDER BY ?id"
    run = kg("query", folder, select, "--format", "csv")
    assert [row["id"] for row in csv.DictReader(io.StringIO(run.stdout))] == ["chile", "wire-7"]
    run = kg("query", folder, "--name", "deployments", "--format", "json")
    [row] = json.loads(run.stdout)["results"]["bindings"]
    assert "Chile" in str(row)
    run = kg("query", folder, "CONSTRUCT WHERE { ?a kg:condemned ?b }")
    assert re.search(r"ARG>?\s+kg:condemned\s", run.stdout)


def test_a_bad_query_is_one_line(folder):
    run = kg("query", folder, "SELECT oops")
    assert run.returncode == 1
    assert run.stderr.startswith("kg: ")
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv"])
def test_export(folder, form, tmp_path):
    out = tmp_path / "out"
    run = kg("export", folder, "--to", form, "-o", out)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Gabriel Boric" in out.read_text(encoding="utf8")


def test_view(folder, tmp_path):
    run = kg("view", folder, "-o", tmp_path / "page.html")
    assert (run.returncode, run.stderr) == (0, "")
    page = (tmp_path / "page.html").read_text(encoding="utf8")
    assert "Gabriel Boric" in {
        label for node in data_of(page)["nodes"] for label in node["labels"].values()
    }


def test_extract_keeps_ids_and_offsets():
    run = kg("extract", "-", stdin=CHILE)
    assert (run.returncode, run.stderr) == (0, "")
    events = [json.loads(line) for line in run.stdout.splitlines()]
    assert {event["type"] for event in events} == {"kg:TroopDeployment", "kg:Condemnation"}
    for event in events:
        assert event["id"] == "stdin"
        assert CHILE[event["start"] : event["end"]] == event["sentence"]
        for part in [event["trigger"], *event["source"], *event["target"]]:
            assert CHILE[part["start"] : part["end"]] == part["text"]


def test_extract_as_triples():
    run = kg("extract", "-", "--format", "csv", stdin=CHILE)
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert ("Argentina", "condemned", "Chile") in [
        (row["subject"], row["relation"], row["object"]) for row in rows
    ]


def test_explain():
    run = kg("explain", "A Argentina condenou o Chile.", "--lang", "pt")
    assert (run.returncode, run.stderr) == (0, "")
    assert "Condemnation" in run.stdout
    assert kg("explain", "Das war es.", "--lang", "de").stderr.count("\n") == 1
