from dataclasses import replace
from datetime import date

import pytest
from tellings import BRA, BRASILIA, LULA, MILEI, PENA, PRY, RIO, VIEIRA, report

from kg.graph.merge import features
from kg.graph.merge.features import FEATURES, VETOES, at_odds, weigh
from kg.graph.merge.reports import Amount
from kg.graph.merge.settings import load_settings


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [
        ("Meeting", "Meeting", 1.0),
        ("Meeting", "Negotiation", 0.9),
        ("Consultation", "Negotiation", 0.9),
        ("Visit", "Meeting", 0.8),
        ("Visit", "PhoneCall", 0.0),
        ("Meeting", "Airstrike", 0.0),
    ],
)
def test_same_class(a, b, value):
    one, two = report(kind=a), report(kind=b)
    assert features.same_class(one, two) == features.same_class(two, one) == value
    assert features.unlike_classes(one, two) == (value == 0.0)


ACTORS = [
    # mutual acts: the sides may be swapped
    ("Meeting", (LULA,), (PENA,), (PENA,), (LULA,), 1.0, False),
    ("Meeting", (LULA, PENA), (), (PENA,), (LULA,), 1.0, False),
    ("Meeting", (LULA,), (PENA,), (BRA,), (PRY,), 0.85, False),
    ("Meeting", (LULA,), (PENA,), (VIEIRA,), (PENA,), 0.5, True),
    ("Meeting", (LULA,), (PENA,), (PENA,), (), 0.5, False),
    ("Meeting", (LULA,), (PENA,), (), (), 0.0, False),
    ("Meeting", (LULA, MILEI), (PENA,), (LULA,), (PENA,), 2 / 3, False),
    # directed acts: they may not
    ("Attack", (BRA,), (PRY,), (PRY,), (BRA,), 0.0, True),
    ("Attack", (BRA,), (PRY,), (BRA,), (), 2 / 3, False),
    ("Visit", (PENA,), (BRASILIA,), (PENA,), (BRA,), 0.925, False),
    ("Visit", (PENA,), (BRASILIA,), (PENA,), (LULA,), 0.925, False),
    ("Attack", (PRY,), (BRASILIA,), (PRY,), (RIO,), 0.5, True),
]


@pytest.mark.parametrize(("kind", "s1", "t1", "s2", "t2", "value", "clash"), ACTORS)
def test_same_actors(kind, s1, t1, s2, t2, value, clash):
    a = report(kind=kind, sources=s1, targets=t1)
    b = report(kind=kind, sources=s2, targets=t2)
    assert features.same_actors(a, b) == pytest.approx(value)
    assert features.same_actors(b, a) == pytest.approx(value)
    assert features.other_actors(a, b) == features.other_actors(b, a) == clash


SILENT = [
    # an act told in the passive, without who did it
    ("Arrest", (BRA,), (PENA,), (), (PENA,), 0.8),
    ("Arrest", (BRA,), (PENA,), (BRA,), (), 0.8),
    ("Meeting", (LULA,), (PENA,), (PENA,), (), 0.8),
    # a state beside who acts for it is one party with them
    ("Meeting", (LULA, BRA), (PENA, PRY), (LULA,), (PENA,), 1.0),
    ("Arrest", (BRA, LULA), (PENA,), (BRA,), (PENA,), 0.925),
]


@pytest.mark.parametrize(("kind", "s1", "t1", "s2", "t2", "value"), SILENT)
def test_same_actors_where_a_role_is_not_told(kind, s1, t1, s2, t2, value):
    told = {"source_texts": (), "target_texts": ()}
    a = replace(report(kind=kind, sources=s1, targets=t1), **told)
    b = replace(report(kind=kind, sources=s2, targets=t2), **told)
    assert features.same_actors(a, b) == pytest.approx(value)
    assert features.same_actors(b, a) == pytest.approx(value)


TIMES = [
    ("2024-06-03", "2024-06-03", 1.0, False),
    ("2024-06-03", "2024-06-04", 1.0, True),
    ("2024-06-03", "2024-W23", 0.8, False),
    ("2024-05", "2024-05-31", 0.6, False),
    ("2023", "2023-10", 0.4, False),
    ("2010/2020", "2015", 0.2, False),
    ("2015", "2022/..", 1.0, True),
    ("2022/..", "2024-06-03", 0.2, False),
    ("2024-06-03", None, 0.4, False),
    (None, None, 0.2, False),
]


@pytest.mark.parametrize(("a", "b", "value", "apart"), TIMES)
def test_same_time(a, b, value, apart):
    one, two = report(time=a), report(time=b)
    assert features.disjoint_dates(one, two) == features.disjoint_dates(two, one) == apart
    if not apart:
        assert features.same_time(one, two) == features.same_time(two, one) == value


def test_unsaid_times_of_a_single_actor_say_nothing():
    test = report(kind="WeaponsTest", sources=(BRA,), targets=())
    assert features.same_time(test, replace(test, time=None)) == 0.0


def test_what_has_happened_is_not_after_its_report():
    early = report(time=None, published=date(2019, 1, 1))
    assert features.disjoint_dates(early, report(time="2024-06-03"))
    assert not features.disjoint_dates(
        replace(early, span=report(time=None, modality="planned").span), report(time="2024-06-03")
    )


def test_an_article_may_lag_a_time_zone_behind():
    evening = report(time=None, published=date(2024, 6, 2))
    assert not features.disjoint_dates(evening, report(time="2024-06-03"))


@pytest.mark.parametrize(
    ("kind", "a", "b", "value", "apart"),
    [
        ("Meeting", "place/BRA/planalto", "place/BRA/planalto", 1.0, False),
        ("Meeting", "place/BRA/planalto", "place/BRA/brasilia", 0.7, False),
        ("Meeting", "place/BRA/planalto", "state/BRA", 0.7, False),
        ("Meeting", "place/BRA/brasilia", "place/BRA/rio", 0.0, False),
        ("Meeting", "place/BRA/brasilia", "place/PRY/asuncion", 0.0, True),
        ("Meeting", "state/BRA", "state/PRY", 0.0, True),
        ("Meeting", "place/BRA/brasilia", None, 0.0, False),
        ("Meeting", "place/BRA/brasilia", "place/black-sea", 0.0, False),
        ("Airstrike", "place/BRA/brasilia", "place/BRA/rio", 0.0, True),
        ("Airstrike", "state/BRA", "place/BRA/rio", 0.7, False),
    ],
)
def test_same_place(kind, a, b, value, apart):
    one, two = report(kind=kind, place=a), report(kind=kind, place=b)
    assert features.same_place(one, two) == features.same_place(two, one) == value
    assert features.other_places(one, two) == features.other_places(two, one) == apart


@pytest.mark.parametrize(
    ("a", "b", "same", "other"),
    [
        ("border trade", "trade", 1.0, 0.0),
        ("border trade", "border police", 0.5, 0.0),
        ("trade", "police", 0.0, 1.0),
        ("trade", "", 0.0, 0.0),
    ],
)
def test_theme(a, b, same, other):
    one, two = report(theme=a), report(theme=b)
    assert features.same_theme(one, two) == same
    assert features.other_theme(one, two) == other


def test_themes_of_two_languages_say_nothing():
    one, two = report(theme="trade"), report(theme="comércio", lang="pt")
    assert features.same_theme(one, two) == features.other_theme(one, two) == 0.0


@pytest.mark.parametrize(
    ("a", "b", "same", "other"),
    [
        (Amount("q/1", 120, "soldier"), Amount("q/2", 120, "soldier"), 1.0, 0.0),
        (Amount("q/1", 120, "soldier"), Amount("q/2", 115, None), 0.5, 0.0),
        (Amount("q/1", 120, "soldier"), Amount("q/2", 300, "soldier"), 0.0, 1.0),
        (Amount("q/1", 120, "soldier"), Amount("q/2", 120, "tank"), 0.0, 0.0),
        (Amount("q/1", None, "soldier"), Amount("q/2", 120, "soldier"), 0.0, 0.0),
    ],
)
def test_quantity(a, b, same, other):
    one, two = report(amount=a), report(amount=b)
    assert features.same_quantity(one, two) == same
    assert features.other_quantity(one, two) == other


COUNTED = [
    # (targets, numbers) of two reports, the sentences they stand in, and whether they are at odds
    ("two doctors", 2, "three rebels", 3, 1, True),
    ("two doctors", 2, "three rebels", 3, 0, False),
    ("two doctors", 2, "three foreign doctors", 3, 1, False),
    ("two doctors", 2, "two physicians", 2, 1, False),
]


@pytest.mark.parametrize(("one", "n", "other", "m", "apart", "clash"), COUNTED)
def test_who_is_counted_apart_in_an_article(one, n, other, m, apart, clash):
    first, second = (
        replace(
            report(kind="Release", article="a"),
            target_texts=(text,),
            amounts=(Amount(text, float(number)),),
            wording=(sentence, "freed"),
        )
        for text, number, sentence in ((one, n, "0"), (other, m, str(apart)))
    )
    assert features.other_groups(first, second) is clash
    assert not features.other_groups(first, replace(second, article="b"))


@pytest.mark.parametrize(
    ("time", "number", "far"),
    [(None, 270.0, 1.0), (None, 100.0, 0.0), ("2024-06-03", 270.0, 0.0)],
)
def test_undated_numbers_far_apart(time, number, far):
    one, other = (
        replace(report(kind="Attack", time=time), amounts=(Amount("n", value),))
        for value in (85.0, number)
    )
    assert features.far_quantity(one, other) == far


PAIR = ((LULA,), (PENA,))
ALONE = ((BRA,), ())


@pytest.mark.parametrize(
    ("actors", "day", "together", "apart"),
    [
        (PAIR, date(2024, 6, 1), 1.0, 0.0),
        (PAIR, date(2024, 6, 6), 1.0, 0.0),
        (PAIR, date(2024, 6, 13), 0.0, 0.0),
        (PAIR, date(2024, 6, 14), 0.0, 0.5),
        (PAIR, date(2024, 7, 14), 0.0, 1.0),
        (ALONE, date(2024, 6, 6), 0.5, 0.0),
        (ALONE, date(2024, 6, 7), 0.0, 0.5),
        (ALONE, date(2024, 6, 18), 0.0, 1.0),
        (PAIR, None, 0.0, 0.0),
    ],
)
def test_when_an_undated_report_was_told(actors, day, together, apart):
    dated, undated = report("r/1", "WeaponsTest", *actors), report("r/2", "WeaponsTest", *actors)
    undated = replace(undated, time=None, published=day)
    assert features.told_together(dated, undated) == together
    assert features.told_apart(dated, undated) == apart


def test_two_dates_speak_for_themselves():
    late = report("r/2", published=date(2025, 1, 1))
    assert features.told_together(report(), late) == features.told_apart(report(), late) == 0.0


@pytest.mark.parametrize(
    ("a", "b", "same", "other"),
    [
        ("gaza onu", "onu gaza", 1.0, 0.0),
        ("gaza onu", "gaza oms unrwa", 0.5, 0.0),
        ("gaza", "gaza", 0.5, 0.0),
        ("gaza onu", "haiti", 0.0, 1.0),
        ("gaza", "", 0.0, 0.0),
        # Whoever acts is named in any case, and so is the state.
        ("person/lula state/BRA gaza", "person/lula state/BRA haiti", 0.0, 1.0),
    ],
)
def test_context(a, b, same, other):
    one = report("r/1", sources=(LULA,), targets=(), time=None, context=a)
    two = report("r/2", sources=(LULA,), targets=(), context=b)
    assert features.same_context(one, two) == features.same_context(two, one) == same
    assert features.other_context(one, two) == features.other_context(two, one) == other


def test_an_article_is_no_context_for_itself():
    one, two = (report(f"r/{i}", article="a/1", time=None, context="gaza onu") for i in (1, 2))
    assert features.same_context(one, two) == 0.0
    assert features.other_context(one, replace(two, context=frozenset(["haiti"]))) == 0.0


def test_two_actors_need_no_common_context():
    one, two = report(time=None, context="gaza"), report("r/2", context="haiti")
    assert features.other_context(one, two) == 0.0


def test_two_dates_need_no_common_context():
    one, two = (replace(report(f"r/{i}"), targets=()) for i in (1, 2))
    gaza, haiti = (frozenset([name]) for name in ("gaza", "haiti"))
    assert features.other_context(replace(one, context=gaza), replace(two, context=haiti)) == 0.0


def test_every_feature_has_a_weight_and_explains_itself():
    assert set(load_settings().weights) == {feature.__name__ for feature in FEATURES}
    for rule in (*FEATURES, *VETOES):
        assert rule.__doc__


def test_a_pair_is_not_at_odds_with_itself():
    assert not at_odds(report(), report())


def test_reasons_add_up_and_leave_out_what_says_nothing():
    reasons = weigh(report(), report("report/2"))
    assert reasons == {"same_class": 0.3, "same_actors": 0.35, "same_time": 0.25}


def test_same_wording():
    words = ("They marched in Lima.", "marched")
    one = replace(report("r/1", article="a"), wording=words)
    copy = replace(report("r/2", article="b"), wording=words, copy_of="a")
    other = replace(report("r/3", article="c"), wording=words, copy_of="a")
    assert features.same_wording(one, copy) == features.same_wording(copy, other) == 1.0
    assert features.same_wording(one, replace(copy, copy_of="")) == 0.0
    assert features.same_wording(one, replace(copy, wording=("They marched.", "marched"))) == 0.0
    assert features.same_wording(one, replace(one, iri="r/4")) == 0.0
