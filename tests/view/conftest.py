from pathlib import Path

import pytest
from view.crowd import make_crowd
from view.graphs import build
from view.sights import Sight
from view.worlds import STRAIT

from kg.graph import open_store
from kg.view.model import PageGraph
from kg.view.page import render_page
from kg.view.read import read_page_graph


@pytest.fixture(scope="session")
def strait() -> PageGraph:
    """Nineteen reports of seventeen events in three articles, two in Portuguese, one in English."""
    return read_page_graph(build(STRAIT))


@pytest.fixture(scope="session")
def strait_page(strait: PageGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "strait.html"
    path.write_text(render_page(strait), encoding="utf8")
    return path


@pytest.fixture(scope="session")
def examples_sight(example_graph: Path) -> Sight:
    """The page that `kg build` writes beside the graph of the example articles."""
    return Sight(example_graph / "graph.html", read_page_graph(open_store(example_graph)))


@pytest.fixture(scope="session")
def crowd_sight(tmp_path_factory: pytest.TempPathFactory) -> Sight:
    """A year: 15,000 events and 5,000 actors, joined by 30,000 lines."""
    graph = make_crowd(5_000, 15_000)
    path = tmp_path_factory.mktemp("crowd") / "crowd.html"
    path.write_text(render_page(graph), encoding="utf8")
    return Sight(path, graph)


@pytest.fixture(params=["examples", "crowd"])
def sight(request: pytest.FixtureRequest) -> Sight:
    return request.getfixturevalue(f"{request.param}_sight")
