from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read.sources import find_sources


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("a/x.txt", "a/b/y.HTML", "a/pic.png", "a/.git/z.txt", "b/x.txt", "b/x.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(*inputs):
    return [item.id for item in find_sources(inputs) if not isinstance(item, InputError)]


def errors(*inputs):
    return [str(item) for item in find_sources(inputs) if isinstance(item, InputError)]


def test_a_folder_gives_its_articles_by_path(folder):
    assert ids("a") == ["b/y", "x"]
    assert errors("a") == []


def test_a_named_file_is_called_by_its_stem(folder):
    assert ids("a/x.txt") == ["x"]
    assert ids("-") == ["stdin"]


def test_each_file_once(folder):
    assert ids("a/x.txt", "a", str(folder / "a" / "x.txt"), "-", "-") == ["x", "b/y", "stdin"]


def test_same_names_are_told_apart_by_their_folders(folder):
    assert ids("a/x.txt", "b/x.txt") == ["a/x", "b/x"]
    assert ids("b/x.txt", "a/x.txt") == ["b/x", "a/x"]
    assert ids("b/x.txt", "b/x.html") == ["x.txt", "x.html"]
    assert ids("a/x.txt", "b/x.txt", "b/x.html") == ["a/x.txt", "b/x.txt", "b/x.html"]


def test_what_may_be_articles_in_a_folder_is_named_by_its_format(folder):
    for name in ("one.pdf", "two.PDF", "list.xml", "style.css"):
        (Path("a") / name).touch()
    assert ids("a") == ["b/y", "x"]
    pdf, xml = errors("a")
    assert xml.startswith("a: 1 file in .xml, which is not read: give .txt")
    assert pdf.startswith("a: 2 files in .pdf")


def test_a_folder_of_nothing_else_has_no_second_message(folder):
    Path("c").mkdir()
    Path("c/one.pdf").touch()
    (error,) = errors("c")
    assert error.startswith("c: 1 file in .pdf")


def test_a_graph_in_the_folder_is_no_article(folder):
    for name in ("graph.ttl", "graph.html"):
        (Path("a/b") / name).touch()
    assert ids("a") == ["x"]


def test_globs(folder):
    assert ids("*/*.txt") == ["a/x", "b/x"]
    assert ids(str(folder / "a" / "*")) == ["y", "x"]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("none.txt", "none.txt: no such file or folder"),
        ("*.pdf", "*.pdf: matches no article"),
        ("a/pic.png", "a/pic.png: .png is not read"),
        ("a/.git", "a/.git: no articles in this folder"),
    ],
)
def test_what_cannot_be_read_is_named(folder, item, message):
    (Path("a/.git/z.txt")).unlink()
    (error,) = errors(item)
    assert error.startswith(message)
    assert ids(item, "a/x.txt") == ["x"]
