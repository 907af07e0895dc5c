from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import (
    ARG,
    BRA,
    BRASILIA,
    LULA,
    MILEI,
    PENA,
    PRY,
    RIO,
    VIEIRA,
    cluster_reports,
    report,
)

from kg.graph.merge.features import at_odds
from kg.graph.merge.reports import Amount


def groups(*reports):
    return [[one.iri for one in event] for event in cluster_reports(reports).members]


ATTACK = {"kind": "Airstrike", "sources": (PRY,), "targets": (BRA,)}
TREATY = {"kind": "TreatySigned"}

ONE_EVENT = {
    "two words for it, day and nested place": (
        report("r/1", "Meeting", place="place/BRA/planalto"),
        report("r/2", "Negotiation", place="place/BRA/brasilia"),
    ),
    "the states in place of the persons": (
        report("r/1"),
        report("r/2", sources=(BRA,), targets=(PRY,)),
    ),
    "two words for it, of two roots": (
        report("r/1", "AgreementReached"),
        report("r/2", "TreatySigned"),
    ),
    "told from the other side": (report("r/1"), report("r/2", sources=(PENA,), targets=(LULA,))),
    "a visit and the talks there": (
        report("r/1", "Visit", sources=(PENA,), targets=(BRASILIA,), place="place/BRA/brasilia"),
        report("r/2", "Meeting", sources=(PENA,), targets=(LULA,), place="place/BRA/planalto"),
    ),
    "a day and its month": (report("r/1"), report("r/2", time="2024-06")),
    "a day and its year": (report("r/1", **TREATY), report("r/2", **TREATY, time="2024")),
    "a date and none": (report("r/1", **TREATY), report("r/2", **TREATY, time=None)),
    "no dates, but told in one week": (
        report("r/1", **TREATY, time=None),
        report("r/2", **TREATY, time=None, published=date(2024, 6, 7)),
    ),
    "what one actor condemned, in articles on the same": (
        report("r/1", "Condemnation", (BRA,), (), None, context="gaza israel"),
        report("r/2", "Condemnation", (BRA,), (), None, context="gaza israel onu"),
    ),
    "one side left out, same day and place": (
        report("r/1", **ATTACK, place="place/BRA/rio"),
        report("r/2", "Attack", (PRY,), (), place="place/BRA/rio"),
    ),
    "one article comes back to it, naming one actor and the place": (
        report("r/1", "Meeting", place="place/BRA/brasilia", article="a/1"),
        report("r/2", "Meeting", (PENA,), (), None, "place/BRA/brasilia", article="a/1"),
    ),
    "one article comes back to it, naming nobody": (
        report("r/1", place="place/BRA/brasilia", article="a/1"),
        report("r/2", sources=(), targets=(), place="place/BRA/brasilia", article="a/1"),
    ),
    "a plan that came true on its day": (report("r/1"), report("r/2", modality="planned")),
}

TWO_EVENTS = {
    "another day": (report("r/1"), report("r/2", time="2024-06-04")),
    "one denies it": (report("r/1"), report("r/2", polarity="negative")),
    "another person of the state": (report("r/1"), report("r/2", sources=(VIEIRA,))),
    "another counterpart": (report("r/1"), report("r/2", targets=(MILEI,))),
    "the attack the other way round": (
        report("r/1", "Attack", (BRA,), (PRY,)),
        report("r/2", "Attack", (PRY,), (BRA,)),
    ),
    "an attack on another city": (
        report("r/1", **ATTACK, place="place/BRA/rio"),
        report("r/2", **ATTACK, place="place/BRA/brasilia"),
    ),
    "an attack on another city, told as its target": (
        report("r/1", "Attack", (PRY,), (RIO,)),
        report("r/2", "Attack", (PRY,), (BRASILIA,)),
    ),
    "told before it happened": (
        report("r/1", **TREATY, time=None, published=date(2019, 1, 1)),
        report("r/2", **TREATY),
    ),
    "a possible act and an undated one": (
        report("r/1", **ATTACK, modality="possible", time=None),
        report("r/2", **ATTACK),
    ),
    "one common actor in another article": (
        report("r/1"),
        report("r/2", sources=(PENA,), targets=()),
    ),
    "a single actor who may do it every day": (
        report("r/1", "WeaponsTest", (BRA,), ()),
        report("r/2", "WeaponsTest", (BRA,), (), None),
    ),
    "no dates, two weeks apart": (
        report("r/1", **TREATY, time=None, context="itaipu"),
        report("r/2", **TREATY, time=None, context="itaipu", published=date(2024, 6, 20)),
    ),
    "two things that one actor condemned on a day": (
        report("r/1", "Condemnation", (BRA,), (), None, context="gaza israel"),
        report("r/2", "Condemnation", (BRA,), (), None, context="haiti"),
    ),
    "no dates, told years apart": (
        report("r/1", time=None),
        report("r/2", time=None, published=date(2026, 1, 1)),
    ),
    "undated and about something else": (
        report("r/1", **TREATY, theme="border"),
        report("r/2", **TREATY, time=None, theme="trade"),
    ),
    "undated and of another size": (
        report("r/1", "TroopDeployment", amount=Amount("q/1", 120, "soldier")),
        report("r/2", "TroopDeployment", time=None, amount=Amount("q/2", 900, "soldier")),
    ),
}


@pytest.mark.parametrize("pair", ONE_EVENT.values(), ids=ONE_EVENT)
def test_one_event(pair):
    assert groups(*pair) == [["r/1", "r/2"]]


@pytest.mark.parametrize("pair", TWO_EVENTS.values(), ids=TWO_EVENTS)
def test_two_events(pair):
    assert groups(*pair) == [["r/1"], ["r/2"]]


def test_an_undated_report_that_fits_two_days_joins_neither():
    assert groups(
        report("r/1", **TREATY, time="2024-06-02"),
        report("r/2", **TREATY, time="2024-06-03"),
        report("r/3", **TREATY, time=None),
    ) == [["r/1"], ["r/2"], ["r/3"]]


def test_a_theme_tells_which_of_two_days_is_meant():
    assert groups(
        report("r/1", **TREATY, time="2023-05-02", theme="border"),
        report("r/2", **TREATY, time="2024-06-03", theme="trade"),
        report("r/3", **TREATY, time=None, theme="trade"),
    ) == [["r/1"], ["r/2", "r/3"]]


def test_a_report_without_a_city_does_not_chain_two_cities():
    assert groups(
        report("r/1", **ATTACK, place="place/BRA/rio"),
        report("r/2", **ATTACK, place="place/BRA/brasilia"),
        report("r/3", **ATTACK),
    ) == [["r/1"], ["r/2"], ["r/3"]]


def test_a_visit_does_not_chain_two_hosts():
    clusters = groups(
        report("r/1", "Visit", (PENA,), (BRA,), place="place/BRA/brasilia"),
        report("r/2", "Meeting", (PENA,), (LULA,), place="place/BRA/brasilia"),
        report("r/3", "Meeting", (PENA,), (VIEIRA,), place="place/BRA/brasilia"),
    )
    assert clusters == [["r/1"], ["r/2"], ["r/3"]]


def test_judgements_are_what_joined_the_reports():
    clusters = cluster_reports([report("r/1"), report("r/2"), report("r/3"), report("r/4", "Veto")])
    assert len(clusters.same) == 2
    for judgement in clusters.same:
        assert judgement.a < judgement.b
        assert judgement.score == pytest.approx(sum(judgement.reasons.values()))


STATES = st.sampled_from([BRA, PRY, ARG, LULA, VIEIRA, PENA, MILEI])
REPORTS = st.builds(
    report,
    kind=st.sampled_from(["Meeting", "Negotiation", "Visit", "Attack", "Airstrike"]),
    sources=st.frozensets(STATES, max_size=2).map(lambda found: tuple(sorted(found, key=str))),
    targets=st.frozensets(STATES, max_size=2).map(lambda found: tuple(sorted(found, key=str))),
    time=st.sampled_from([None, "2024", "2024-06", "2024-06-03", "2024-06-04"]),
    place=st.sampled_from([None, "place/BRA/planalto", "place/BRA/brasilia", "place/BRA/rio"]),
    article=st.sampled_from(["a/1", "a/2", "a/3"]),
    polarity=st.sampled_from(["positive", "negative"]),
)


def with_names(reports):
    """Each with an IRI that does not follow the order in which it was drawn."""

    return [replace(one, iri=f"r/{(i * 7) % 31:02}") for i, one in enumerate(reports)]


@settings(max_examples=40)
@given(st.lists(REPORTS, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_never_shows(drawn, random):
    reports = with_names(drawn)
    shuffled = reports.copy()
    random.shuffle(shuffled)
    assert cluster_reports(reports) == cluster_reports(shuffled)


@settings(max_examples=40)
@given(st.lists(REPORTS, max_size=12))
def test_no_event_holds_two_reports_at_odds(drawn):
    clusters = cluster_reports(with_names(drawn))
    for event in clusters.members:
        assert not any(at_odds(a, b) for a in event for b in event)
    told = [one.iri for event in clusters.members for one in event]
    assert len(told) == len(set(told)) == len(drawn)
