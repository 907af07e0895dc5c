import pytest
from pyoxigraph import Store
from stories import build_directory

from kg.graph.rdf.turtle import to_turtle


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A graph directory of two articles; only read it."""
    return build_directory(tmp_path_factory.mktemp("export") / "demo")


@pytest.fixture(scope="session")
def put(tmp_path_factory):
    """A function that makes triples the Turtle of a graph directory, the same each time."""
    directory = tmp_path_factory.mktemp("put")
    Store(str(directory / "store")).flush()

    def write(triples):
        (directory / "graph.ttl").write_bytes(to_turtle(triples))
        return directory

    return write
