import pytest
from newsroom import take_in

from kg.errors import ArticleMissing
from kg.graph.change.derive import read_held
from kg.graph.directory.store import open_store


@pytest.fixture
def forgotten(fake):
    calls = []

    def forget(folder, articles, *, write_page):
        calls.append((str(folder), articles))
        if "x" in articles:
            raise ArticleMissing("demo has no article 'x'.")

    fake("kg.graph.change.build", forget=forget)
    fake("kg.view", write_page=None)
    return calls


def test_each_article_is_told_of(kg, forgotten):
    run = kg("forget", "demo", "a.txt", "b.jsonl:7")
    assert (run.code, run.out, run.err) == (0, "a.txt: forgotten.\nb.jsonl:7: forgotten.\n", "")
    assert forgotten == [("demo", ["a.txt", "b.jsonl:7"])]


def test_an_article_that_is_not_there(kg, forgotten):
    run = kg("forget", "demo", "x")
    assert (run.code, run.out) == (1, "")
    assert run.complains("demo has no article 'x'.")


def test_mistakes(kg, forgotten):
    assert kg("forget", "demo").complains("Missing argument 'ARTICLE")
    assert "Example:\n    kg forget" in kg("forget", "--help").out


def test_with_the_library(kg, tmp_path):
    take_in(tmp_path, "talks", "visita.txt")
    assert kg("forget", tmp_path, "talks").code == 0
    assert read_held(open_store(tmp_path)).keys() == {"visita.txt"}
    assert "talks" not in (tmp_path / "graph.html").read_text(encoding="utf8")
    assert kg("forget", tmp_path, "visita").complains(f"{tmp_path} has no article 'visita': did")
    assert kg("forget", tmp_path, "visita.txt").code == 0
    assert read_held(open_store(tmp_path)) == {}
    assert kg("validate", tmp_path).code == 0
