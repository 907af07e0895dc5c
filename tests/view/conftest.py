from pathlib import Path

import pytest
from view.graphs import build
from view.worlds import STRAIT

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
