from dataclasses import dataclass
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.merge.joining import Decisions, Limits, Measure, join_pairs


@dataclass(frozen=True)
class Point:
    """A thing on a line: near ones are alike, ones of two colours are never one."""

    iri: str
    at: int
    colour: str = ""


def measure(doubts=3):
    return Measure(
        weigh=lambda a, b: {"near": max(0.0, 1 - abs(a.at - b.at) / 10)},
        at_odds=lambda a, b: bool(a.colour and b.colour) and a.colour != b.colour,
        kind=lambda point: point.colour,
        limits=Limits(threshold=0.8, unsure=0.6, margin=0.05, doubts=doubts),
    )


def join(points, decisions=None, doubts=3):
    pairs = combinations(sorted(points, key=lambda point: point.iri), 2)
    return join_pairs(points, pairs, measure(doubts), decisions or Decisions())


def iris(groups):
    return ["".join(point.iri for point in members) for members in groups.members]


def test_what_reaches_the_threshold_joins():
    groups = join([Point("a", 0), Point("b", 2), Point("c", 9)])
    assert iris(groups) == ["ab", "c"]
    assert [judgement.pair for judgement in groups.same] == [("a", "b")]
    assert groups.same[0].reasons == {"near": 0.8}


def test_what_lies_between_the_thresholds_is_unsure():
    groups = join([Point("a", 0), Point("b", 4), Point("c", 9)])
    assert iris(groups) == ["a", "b", "c"]
    assert [judgement.pair for judgement in groups.unsure] == [("a", "b")]


def test_two_that_are_one_by_a_third_leave_no_doubt():
    groups = join([Point("a", 0), Point("b", 2), Point("c", 4)])
    assert iris(groups) == ["abc"]
    assert groups.unsure == ()


def test_of_the_doubts_between_two_groups_the_best_is_asked():
    points = [Point("a", 0), Point("b", 1), Point("c", 5)]
    groups = join(points)
    assert iris(groups) == ["ab", "c"]
    assert [judgement.pair for judgement in groups.unsure] == [("b", "c")]
    assert join(points, Decisions(apart=frozenset([("b", "c")]))).unsure == ()


def test_partners_as_good_that_are_at_odds_leave_a_thing_in_doubt():
    groups = join([Point("a", 0, "red"), Point("b", 1), Point("c", 2, "blue")])
    assert iris(groups) == ["a", "b", "c"]
    assert [judgement.pair for judgement in groups.unsure] == [("a", "b"), ("b", "c")]


def test_a_decision_on_one_partner_settles_the_other():
    points = [Point("a", 0, "red"), Point("b", 1), Point("c", 2, "blue")]
    assert iris(join(points, Decisions(apart=frozenset([("a", "b")])))) == ["a", "bc"]
    assert iris(join(points, Decisions(same=frozenset([("a", "b")])))) == ["ab", "c"]


def test_a_decision_outweighs_what_puts_two_at_odds():
    points = [Point("a", 0, "red"), Point("b", 9, "blue")]
    assert iris(join(points, Decisions(same=frozenset([("a", "b")])))) == ["ab"]


def test_what_is_decided_apart_is_not_joined_by_a_third():
    points = [Point("a", 0), Point("b", 1), Point("c", 3)]
    assert iris(join(points)) == ["abc"]
    assert iris(join(points, Decisions(apart=frozenset([("a", "c")])))) == ["ab", "c"]


def test_of_the_doubts_about_one_thing_only_the_best_are_kept():
    points = [Point("a", 0), Point("b", 3, "1"), Point("c", 4, "2"), Point("d", 4, "3")]
    assert [j.pair for j in join(points, doubts=1).unsure] == [("a", "b")]
    assert len(join(points, doubts=9).unsure) == 3


POINTS = st.lists(
    st.builds(
        Point,
        st.sampled_from("abcdefghij"),
        st.integers(0, 20),
        st.sampled_from(["", "", "red", "blue"]),
    ),
    max_size=8,
    unique_by=lambda point: point.iri,
)


@settings(max_examples=40)
@given(POINTS)
def test_judgements_come_best_first(points):
    groups = join_pairs(points, combinations(sorted(points, key=lambda p: p.iri), 2), measure())
    for judgements in (groups.same, groups.unsure):
        assert all(a.score >= b.score for a, b in pairwise(judgements))


@settings(max_examples=40)
@given(POINTS, st.randoms(use_true_random=False))
def test_neither_the_order_of_things_nor_of_pairs_shows(points, random):
    pairs = list(combinations(sorted(points, key=lambda point: point.iri), 2))
    expected = join_pairs(points, pairs, measure())
    random.shuffle(pairs)
    shuffled = points.copy()
    random.shuffle(shuffled)
    assert join_pairs(shuffled, pairs, measure()) == expected
