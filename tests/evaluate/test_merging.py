"""The merge of hand-made articles against their gold."""

from dataclasses import replace

from stories import EN, LULA, PT, tell_english, tell_portuguese

from kg.evaluate import ClusterRecord, Mark, evaluate_merging
from kg.types import Mention


def mark(words, text, cluster, *, optional=False):
    found = words.find(text)
    return Mark(found.start, found.end, cluster, optional)


GOLD = [
    ClusterRecord(
        "visita.txt",
        (
            mark(PT, "reuniu-se", "talks"),
            mark(PT, "assinaram", "treaty"),
            mark(PT, "mandou", "deployment"),
            mark(PT, "apoio", "support"),
        ),
        (
            mark(PT, "Luiz Inácio Lula da Silva", "lula"),
            mark(PT, "Santiago Peña", "pena"),
            mark(PT, "Brasil", "brazil"),
        ),
    ),
    ClusterRecord(
        "talks",
        (mark(EN, "held talks", "talks"), mark(EN, "ask", "request")),
        (mark(EN, "Lula", "lula"), mark(EN, "Santiago Peña", "pena")),
    ),
]
TOLD = [tell_portuguese(), tell_english()]


def test_what_is_merged_right_is_perfect():
    evaluation = evaluate_merging(GOLD, TOLD)
    assert (evaluation.events.gold, evaluation.actors.gold) == (6, 5)
    for score in (evaluation.events, evaluation.actors):
        assert (score.missed, score.spurious) == (0, 0)
        assert score.found.f1 == score.whole.f1 == 1.0


def test_what_should_be_two_events_costs_precision():
    apart = ClusterRecord("talks", (mark(EN, "talks", "other"),), GOLD[1].mentions)
    score = evaluate_merging([GOLD[0], apart], TOLD).events
    assert score.found.recall == 1.0
    assert score.found.precision == (0.5 + 0.5 + 1 + 1 + 1) / 5
    assert score.spurious == 1
    assert score.whole.precision < score.found.precision


def test_an_article_that_was_not_read_is_missed():
    score = evaluate_merging(GOLD, TOLD[:1]).events
    assert (score.gold, score.missed) == (6, 2)


def test_a_person_told_by_office_is_a_mention():
    english = tell_english()
    words = EN.find("Lula")
    told = replace(english, mentions=tuple(m for m in english.mentions if m.text != "Lula"))
    assert evaluate_merging(GOLD, [TOLD[0], told]).actors.missed == 0
    pronoun = Mention(words.text, words.start, words.end, "PERSON", "pronoun", LULA)
    told = replace(told, mentions=(*told.mentions, pronoun))
    assert evaluate_merging(GOLD, [TOLD[0], told]).actors.missed == 1
