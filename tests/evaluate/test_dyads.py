from collections import Counter
from itertools import permutations

import pytest
from codings import event, judge
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.dyads import assign, dyad_outcomes


def outcomes(gold, predicted, **more) -> dict[str, int]:
    return dict(Counter(outcome for outcome, _ in dyad_outcomes(judge(gold, predicted, **more))))


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("Peru|Chile", "Peru|Chile", {"found": 1, "right": 1}),
        ("Peru|Chile, Bolivia", "Peru|Chile", {"found": 1, "missed": 1, "right": 1}),
        ("Peru|Chile", "Peru|Chile, Bolivia", {"found": 1, "right": 1, "wrong": 1}),
        ("Peru|Chile", "Chile|Peru", {"missed": 1, "wrong": 1}),
        # A gold event with one side has no dyad, and says nothing of what is predicted.
        ("Peru|", "Peru|Chile", {}),
    ],
)
def test_outcomes(gold, predicted, expected):
    guess = [event("AID", *predicted.split("|"))]
    assert outcomes([event("AID", *gold.split("|"))], guess) == expected


def test_a_mutual_event_is_found_from_one_side_only_but_wrong_from_none():
    met, swapped = event("CONSULT", "Peru", "Chile"), event("CONSULT", "Chile", "Peru")
    assert outcomes([met], [swapped]) == {"missed": 1}
    both = event("CONSULT", "Peru, Chile")
    assert outcomes([both], [swapped]) == {"found": 1, "right": 1}
    assert outcomes([met], [both]) == {"found": 1, "right": 1}


def test_a_dyad_where_there_is_none_is_wrong_in_an_exhaustive_set():
    guess = [event("AID", "Peru", "Chile")]
    assert outcomes([], guess) == {}
    assert outcomes([], guess, of="pud-en") == {"wrong": 1}


def test_without_roots_only_the_actors_count():
    sentence = judge([event("AID", "Peru", "Chile")], [event("ACCUSE", "Peru", "Chile")])
    assert {o for o, _ in dyad_outcomes(sentence.untyped())} == {"found", "right"}


@given(st.lists(st.lists(st.integers(0, 4), unique=True), max_size=4))
def test_as_many_as_possible_are_given_one(options):
    owners = assign(options)
    assert all(right in options[left] for right, left in owners.items())
    assert len(set(owners.values())) == len(owners)
    slots = [*range(5), *([None] * len(options))]
    best = max(
        (
            sum(right in options[left] for left, right in enumerate(chosen))
            for chosen in set(permutations(slots, len(options)))
        ),
        default=0,
    )
    assert len(owners) == best
