import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Reader, start_browser
from demo import build_examples
from hypothesis import settings

# The first example of a test may load data, and a slow machine is no bug.
settings.register_profile("kg", deadline=None)
settings.load_profile("kg")

SHARED = Path(__file__).parents[2] / "shared"


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


@pytest.fixture(scope="module")
def browser() -> Iterator:
    with start_browser() as browser:
        yield browser


@pytest.fixture
def reader(browser) -> Iterator[Reader]:
    """Opens pages; fails the test if one asks for anything else or complains."""
    reader = Reader(browser)
    yield reader
    for context in reader.contexts:
        context.close()
    assert reader.faults == []
