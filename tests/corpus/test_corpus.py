"""The gold says what it says without a slip."""

from collections import Counter, defaultdict

import pytest

from kg.evaluate import Mark
from tests.corpus.corpus import OPEN, read_corpus, read_marks, stories


def clusters(key):
    """Cluster to the articles that have a mark of it."""
    found = defaultdict(set)
    for story in stories():
        for mark in getattr(story.gold, key):
            found[mark.cluster].add(story.article.id)
    return found


def test_marks_are_read_with_their_offsets():
    text, marks = read_marks("[the [Thai](thai) king](king) {left}(?exit) Chiang Mai")
    assert text == "the Thai king left Chiang Mai"
    assert marks == [
        ("[", Mark(4, 8, "thai")),
        ("[", Mark(0, 13, "king")),
        ("{", Mark(14, 18, "exit", optional=True)),
    ]


def test_an_open_mark_is_no_gold():
    with pytest.raises(AssertionError, match="not closed"):
        read_marks("[the king")


def test_no_mark_is_left_in_a_text():
    for story in stories():
        assert not set(story.article.text) & {*OPEN, *"}]("}, story.article.id


def test_every_event_is_described_and_told():
    assert set(read_corpus()["events"]) == set(clusters("reports"))


def test_there_are_enough_articles_of_each_language():
    langs = Counter(story.article.lang for story in stories())
    assert langs["pt"] >= 30
    assert langs["en"] >= 30
    assert len({story.article.id for story in stories()}) == len(stories()) >= 60


def test_events_and_actors_recur():
    tellings = [len(articles) for articles in clusters("reports").values()]
    assert sum(count > 1 for count in tellings) >= 60
    assert sum(len(articles) > 1 for articles in clusters("mentions").values()) >= 40
