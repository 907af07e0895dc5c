import json
from pathlib import Path

import pytest

from kg.ontology.namespaces import BASE
from kg.types import Article, Extraction, Mention

DATA = Path(__file__).parents[1] / "evaluate" / "data"
GOLD, GUESS = DATA / "gold-news.jsonl", DATA / "gold-news-predicted.jsonl"


def test_the_tables(kg):
    run = kg("eval", GOLD, "--pred", GUESS)
    assert (run.code, run.err) == (0, "")
    groups, roots, confusions = (block.splitlines() for block in run.out.split("\n\n"))
    assert groups[0].split() == ["PAIR", "ROOT", "ACTORS"]
    assert groups[2].split()[:7] == ["all", "10", "8", "9", "57.1", "50.0", "53.3"]
    assert [row.split()[0] for row in groups[3:]] == ["en", "pt", "gold-news"]
    assert groups[2].split()[-3:] == ["70.0", "3", "0.33"]
    assert [row.split()[:3] for row in roots if row.startswith("YIELD")] == [["YIELD", "1", "1"]]
    assert ["2", "ACCUSE", "taken", "for", "REJECT", "news-1"] in map(str.split, confusions)


def test_json_has_all_figures(kg):
    run = kg("eval", GOLD, "--pred", GUESS, "--format", "json")
    values = json.loads(run.out)
    assert values["groups"]["all"]["pair"]["recall"] == 0.5
    assert values["groups"]["pt"]["by_root"]["YIELD"]["pair"]["f1"] == 1
    assert {"kind": "missed", "gold": "PROTEST", "predicted": ""} in [
        row["cause"] for row in values["confusions"]
    ]


def test_without_predictions_the_events_are_found_now(kg, fake):
    def extract(article: Article, *, guess: bool = True) -> Extraction:
        if article.id == "news-2":
            raise ValueError("sad")
        return Extraction(article, 1, (), (), (), (), ())

    fake("kg.pipeline", extract=extract)
    run = kg("eval", GOLD)
    assert run.code == 1
    assert run.complains("skipped news-2: ValueError('sad')")
    assert run.out.splitlines()[2].split()[:4] == ["all", "10", "8", "0"]


@pytest.fixture
def clusters(tmp_path, fake):
    """A gold set of two articles; one finds what its gold has, the other nothing."""
    marks = {"reports": [], "mentions": [{"start": 0, "end": 4, "cluster": "peru"}]}
    rows = [{"id": name, "lang": "en", "text": "Peru won.", **marks} for name in ("a", "b")]
    path = tmp_path / "clusters.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    peru = Mention("Peru", 0, 4, "STATE", "name", f"{BASE}state/PER", "PER")

    def extract(article: Article, *, guess: bool = True) -> Extraction:
        found = (peru,) if article.id == "a" else ()
        return Extraction(article, 1, found, (), (), (), ())

    fake("kg.pipeline", extract=extract)
    return path


def test_clusters_are_scored_after_the_merge(kg, clusters):
    run = kg("eval", "--clusters", clusters)
    assert (run.code, run.err) == (0, "")
    _, _, events, actors = run.out.splitlines()
    assert events.split() == ["events", "0", "0", "0", *("-" * 6)]
    figures = ["100.0", "25.0", "40.0", "100.0", "100.0", "100.0"]
    assert actors.split() == ["actors", "2", "1", "0", *figures]


def test_clusters_as_json(kg, clusters):
    run = kg("eval", "--clusters", clusters, "--format", "json")
    assert json.loads(run.out)["actors"]["whole"]["recall"] == 0.25


def test_clusters_are_not_compared_with_predictions(kg, clusters):
    run = kg("eval", "--clusters", clusters, "--pred", GUESS)
    assert run.code == 2
    assert run.complains("Invalid value: --clusters reads the articles itself")


def test_ids_that_no_gold_record_has_are_named(kg, tmp_path):
    guess = tmp_path / "p.jsonl"
    guess.write_text('{"id": "x", "event": "AID"}\n')
    run = kg("eval", GOLD, "--pred", guess)
    assert run.code == 0
    assert run.complains("1 predicted ids are in no gold file, such as 'x'")


def test_a_file_that_is_no_gold_set_is_one_line(kg):
    run = kg("eval", GUESS)
    assert run.code == 1
    assert run.complains(f"{GUESS}:1: no text")
