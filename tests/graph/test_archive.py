import datetime
import sqlite3
from contextlib import closing

import pytest
from pyoxigraph import Literal, NamedNode, Triple
from stories import tell_english, tell_portuguese, to_store

from kg.graph.archive import Reading, open_archive
from kg.graph.article_graph import article_triples
from kg.graph.iris import article_iri
from kg.graph.layout import ARTICLES
from kg.graph.merge.records import read_told
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
    assert archive.read_article("d1") == article


def test_what_is_not_kept_is_not_found(archive, tmp_path):
    assert not archive.has("d1")
    assert archive.find("d1") is None
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


def test_what_articles_say_is_found_as_values(archive):
    quads = set(article_triples(tell_english()))
    told = read_told(article_iri(EN.id).value, [quad.triple for quad in quads])
    archive.keep(EN, "d1", Reading(2, tuple(quad.triple for quad in quads)))
    empty = to_store([])
    assert list(archive.find_told({EN.id: "d1"}, empty)) == [told]
    # A store writes the decimal 1.0 as 1.
    (read,) = archive.find_told({EN.id: "older"}, to_store([tell_english()]))
    assert (read.article, read.labels, read.iris) == (told.article, told.labels, told.iris)
    assert read.about.keys() == told.about.keys()


def test_of_what_went_no_values_are_kept(archive, tmp_path):
    archive.keep(EN, "d1", READING)
    archive.keep(EN, "d2", READING)
    archive.settle({EN.id: "d2"}, at(1))
    with sqlite3.connect(tmp_path / ARTICLES) as database:
        assert database.execute("SELECT digest FROM told").fetchall() == [("d2",)]
        archive.settle({}, at(2))
        assert database.execute("SELECT digest FROM told").fetchall() == []


def seal(archive, seal, version="1", now=None):
    archive.seal(seal, version, {}, now or {})


def test_the_last_seal_counts(archive):
    assert not archive.is_sealed("a")
    seal(archive, "a")
    seal(archive, "b")
    assert archive.is_sealed("b")
    assert not archive.is_sealed("a")


SAID = {"x:event": b"d1", "x:other": b"d2"}


def test_what_the_merged_graph_says_is_recalled(archive):
    assert archive.recall("a", "1") == {}
    seal(archive, "a", now=SAID)
    assert archive.recall("a", "1") == SAID


def test_nothing_is_known_of_another_graph_or_merger(archive):
    seal(archive, "a", now=SAID)
    assert archive.recall("b", "1") == {}
    assert archive.recall("a", "2") == {}


@pytest.mark.parametrize("last", [SAID, {}])
def test_what_it_says_now_takes_the_place_of_what_it_said(archive, last):
    seal(archive, "a", now=SAID)
    now = {"x:event": b"d3", "x:new": b"d4"}
    archive.seal("b", "1", last, now)
    assert archive.recall("b", "1") == now
