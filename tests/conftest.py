import fcntl
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Reader, start_browser
from demo import build_examples
from hypothesis import settings

# The first example of a test may load data, and a slow machine is no bug.
settings.register_profile("kg", deadline=None)
settings.load_profile("kg")

MEMORY, ROOM = Path("/dev/shm"), 2 * 1024**3
"""A file system in memory, and the bytes that have to be free there: some 400 MB are used."""

SHARED = Path(__file__).parents[2] / "shared"


def pytest_configure() -> None:
    """Keep temporary files in memory where there is room: a build waits for what it writes.

    And look for garbage less often, as the vocabularies that stay in memory are looked through.
    """
    gc.set_threshold(20_000, 20, 20)
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        tempfile.tempdir = os.environ["TMPDIR"] = str(MEMORY)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Development data that is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("needs the development data beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def example_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of examples/ with its page, as `kg build` writes them; one for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "examples.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return build_examples(shared / "examples")


@pytest.fixture(scope="session")
def browser() -> Iterator:
    with start_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def one_reader(browser) -> Reader:
    return Reader(browser)


@pytest.fixture
def reader(one_reader: Reader) -> Iterator[Reader]:
    """Opens pages; fails the test if one asks for anything else or complains."""
    yield one_reader
    assert one_reader.leave() == []
