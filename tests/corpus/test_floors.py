"""How well the corpus is merged may rise and not fall."""

import pytest

from tests.corpus.figures import (
    ALWAYS,
    corpus_hash,
    figures,
    is_installed,
    load_floors,
    measure,
)

FLOORS = load_floors()
RAISE = "raise the floor in tests/corpus/floors.yaml when you improve, and never lower it"

pytestmark = pytest.mark.skipif(
    not all(map(is_installed, ALWAYS)), reason="needs the pipelines of Portuguese and English"
)


@pytest.mark.parametrize("name", FLOORS["figures"])
def test_no_figure_falls_below_its_floor(name):
    reached, floor = figures(measure())[name], FLOORS["figures"][name]
    assert reached >= floor, f"{name}: {reached:.1f} < {floor}; {RAISE}"


def test_every_figure_has_its_floor():
    assert set(figures(measure())) == set(FLOORS["figures"])


def test_what_is_found_is_put_together():
    assert figures(measure())["events found"] >= 85
    assert figures(measure())["actors found"] >= 95


def test_floors_are_of_these_articles():
    assert corpus_hash() == FLOORS["articles"], (
        "the articles have changed: run `python -m tests.corpus`, set the floors anew, and write "
        f"{corpus_hash()!r} into tests/corpus/floors.yaml"
    )
