import sys

import pytest

from kg.analysis.analyze import Analysis
from kg.analysis.centrality import rank_actors
from kg.analysis.communities import find_communities
from kg.analysis.dyads import balance_by_month, rank_dyads
from kg.analysis.plot import draw, plot
from kg.errors import KgError

from .networks import make_network


@pytest.fixture
def analysis():
    network = make_network(
        ("A", "B", 5.0, "2024-11-02"),
        ("A", "B", -7.0, "2025-01-05"),
        ("A", "C", 1.0, "2024-12-01"),
    )
    return Analysis(
        rank_actors(network),
        find_communities(network),
        rank_dyads(network),
        balance_by_month(network),
    )


def test_three_pictures(analysis):
    pytest.importorskip("matplotlib")
    actors, dyads, months = draw(analysis).axes
    assert [tick.get_text() for tick in actors.get_yticklabels()] == ["A", "B", "C"]
    assert [round(bar.get_width(), 1) for bar in dyads.patches] == [5.0, 1.0, -7.0, 0.0]
    line = months.get_lines()[0]
    assert list(line.get_xdata()) == ["2024-11", "2024-12", "2025-01"]
    assert list(line.get_ydata()) == [5.0, 0.0, -7.0]


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml")])
def test_files_are_of_their_kind_and_equal(analysis, tmp_path, name, start):
    pytest.importorskip("matplotlib")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        plot(analysis, tmp_path / folder / name)
    data = (tmp_path / "one" / name).read_bytes()
    assert data.startswith(start)
    assert data == (tmp_path / "two" / name).read_bytes()


def test_nothing_to_draw(tmp_path):
    pytest.importorskip("matplotlib")
    network = make_network()
    nothing = Analysis(
        rank_actors(network),
        find_communities(network),
        rank_dyads(network),
        balance_by_month(network),
    )
    plot(nothing, tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_size > 1000


def test_an_unknown_ending(analysis, tmp_path):
    pytest.importorskip("matplotlib")
    with pytest.raises(KgError, match=r"\.png, \.svg or \.pdf"):
        plot(analysis, tmp_path / "a.txt")


def test_without_matplotlib_it_says_what_to_install(analysis, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(KgError, match=r"geopolitical-kg\[plot\]"):
        draw(analysis)
