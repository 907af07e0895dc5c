from collections import Counter

import pytest
from codings import event, judge

from kg.evaluate.pairs import pair_outcomes, read_pairs, root_credits

AID = event("AID", "Peru/PER", "Chile/CHL")
MET = event("CONSULT", "Peru/PER", "Chile/CHL")


def outcomes(gold, predicted, **more) -> dict[str, int]:
    return dict(Counter(o for o, _ in pair_outcomes(read_pairs(judge(gold, predicted, **more)))))


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        # Words or countries of the actors agree, whatever surrounds them.
        ([AID], [event("AID", "government of Peru/PER", "Chilean/CHL")], {"found": 1, "right": 1}),
        ([AID], [event("AID", "Peru", "Chile")], {"missed": 1}),
        (
            [event("AID", "Peru", "Chile")],
            [event("AID", "the Peru one", "Chile")],
            {"found": 1, "right": 1},
        ),
        # Said twice counts once.
        ([AID], [AID, AID], {"found": 1, "right": 1}),
        # Another root on the pair is wrong, and so is the other direction.
        ([AID], [event("ACCUSE", "Peru/PER", "Chile/CHL")], {"missed": 1, "wrong": 1}),
        ([AID], [event("AID", "Chile/CHL", "Peru/PER")], {"missed": 1, "wrong": 1}),
        # But a meeting can be told from either side, which is no hit and no mistake.
        ([MET], [event("CONSULT", "Chile/CHL", "Peru/PER")], {"missed": 1}),
        ([MET], [event("CONSULT", "Chile/CHL, Peru/PER")], {"found": 1, "right": 1}),
        # Two predictions about somebody else are free.
        ([AID], [AID, *(event("AID", name) for name in "xy")], {"found": 1, "right": 1}),
        (
            [AID],
            [AID, *(event("AID", name) for name in "xyz")],
            {"found": 1, "right": 1, "wrong": 1},
        ),
        # A side that the gold leaves out is not asked for.
        ([event("AID", "Peru/PER")], [AID], {"found": 1, "right": 1}),
        # Nobody is found by words that are half of the sentence, nor by those of the other side.
        (
            [event("AID", "north Peru", "south coast Peru")],
            [event("AID", "south coast Peru", "north Peru")],
            {"missed": 1, "wrong": 1},
        ),
        (
            [event("AID", "Peru")],
            [event("AID", "Peru " + "a1 b2 c3 d4 e5 f6 g7 h8 i9 j0")],
            {"missed": 1},
        ),
        # One state's government and rebels are told apart by their words.
        (
            [event("ASSAULT", "army/MLI", "rebels/MLI")],
            [event("ASSAULT", "rebels/MLI", "army/MLI")],
            {"missed": 1, "wrong": 1},
        ),
    ],
)
def test_outcomes(gold, predicted, expected):
    assert outcomes(gold, predicted) == expected


def test_nothing_is_free_where_the_gold_has_every_event():
    assert outcomes([AID], [AID, event("AID", "x")], of="pud-pt") == {
        "found": 1,
        "right": 1,
        "wrong": 1,
    }


def test_a_gold_event_without_actors_frees_one_more_prediction():
    strays = [event("AID", name) for name in "xyz"]
    assert outcomes([event("AID")], strays) == {}


def test_roots_that_share_a_pair_share_the_credit():
    def credit(*roots: str) -> list[float]:
        guesses = [event(root, "Peru/PER", "Chile/CHL") for root in roots]
        return list(root_credits(read_pairs(judge([AID], guesses))))

    assert credit("AID") == [1]
    assert credit("AID", "ACCUSE") == [0.5]
    assert credit("REJECT", "ACCUSE") == [0]
    assert credit() == []
