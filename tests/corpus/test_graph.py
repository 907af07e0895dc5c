"""The graph of the corpus: the same bytes however it came about, and contradictions that show."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import read_bytes, write_page

from kg.graph.change.build import build, forget
from kg.graph.directory.store import open_store
from kg.query import query_store, to_python
from tests.corpus.corpus import stories
from tests.corpus.figures import ALWAYS, is_installed, read_all

FEW = settings(max_examples=5)
LANGS = tuple(lang for lang in ALWAYS if is_installed(lang))
IDS = tuple(story.article.id for story in stories() if story.article.lang in LANGS)
SOME = st.lists(st.sampled_from(IDS or ("",)), min_size=2, max_size=12, unique=True)

pytestmark = pytest.mark.skipif(len(LANGS) < len(ALWAYS), reason="needs both pipelines")


def take_in(out, ids):
    """Build with what the articles of these ids say."""
    build(
        [read_all()[article].article for article in ids],
        Path(out),
        extractor=lambda article: read_all()[article.id],
        write_page=write_page,
        version=lambda lang: "1.0",
    )


@cache
def at_once(ids):
    """The bytes of the graph of some articles that were taken in together."""
    with TemporaryDirectory() as out:
        take_in(out, sorted(ids))
        return read_bytes(Path(out))


@FEW
@given(SOME)
def test_the_order_does_not_show(ids):
    with TemporaryDirectory() as out:
        take_in(out, ids)
        assert read_bytes(Path(out)) == at_once(frozenset(ids))


@FEW
@given(SOME, st.data())
def test_nor_in_how_many_builds_they_came(ids, data):
    cut = data.draw(st.integers(1, len(ids) - 1))
    with TemporaryDirectory() as out:
        take_in(out, ids[:cut])
        take_in(out, ids[cut:])
        assert read_bytes(Path(out)) == at_once(frozenset(ids))


@FEW
@given(SOME, st.data())
def test_what_is_forgotten_was_never_there(ids, data):
    gone = data.draw(st.sampled_from(ids))
    with TemporaryDirectory() as out:
        take_in(out, ids)
        forget(Path(out), [gone], write_page=write_page)
        assert read_bytes(Path(out)) == at_once(frozenset(ids) - {gone})


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A graph directory of all articles, that came in parts and in another order."""
    out = tmp_path_factory.mktemp("corpus") / "graph"
    take_in(out, IDS[::-3])
    take_in(out, IDS[::-1])
    return out


def test_the_whole_has_the_same_bytes_however_it_came_about(whole):
    assert read_bytes(whole) == at_once(frozenset(IDS))


@pytest.fixture(scope="module")
def disagreements(whole):
    """(what about, ids of the two articles) of each contradiction."""
    table = to_python(query_store(open_store(whole), None, name="disagreements"))
    return {
        (row["disagreement"], frozenset((row["oneArticle"], row["otherArticle"]))) for row in table
    }


@pytest.mark.parametrize(
    ("about", "one", "other"),
    [
        ("number", "roraima-1", "roraima-2"),
        ("number", "caracas-1", "caracas-2"),
        ("fact", "luanda-4", "luanda-5"),
        ("roles", "reef-1", "reef-2"),
    ],
)
def test_contradictions_are_found(disagreements, about, one, other):
    assert (about, frozenset((one, other))) in disagreements


def test_what_agrees_is_no_contradiction(disagreements):
    # At least 30 can be 50.
    assert ("number", frozenset(("fasher-1", "fasher-4"))) not in disagreements
    assert ("number", frozenset(("fasher-1", "fasher-2"))) not in disagreements
    assert ("fact", frozenset(("luanda-4", "luanda-8"))) not in disagreements
