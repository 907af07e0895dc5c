import fcntl
import os
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.directory.layout import (
    ARTICLES,
    PAGE,
    PARTS,
    STORE,
    TURTLE,
    find_home,
    find_store,
    stage,
)


def write_parts(path: Path, text: str) -> None:
    """What a build writes, as far as the layout looks at it."""
    (path / STORE).mkdir()
    (path / STORE / "CURRENT").write_text(text)
    (path / TURTLE).write_text(text)
    (path / PAGE).write_text(text)


def build(directory: Path, text: str, *, fail: bool = False) -> None:
    with stage(directory) as staged:
        write_parts(staged.path, text)
        if fail:
            raise ZeroDivisionError
        staged.commit()


def read(directory: Path) -> list[str]:
    store = find_store(directory)
    assert store is not None
    return [
        (store / "CURRENT").read_text(),
        (directory / TURTLE).read_text(),
        (directory / PAGE).read_text(),
    ]


def test_a_build_replaces_all_parts(tmp_path):
    build(tmp_path / "demo", "one")
    build(tmp_path / "demo", "two")
    assert read(tmp_path / "demo") == ["two"] * 3
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == sorted(PARTS)


def test_a_build_that_fails_leaves_the_last_one(tmp_path):
    build(tmp_path, "one")
    with pytest.raises(ZeroDivisionError):
        build(tmp_path, "two", fail=True)
    assert read(tmp_path) == ["one"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PARTS)


def test_a_first_build_that_fails_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), stage(tmp_path / "demo"):
        raise ZeroDivisionError
    assert not (tmp_path / "demo").exists()


def test_a_part_that_was_not_written_stops_the_commit(tmp_path):
    build(tmp_path, "one")
    with stage(tmp_path) as staged, pytest.raises(FileNotFoundError):
        staged.commit()
    assert read(tmp_path) == ["one"] * 3


class Killed(BaseException):
    """Stands for a kill: nothing after it runs."""


CALLS = ("rename", "replace", "rmdir")


def kill_at(monkeypatch, call: int) -> None:
    """Make the file operation of that number, counted from 0, and all later ones fail."""
    done = iter(range(1000))

    def wrap(original):
        def run(*args, **kwargs):
            if next(done) >= call:
                raise Killed
            return original(*args, **kwargs)

        return run

    for name in CALLS:
        monkeypatch.setattr(Path, name, wrap(getattr(Path, name)))
    monkeypatch.setattr("shutil.rmtree", wrap(__import__("shutil").rmtree))


@pytest.mark.parametrize("call", range(11))
def test_a_build_killed_anywhere_leaves_one_graph_or_the_other(tmp_path, monkeypatch, call):
    build(tmp_path, "one")
    with monkeypatch.context() as patch:
        kill_at(patch, call)
        with pytest.raises(Killed):
            build(tmp_path, "two")
    assert set(read(tmp_path)) <= {"one", "two"}
    last = read(tmp_path)[0]
    with stage(tmp_path) as staged:  # what the next build finds
        assert read(tmp_path) == [last] * 3
        write_parts(staged.path, "three")
        staged.commit()
    assert read(tmp_path) == ["three"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PARTS)


def test_a_commit_counts_from_its_first_step(tmp_path, monkeypatch):
    build(tmp_path, "one")
    with monkeypatch.context() as patch:
        # Clearing leftovers takes the first two calls, renaming to .ready the third.
        kill_at(patch, 3)
        with pytest.raises(Killed):
            build(tmp_path, "two")
    assert read(tmp_path)[0] == "two"


def test_a_file_in_the_way(tmp_path):
    path = tmp_path / "demo"
    path.write_text("mine")
    with pytest.raises(StoreError, match="is a file"), stage(path):
        pass
    assert path.read_text() == "mine"


def test_a_directory_of_something_else(tmp_path):
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(StoreError, match="other files"), stage(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_other_files_beside_a_graph_stay(tmp_path):
    build(tmp_path, "one")
    (tmp_path / "notes.txt").write_text("mine")
    build(tmp_path, "two")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_articles_that_a_build_read_in_vain_stay(tmp_path):
    out = tmp_path / "demo"
    with stage(out):
        (out / ARTICLES).touch()
    build(out, "one")
    assert {path.name for path in out.iterdir()} == {*PARTS, ARTICLES}


def test_one_build_at_a_time(tmp_path):
    build(tmp_path, "one")
    descriptor = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        with pytest.raises(StoreError, match="Another build"), stage(tmp_path):
            pass
    finally:
        os.close(descriptor)
    assert read(tmp_path) == ["one"] * 3


def test_no_store(tmp_path):
    assert find_store(tmp_path / "nowhere") is None
    assert find_store(tmp_path) is None


def test_where_a_build_writes_has_the_articles_of_its_directory(tmp_path):
    with stage(tmp_path / "graph") as staged:
        assert find_home(staged.path) == tmp_path / "graph"
    assert find_home(tmp_path / "graph") == tmp_path / "graph"
