import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.bcubed import score_clusters, score_found


def clusters(*groups):
    """Mentions by number, in the clusters a, b …"""
    return {
        mention: name for name, group in zip("abcdef", groups, strict=False) for mention in group
    }


# The example of Bagga and Baldwin, 1998, section 4.
TRUTH = clusters(range(1, 6), (6, 7), range(8, 13))


@pytest.mark.parametrize(
    ("response", "precision", "recall"),
    [
        (clusters(range(1, 6), range(6, 13)), 0.762, 1.0),
        (clusters([*range(1, 6), *range(8, 13)], (6, 7)), 0.583, 1.0),
        (TRUTH, 1.0, 1.0),
        (clusters(range(1, 13)), (25 + 4 + 25) / 144, 1.0),
        ({mention: str(mention) for mention in TRUTH}, 1.0, 3 / 12),
    ],
)
def test_the_example_of_the_paper(response, precision, recall):
    score = score_clusters(TRUTH, response)
    assert score.precision == pytest.approx(precision, abs=0.001)
    assert score.recall == pytest.approx(recall)


def test_what_was_missed_costs_recall_alone():
    gold, response = clusters((1, 2), (3,)), clusters((1, 2))
    score = score_clusters(gold, response)
    assert (score.precision, score.recall) == (1.0, pytest.approx(2 / 3))
    assert score_found(gold, response).f1 == 1.0


def test_what_is_spurious_costs_precision_and_dilutes_its_cluster():
    gold = clusters((1, 2))
    alone = score_clusters(gold, clusters((1, 2), (9,)))
    assert (alone.precision, alone.recall) == (pytest.approx(2 / 3), 1.0)
    among = score_clusters(gold, clusters((1, 2, 9)))
    assert (among.precision, among.recall) == (pytest.approx(4 / 9), 1.0)
    assert score_found(gold, clusters((1, 2, 9))).f1 == 1.0


def test_nothing_to_find_and_nothing_found():
    assert score_clusters({}, {}).f1 is None
    assert score_clusters(clusters((1,)), {}).f1 == 0.0


CLUSTERS = st.dictionaries(st.integers(0, 12), st.sampled_from("abcd"))


@given(CLUSTERS, CLUSTERS)
def test_the_two_sides_mirror_each_other(one, other):
    there, back = score_clusters(one, other), score_clusters(other, one)
    assert (there.precision, there.recall) == (back.recall, back.precision)
    for value in (there.precision, there.recall):
        assert value is None or 0 <= value <= 1 + 1e-9


@given(CLUSTERS)
def test_only_what_is_equal_is_perfect(gold):
    assert score_clusters(gold, gold).f1 in (None, pytest.approx(1.0))
