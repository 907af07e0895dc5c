"""A graph that grew, changed and forgot is the graph of what it holds."""

import datetime
import shutil
import sqlite3
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import IDS, STORIES, VISIT, extract, read_bytes, take_in, write_page
from pyoxigraph import RdfFormat, Store

from kg.errors import ArticleMissing, StoreError
from kg.graph.change.build import build, forget
from kg.graph.change.derive import read_held
from kg.graph.change.review import read_judgements, undo
from kg.graph.directory.archive import open_archive
from kg.graph.directory.layout import ARTICLES, PAGE, TURTLE
from kg.graph.directory.store import open_store
from kg.graph.rdf.union import union_triples
from kg.graph.shapes.validate import validate

FEW = settings(max_examples=8)
SUBSETS = st.lists(st.sampled_from(IDS), min_size=1, unique=True)


@pytest.fixture(scope="module", autouse=True)
def folders():
    """Where graphs built at once are kept for a while."""
    root = Path(mkdtemp())
    at_once.root = root
    yield
    at_once.cache_clear()
    shutil.rmtree(root)


@cache
def at_once(ids):
    """The graph of some articles built at once, in the order of their ids."""
    out = at_once.root / "+".join(name.replace(".", "-") for name in sorted(ids))
    take_in(out, *sorted(ids))
    return read_bytes(out)


@FEW
@given(SUBSETS)
def test_the_order_does_not_show(ids):
    with TemporaryDirectory() as out:
        take_in(Path(out), *ids)
        assert read_bytes(Path(out)) == at_once(frozenset(ids))


@FEW
@given(SUBSETS, st.data())
def test_nor_in_how_many_builds_they_came(ids, data):
    with TemporaryDirectory() as out:
        rest = list(ids)
        while rest:
            count = data.draw(st.integers(1, len(rest)))
            take_in(Path(out), *rest[:count])
            rest = rest[count:]
        assert read_bytes(Path(out)) == at_once(frozenset(ids))


@FEW
@given(SUBSETS, st.data())
def test_what_is_forgotten_was_never_there(ids, data):
    gone = data.draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True))
    with TemporaryDirectory() as out:
        take_in(Path(out), *{*ids, *gone})
        forget(Path(out), gone, write_page=write_page)
        if left := frozenset(ids) - set(gone):
            assert read_bytes(Path(out)) == at_once(left)
        else:
            assert read_held(open_store(Path(out))) == {}


@FEW
@given(st.lists(st.tuples(st.booleans(), SUBSETS), min_size=2, max_size=4), SUBSETS)
def test_nor_does_what_came_and_went_in_between(steps, last):
    held = set()
    with TemporaryDirectory() as out:
        for come, ids in [*steps, (True, last)]:
            gone = held.intersection(ids)
            if come:
                summary = take_in(Path(out), *ids)
                held.update(ids)
            elif gone:
                forget(Path(out), sorted(gone), write_page=write_page)
                held -= gone
        assert read_bytes(Path(out)) == at_once(frozenset(held))
        assert summary.triples == sum(1 for _ in union_triples(open_store(Path(out))))


def count_calls(calls):
    def read(article):
        calls.append(article.id)
        return extract(article)

    return read


def test_only_new_and_changed_articles_are_read(tmp_path):
    calls = []
    take_in(tmp_path, "talks", "a1", extractor=count_calls(calls))
    summary = take_in(tmp_path, "talks", "a1", "a2", extractor=count_calls(calls))
    assert (summary.articles, summary.unchanged, summary.sentences) == (1, 2, 1)
    assert calls == ["talks", "a1", "a2"]

    changed = replace(STORIES["a1"].article, title="A mayor")
    summary = build(
        [changed, STORIES["a2"].article],
        tmp_path,
        extractor=count_calls(calls),
        write_page=write_page,
        version=lambda lang: "1.0",
    )
    assert (summary.articles, summary.unchanged) == (1, 1)
    assert calls[3:] == ["a1"]


def test_another_extractor_reads_again_and_the_first_need_not(tmp_path):
    calls = []
    take_in(tmp_path, "talks", extractor=count_calls(calls))
    first = read_bytes(tmp_path)
    take_in(tmp_path, "talks", extractor=count_calls(calls), version=lambda lang: "9.9")
    assert read_bytes(tmp_path) != first
    take_in(tmp_path, "talks", extractor=count_calls(calls))
    assert read_bytes(tmp_path) == first
    assert calls == ["talks", "talks"]


def test_every_report_says_which_version_read_it(tmp_path):
    take_in(tmp_path, *IDS, version=lambda lang: f"1.0+{lang}")
    query = """PREFIX kg: <https://w3id.org/geopolitical-kg/ontology#>
      SELECT DISTINCT ?version { ?r a kg:Report . OPTIONAL { ?r kg:extractor ?version } }"""
    rows = open_store(tmp_path).query(query)
    assert {row["version"].value for row in rows} == {"1.0+pt", "1.0+en"}
    assert validate(tmp_path).violations == ()


def check_files(out):
    """Turtle and page tell what the store holds."""
    store = Store()
    store.load(path=str(out / TURTLE), format=RdfFormat.TURTLE)
    held = open_store(out)
    assert set(union_triples(store)) == set(union_triples(held))
    assert (out / PAGE).read_text() == "\n".join(sorted(map(str, held)))


def test_the_files_tell_what_the_store_holds(tmp_path):
    take_in(tmp_path, *IDS)
    check_files(tmp_path)
    (tmp_path / TURTLE).write_text("spoilt")
    (tmp_path / PAGE).unlink()
    take_in(tmp_path, "talks")
    check_files(tmp_path)
    forget(tmp_path, ["talks"], write_page=write_page)
    check_files(tmp_path)
    assert validate(tmp_path).violations == ()


def has(out, text):
    """Whether any file of a directory has a text in it."""
    paths = [path for path in out.rglob("*") if path.is_file()]
    return any(text.encode() in path.read_bytes() for path in paths)


def test_of_what_is_forgotten_no_byte_is_left(tmp_path):
    word = "pacto de fronteira"
    take_in(tmp_path, "visita.txt", "talks")
    assert has(tmp_path, word)
    forget(tmp_path, ["visita.txt"], write_page=write_page)
    assert not has(tmp_path, word)


def test_nor_of_its_earlier_versions(tmp_path):
    old = replace(VISIT.article, text=VISIT.article.text.replace("fronteira", "frontispício"))
    told = replace(VISIT, article=old, agreements=(), events=(), offices=())
    options = {"write_page": write_page}
    build([old], tmp_path, extractor=lambda article: told, **options)
    take_in(tmp_path, "visita.txt", "talks")
    assert has(tmp_path, "frontispício")
    forget(tmp_path, ["visita.txt"], write_page=write_page)
    assert not has(tmp_path, "frontispício")


def test_a_decision_outlives_the_article(tmp_path):
    take_in(tmp_path, "talks", "visita.txt")
    judgement = read_judgements(tmp_path)[0].id
    undo(tmp_path, judgement, by="Ana", write_page=write_page)
    decided = read_bytes(tmp_path)
    forget(tmp_path, ["talks"], write_page=write_page)
    take_in(tmp_path, "talks")
    assert read_bytes(tmp_path) == decided


def test_who_forgets_what_is_not_there_is_told(tmp_path):
    take_in(tmp_path, "talks", "visita.txt")
    before = read_bytes(tmp_path)
    with pytest.raises(ArticleMissing, match=r"no article 'visita': did you mean visita\.txt"):
        forget(tmp_path, ["talks", "visita"], write_page=write_page)
    with pytest.raises(ArticleMissing, match=r"'zzz': kg query"):
        forget(tmp_path, ["zzz"], write_page=write_page)
    assert read_bytes(tmp_path) == before
    with pytest.raises(StoreError, match="holds no graph"):
        forget(tmp_path / "none", ["talks"], write_page=write_page)


def test_a_graph_of_before_there_was_an_archive_is_read_again(tmp_path):
    take_in(tmp_path, "talks", "a1")
    (tmp_path / ARTICLES).unlink()
    assert take_in(tmp_path, "talks").articles == 1
    with open_archive(tmp_path) as archive:
        assert archive.held_before(None).keys() == {"talks", "a1"}


def test_an_archive_that_is_none_is_an_error(tmp_path):
    take_in(tmp_path, "talks")
    before = (tmp_path / TURTLE).read_bytes()
    (tmp_path / ARTICLES).write_bytes(b"something else" * 100)
    with pytest.raises(StoreError, match="not a database"):
        take_in(tmp_path, "a1")
    assert (tmp_path / TURTLE).read_bytes() == before


def test_the_history_of_a_graph(tmp_path):
    start = datetime.datetime.now(datetime.UTC)
    take_in(tmp_path, "talks", "a1")
    forget(tmp_path, ["a1"], write_page=write_page)
    with sqlite3.connect(tmp_path / ARTICLES) as database:
        rows = database.execute("SELECT id, digest IS NULL, time FROM history").fetchall()
        kept = database.execute("SELECT id FROM extraction").fetchall()
    assert [row[:2] for row in rows] == [("a1", 0), ("talks", 0), ("a1", 1)]
    times = [datetime.datetime.fromisoformat(row[2]) for row in rows]
    assert start <= times[0] <= times[2] <= datetime.datetime.now(datetime.UTC)
    assert kept == [("talks",)]
