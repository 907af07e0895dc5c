import datetime
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from stories import tell_english, tell_portuguese, to_store
from tellings import report

from kg.graph.article.graph import article_triples
from kg.graph.directory.archive import Reading, open_archive
from kg.graph.directory.articles import KeptArticles
from kg.graph.directory.layout import ARTICLES
from kg.graph.merge import NOTHING, Memory
from kg.graph.merge.cells import make_cell
from kg.graph.merge.joining import Decisions
from kg.graph.merge.memory import Described
from kg.graph.merge.outlines import make_outline
from kg.graph.merge.records import read_told
from kg.graph.rdf.iris import article_iri
from kg.types import Article

PT, EN = tell_portuguese().article, tell_english().article
SAYS = NamedNode("https://example.org/says")
READING = Reading(3, (Triple(SAYS, SAYS, Literal("Ele\u2028disse\n\x85", language="pt")),))


def at(day):
    return datetime.datetime(2024, 5, day, tzinfo=datetime.UTC)


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path, write=True) as archive:
        yield archive


@pytest.mark.parametrize("article", [PT, EN, Article("x", "A\r\nb \u2028", "en", body=((0, 1),))])
def test_what_is_kept_is_found(archive, article):
    archive.keep(article, "d1", READING)
    assert archive.has("d1")
    assert archive.find("d1") == READING
    lines = parse(archive.find_lines("d1"), RdfFormat.N_TRIPLES)
    assert tuple(quad.triple for quad in lines) == READING.triples
    assert archive.read_article("d1") == article


def test_lines_are_found_sorted_whatever_the_order_of_the_triples(archive):
    triples = [Triple(SAYS, SAYS, Literal(text)) for text in ("b", "é", "a\nc", "a")]
    for digest, given in (("d1", triples), ("d2", triples[::-1])):
        archive.keep(PT, digest, Reading(1, tuple(given)))
    lines = archive.find_lines("d1").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(triples)
    assert archive.find_lines("d2") == archive.find_lines("d1")


def test_what_is_not_kept_is_not_found(archive, tmp_path):
    assert not archive.has("d1")
    assert archive.find("d1") is None
    assert archive.find_lines("d1") is None
    assert archive.read_article("d1") is None
    assert archive.held_before(None) == {}
    archive.settle({}, at(1))
    assert not (tmp_path / ARTICLES).exists()


def test_the_graph_of_a_day(archive):
    archive.settle({"a": "1", "b": "1"}, at(2))
    archive.settle({"a": "1", "b": "2"}, at(4))
    archive.settle({"b": "2", "c": "1"}, at(6))
    states = [archive.held_before(at(day)) for day in (1, 3, 5, 7)]
    assert states == [{}, {"a": "1", "b": "1"}, {"a": "1", "b": "2"}, {"b": "2", "c": "1"}]
    assert archive.held_before(None) == states[-1]


def test_a_moment_in_another_zone(archive):
    archive.settle({"a": "1"}, at(2))
    zone = datetime.timezone(datetime.timedelta(hours=3))
    assert archive.held_before(datetime.datetime(2024, 5, 2, 2, 59, tzinfo=zone)) == {}
    assert archive.held_before(datetime.datetime(2024, 5, 2, 3, 1, tzinfo=zone)) == {"a": "1"}


def test_settling_twice_is_settling_once(archive, tmp_path):
    archive.settle({"a": "1"}, at(2))
    archive.settle({"a": "1"}, at(3))
    with closing(sqlite3.connect(tmp_path / ARTICLES)) as database:
        assert database.execute("SELECT COUNT(*) FROM history").fetchone() == (1,)


def test_what_goes_leaves_its_id_only(archive):
    archive.keep(PT, "d1", READING)
    archive.keep(PT, "d2", READING)
    archive.keep(EN, "d3", READING)
    archive.settle({PT.id: "d2"}, at(2))
    archive.settle({}, at(3))
    # What was never in the graph is of a run that was killed, and stays for the next.
    assert [archive.has(digest) for digest in ("d1", "d2", "d3")] == [False, False, True]


def test_a_reader_writes_nothing(archive, tmp_path):
    archive.keep(PT, "d1", READING)
    with open_archive(tmp_path) as reader:
        assert reader.read_article("d1") == PT
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader._database.execute("DELETE FROM extraction")
    archive.keep(EN, "d2", READING)


def test_a_closed_archive_is_one_file(tmp_path):
    with open_archive(tmp_path, write=True) as archive:
        archive.keep(PT, "d1", READING)
    assert [path.name for path in tmp_path.iterdir()] == [ARTICLES]
    with open_archive(tmp_path) as archive:
        assert archive.has("d1")
    assert [path.name for path in tmp_path.iterdir()] == [ARTICLES]


def test_a_reader_does_not_stop_who_writes(tmp_path):
    with open_archive(tmp_path, write=True) as archive:
        archive.keep(PT, "d1", READING)
    with open_archive(tmp_path) as reader:
        assert reader.has("d1")
        with open_archive(tmp_path, write=True) as archive:
            archive.keep(EN, "d2", READING)
        assert reader.has("d2")


def keep_story(archive, digest):
    quads = list(article_triples(tell_english()))
    archive.keep(EN, digest, Reading(2, tuple({quad.triple for quad in quads})))
    return read_told(article_iri(EN.id).value, [quad.triple for quad in quads])


def test_what_articles_say_is_found_as_values(archive):
    told = keep_story(archive, "d1")
    articles = KeptArticles(archive, {EN.id: "d1"}, to_store([]))
    assert list(articles.outlines()) == [("d1", make_outline(told))]
    assert articles.tell(told.article) == told


def test_what_is_not_kept_is_read_from_the_store(archive):
    told = keep_story(archive, "d1")
    articles = KeptArticles(archive, {EN.id: "older"}, to_store([tell_english()]))
    ((digest, read),) = articles.outlines()
    assert (digest, read) == ("older", make_outline(told))
    # A store writes the decimal 1.0 as 1.
    assert articles.tell(told.article).about.keys() == told.about.keys()


def test_of_what_went_no_values_are_kept(archive, tmp_path):
    archive.keep(EN, "d1", READING)
    archive.keep(EN, "d2", READING)
    archive.settle({EN.id: "d2"}, at(1))
    with sqlite3.connect(tmp_path / ARTICLES) as database:
        assert database.execute("SELECT digest FROM saying").fetchall() == [("d2",)]
        archive.settle({}, at(2))
        assert database.execute("SELECT digest FROM saying").fetchall() == []


CELL = make_cell(b"d", [report("r/1"), replace(report("r/2"), links=(("despite", "r/1"),))])
MEMORY = Memory(
    cells={"article/1": CELL, "article/2": make_cell(b"e", [])},
    likely=frozenset({("r/1", "r/2"), ("r/1", "r/3")}),
    decisions=Decisions(frozenset({("r/1", "r/3")}), frozenset({("r/2", "r/3")})),
    parts={"x:event": Described("r/1", b"1"), "x:person": Described("", b"2")},
)


def test_the_last_seal_counts(archive):
    assert archive.recall_triples("a") is None
    archive.seal("a", 7, {}, "1", NOTHING, MEMORY)
    archive.seal("b", 8, {}, "1", MEMORY, MEMORY)
    assert (archive.recall_triples("b"), archive.recall_triples("a")) == (8, None)


def test_what_a_merge_left_is_recalled(archive):
    assert archive.recall("a", "1") is NOTHING
    archive.seal("a", 7, {}, "1", NOTHING, MEMORY)
    assert archive.recall("a", "1") == MEMORY


def test_nothing_is_known_of_another_graph_or_merger(archive):
    archive.seal("a", 7, {}, "1", NOTHING, MEMORY)
    assert archive.recall("b", "1") is NOTHING
    assert archive.recall("a", "2") is NOTHING


@pytest.mark.parametrize("known", [True, False])
def test_what_is_left_now_takes_the_place_of_what_was(archive, known):
    archive.seal("a", 7, {}, "1", NOTHING, MEMORY)
    now = Memory(
        cells={"article/1": make_cell(b"f", [report("r/1")]), "article/3": CELL},
        likely=frozenset({("r/1", "r/2"), ("r/2", "r/4")}),
        decisions=Decisions(apart=frozenset({("r/1", "r/3")})),
        parts={"x:event": Described("r/1", b"3"), "x:new": Described("r/2", b"4")},
    )
    archive.seal("b", 7, {}, "1", archive.recall("a", "1") if known else NOTHING, now)
    assert archive.recall("b", "1") == now
