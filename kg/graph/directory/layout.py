"""What a graph directory holds, and how a build replaces all of it or nothing.

A build writes into ``.building``. Renaming that to ``.ready`` is the moment when it counts; then
each part is moved to its place. A kill before that moment loses the build, a kill after it leaves
parts in ``.ready``, which readers prefer and the next build moves first.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError

STORE = "store"
TURTLE = "graph.ttl"
PAGE = "graph.html"
PARTS = (STORE, TURTLE, PAGE)
ARTICLES = "articles.db"
"""What the articles say and said, which no build replaces: see kg.graph.directory.archive."""

_BUILDING = ".building"
_READY = ".ready"
_OLD = ".old"
_RESTS = (_BUILDING, _READY, _OLD)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a build writes until it is complete."""

    directory: Path
    """The graph directory."""
    path: Path
    """Where to write the parts."""

    def commit(self) -> None:
        """Put the parts in their places. Raises FileNotFoundError when one is missing."""
        for part in PARTS:
            (self.path / part).stat()
        _sync(self.path)
        self.path.rename(self.directory / _READY)
        _install(self.directory)


def _sync(path: Path) -> None:
    """Have a folder and all in it written to disk, so that what counts is whole without power."""
    for part in (*path.rglob("*"), path):
        descriptor = os.open(part, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def find_store(directory: Path) -> Path | None:
    """The newest complete store of a graph directory, None when there is none."""
    places = (directory / _READY / STORE, directory / STORE, directory / _OLD)
    return next((path for path in places if (path / "CURRENT").exists()), None)


def find_turtle(directory: Path) -> Path | None:
    """The newest complete Turtle of a graph directory, None when there is none."""
    places = (directory / _READY / TURTLE, directory / TURTLE)
    return next((path for path in places if path.exists()), None)


def find_home(directory: Path) -> Path:
    """The graph directory itself, where a build that is not complete is asked for its articles."""
    return directory.parent if directory.name == _BUILDING else directory


@contextmanager
def stage(directory: Path) -> Iterator[Stage]:
    """Hold a graph directory for one build, and clean up when it ends without a commit.

    The directory is made when it does not exist, and removed again when nothing was built.
    Raises StoreError when it is something else, or another build holds it.
    """
    _check(directory)
    directory.mkdir(parents=True, exist_ok=True)
    with _lock(directory):
        _tidy(directory)
        path = directory / _BUILDING
        path.mkdir()
        try:
            yield Stage(directory, path)
        finally:
            shutil.rmtree(path, ignore_errors=True)
            if not any(directory.iterdir()):
                directory.rmdir()


def _check(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise StoreError(f"{directory} is a file: name a directory for the graph.")
    names = {path.name for path in directory.iterdir()}
    if names and find_store(directory) is None and names.isdisjoint([*_RESTS, ARTICLES]):
        raise StoreError(f"{directory} holds other files and no graph: name a new directory.")


@contextmanager
def _lock(directory: Path) -> Iterator[None]:
    """A lock on the directory itself, which the system drops when the process dies."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise StoreError(f"Another build holds {directory}: wait for it to end.") from error
    finally:
        os.close(descriptor)


def _tidy(directory: Path) -> None:
    """Finish the last build if it was committed, else remove what it left."""
    if (directory / _READY).exists():
        _install(directory)
    if (directory / _OLD).exists() and not (directory / STORE).exists():
        (directory / _OLD).rename(directory / STORE)
    for rest in (_BUILDING, _OLD):
        shutil.rmtree(directory / rest, ignore_errors=True)


def _install(directory: Path) -> None:
    """Move each part that is still in .ready to its place; may be interrupted and run again."""
    ready = directory / _READY
    if (ready / STORE).exists():
        shutil.rmtree(directory / _OLD, ignore_errors=True)
        if (directory / STORE).exists():
            (directory / STORE).rename(directory / _OLD)
        (ready / STORE).rename(directory / STORE)
    for part in (TURTLE, PAGE):
        if (ready / part).exists():
            (ready / part).replace(directory / part)
    shutil.rmtree(directory / _OLD, ignore_errors=True)
    ready.rmdir()
