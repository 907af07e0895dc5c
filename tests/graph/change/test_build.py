import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from stories import LULA, PENA, tell_english, tell_portuguese

from kg.errors import InputError, StoreError, UnknownLanguage
from kg.graph.change.build import build
from kg.graph.directory.layout import ARTICLES, PAGE, STORE, TURTLE
from kg.graph.directory.store import open_dataset, open_store

STORIES = {"visita.txt": tell_portuguese(), "talks": tell_english()}
PT, EN = (story.article for story in STORIES.values())


def extract(article):
    """The stories as they are told, whatever else the article says."""
    return replace(STORIES[article.id], article=article)


def write_page(directory: Path, path: Path) -> None:
    assert open_store(directory)  # closed for writing, and complete
    path.write_text("page")


def run(out, *articles, extractor=extract, **options):
    return build(articles, out, extractor=extractor, write_page=write_page, **options)


def article_ids(out):
    rows = open_dataset(out).query("SELECT ?id { ?a dcterms:identifier ?id }")
    return sorted(str(row[0]) for row in rows)


def test_a_build_and_its_summary(tmp_path):
    out = tmp_path / "demo"
    summary = run(out, PT, EN)
    assert (summary.articles, summary.skipped, summary.sentences) == (2, (), 5)
    assert summary.entities == 6
    assert dict(summary.events) == {
        "AidRequest": 1,
        "DiplomaticSupport": 1,
        "Negotiation": 1,
        "TreatySigned": 1,
        "TroopDeployment": 1,
    }
    assert summary.triples == len(open_dataset(out))
    assert summary.seconds > 0
    assert summary.files == (out / STORE, out / TURTLE, out / PAGE, out / ARTICLES)
    assert all(path.exists() for path in summary.files)


def test_the_order_of_the_articles_does_not_show(tmp_path):
    run(tmp_path / "a", PT, EN)
    run(tmp_path / "b", EN, PT)
    assert (tmp_path / "a" / TURTLE).read_bytes() == (tmp_path / "b" / TURTLE).read_bytes()


def test_building_twice_is_building_once(tmp_path):
    run(tmp_path, PT, EN)
    once = (tmp_path / TURTLE).read_bytes()
    run(tmp_path, PT, EN)
    assert (tmp_path / TURTLE).read_bytes() == once


def test_one_article_after_the_other_is_both_at_once(tmp_path):
    run(tmp_path / "a", PT)
    summary = run(tmp_path / "a", EN)
    run(tmp_path / "b", PT, EN)
    assert (tmp_path / "a" / TURTLE).read_bytes() == (tmp_path / "b" / TURTLE).read_bytes()
    assert (summary.articles, sum(summary.events.values())) == (1, 5)


def test_an_article_taken_in_again_replaces_itself(tmp_path):
    run(tmp_path, PT, EN)
    other = {"extractor": lambda article: replace(extract(article), events=())}
    assert run(tmp_path, PT, **other).unchanged == 1
    assert run(tmp_path, PT, version=lambda lang: "2.0", **other).articles == 1
    rows = open_dataset(tmp_path).query("SELECT ?w { ?r kg:trigger ?w }")
    assert sorted(str(row[0]) for row in rows) == ["ask", "talks"]
    assert article_ids(tmp_path) == ["talks", "visita.txt"]


def test_what_cannot_be_read_or_extracted_is_told_and_left_out(tmp_path):
    def fail(article):
        if article.id == "visita.txt":
            raise UnknownLanguage("No lexicon for language 'xx'.")
        if article.id == "broken":
            raise RuntimeError("no\nparse")
        return extract(article)

    summary = run(
        tmp_path,
        InputError("b.txt: empty: give it text."),
        PT,
        replace(EN, id="broken"),
        EN,
        extractor=fail,
    )
    assert summary.articles == 1
    assert summary.skipped[:2] == (
        "b.txt: empty: give it text.",
        "visita.txt: No lexicon for language 'xx'.",
    )
    assert summary.skipped[2].startswith("broken: RuntimeError no parse")
    assert article_ids(tmp_path) == ["talks"]


def test_an_article_that_fails_keeps_its_last_graph(tmp_path):
    def fail(article):
        raise RuntimeError

    run(tmp_path, PT)
    before = (tmp_path / TURTLE).read_bytes()
    summary = run(tmp_path, replace(PT, title="x"), extractor=fail)
    assert (summary.articles, len(summary.skipped)) == (0, 1)
    assert (tmp_path / TURTLE).read_bytes() == before


def test_nothing_taken_in_makes_nothing(tmp_path):
    summary = run(tmp_path / "demo", InputError("a.txt: empty."))
    assert (summary.articles, summary.entities, summary.files) == (0, 0, ())
    assert not (tmp_path / "demo").exists()


def test_each_article_is_told_of(tmp_path):
    told: list[str] = []
    run(tmp_path, PT, InputError("x"), EN, on_article=told.append)
    assert told == ["visita.txt", "talks"]


def test_a_page_that_fails_leaves_the_last_graph(tmp_path):
    def fail(directory, path):
        raise OSError("disk full")

    run(tmp_path, PT)
    before = (tmp_path / TURTLE).read_bytes()
    with pytest.raises(OSError, match="disk full"):
        build([EN], tmp_path, extractor=extract, write_page=fail)
    assert (tmp_path / TURTLE).read_bytes() == before
    assert article_ids(tmp_path) == ["visita.txt"]


def test_a_store_can_be_read_while_it_is_rebuilt(tmp_path):
    run(tmp_path, PT)
    reader = open_dataset(tmp_path)
    run(tmp_path, EN)
    assert len(list(reader.query("SELECT ?a { ?a a kg:Article }"))) == 1
    assert article_ids(tmp_path) == ["talks", "visita.txt"]


KILLED = """
import os, signal, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from test_build import EN, extract
from kg.graph.change.build import build

def kill(directory, path):
    path.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)

build([EN], Path({out!r}), extractor=extract, write_page=kill)
"""


def test_a_killed_build_leaves_the_last_graph(tmp_path):
    run(tmp_path, PT)
    before = (tmp_path / TURTLE).read_bytes()
    here = Path(__file__).parent
    code = f"import sys; sys.path.insert(0, {str(here.parents[1])!r})" + KILLED.format(
        tests=str(here), out=str(tmp_path)
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)
    assert done.returncode == -9
    assert (tmp_path / TURTLE).read_bytes() == before
    assert (tmp_path / PAGE).read_text() == "page"
    assert article_ids(tmp_path) == ["visita.txt"]
    run(tmp_path, EN)
    assert article_ids(tmp_path) == ["talks", "visita.txt"]
    assert {path.name for path in tmp_path.iterdir()} == {STORE, TURTLE, PAGE, ARTICLES}


def test_a_directory_of_something_else_is_an_error(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreError):
        run(tmp_path, PT)


def test_the_gazetteer_names_what_occurs(tmp_path):
    run(tmp_path, EN)
    rows = open_dataset(tmp_path).query(
        """SELECT ?name { GRAPH graph:gazetteer { <https://w3id.org/geopolitical-kg/state/BRA>
           rdfs:label ?name } FILTER(LANG(?name) = "fr") }"""
    )
    assert [str(row[0]) for row in rows] == ["Brésil"]


def test_plain_queries_answer_once_for_what_two_articles_say(tmp_path):
    run(tmp_path, PT, EN)
    query = f"SELECT ?b {{ <{LULA}> kg:country ?b }}"
    assert len(list(open_dataset(tmp_path).query(query))) == 1
    graphs = f"SELECT ?g {{ GRAPH ?g {{ <{LULA}> kg:negotiatedWith|kg:met <{PENA}> }} }}"
    assert len(list(open_dataset(tmp_path).query(graphs))) == 2
