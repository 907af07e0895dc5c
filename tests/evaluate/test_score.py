from pathlib import Path

import pytest

from kg.evaluate import Figures, evaluate, read_gold, read_predictions
from kg.evaluate.outcomes import to_figures

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def scored():
    gold = read_gold([DATA / "gold-news.jsonl"])
    return evaluate(gold, read_predictions(DATA / "gold-news-predicted.jsonl"))


def test_the_groups(scored):
    assert list(scored.groups) == ["all", "en", "pt", "gold-news"]
    assert scored.groups["all"] == scored.groups["gold-news"]
    everything = scored.groups["all"]
    assert (everything.sentences, everything.gold_events, everything.predicted_events) == (10, 8, 9)


def test_the_figures_are_those_counted_by_hand(scored):
    """Found: aid, meeting, withdrawal, treaty; missed: blame, shelling, request, protest."""
    everything = scored.groups["all"]
    # Wrong: the rejection, the shelling that is swapped, the agreement beside the treaty.
    assert everything.pair == Figures(4 / 7, 4 / 8, pytest.approx(8 / 15))
    # The shelling and the request have their root; the blame and the protest are not there.
    assert everything.root == Figures(6 / 9, 6 / 8, pytest.approx(12 / 17))
    # Six dyads: all but the swapped one and the request are found, whatever their root.
    assert everything.actors == Figures(5 / 6, 5 / 7, pytest.approx(10 / 13))
    # Aid 1, blame 0, meeting 1, withdrawal 1, treaty a half.
    assert everything.root_given_pair == pytest.approx(3.5 / 5)


def test_events_where_there_should_be_none(scored):
    """The denied accusation leaves its sentence empty too."""
    everything = scored.groups["all"]
    assert (everything.empty_sentences, everything.empty_events) == (3, 1)


def test_by_root(scored):
    everything = scored.groups["all"]
    assert everything.by_root["YIELD"].pair == Figures(1, 1, 1)
    assert everything.by_root["ACCUSE"].pair == Figures(None, 0, 0)
    assert everything.by_root["ASSAULT"].predicted_events == 2


def test_predictions_for_nobody_are_named(scored):
    assert scored.unknown == []
    gold = read_gold([DATA / "gold-news.jsonl"])
    assert evaluate(gold, {"news-77": []}).unknown == ["news-77"]


def test_nothing_is_no_figure():
    assert to_figures({"right": 0, "wrong": 0, "found": 0, "missed": 0}) == Figures(
        None, None, None
    )
