import pytest
from codings import event, judge

from kg.evaluate.confusions import Cause, find_confusions
from kg.evaluate.pairs import pair_outcomes, read_pairs

AID = event("AID", "Peru/PER", "Chile/CHL")


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        ([AID], []),
        ([], [(Cause("missed", "AID", ""), 1)]),
        ([event("ACCUSE", "Peru/PER", "Chile/CHL")], [(Cause("root", "AID", "ACCUSE"), 2)]),
        ([event("AID", "Chile/CHL", "Peru/PER")], [(Cause("swapped", "AID", "AID"), 2)]),
        ([event("AID", "Mali/MLI")], [(Cause("actors", "AID", "AID"), 2)]),
        ([AID, event("REJECT", "Mali/MLI")], [(Cause("spurious", "", "REJECT"), 1)]),
        ([AID, event("REJECT", "Chile/CHL", "Peru/PER")], [(Cause("root", "AID", "REJECT"), 1)]),
    ],
)
def test_each_error_has_one_cause(predicted, expected):
    sentence = judge([AID], predicted, of="pud-en")
    found = find_confusions([sentence])
    assert [(confusion.cause, confusion.cost) for confusion in found] == expected
    errors = [o for o, _ in pair_outcomes(read_pairs(sentence)) if o in ("missed", "wrong")]
    assert sum(confusion.cost for confusion in found) == len(errors)


def test_the_costliest_come_first_with_the_sentences_that_have_them():
    lost, wrong = judge([AID], []), judge([AID], [event("ACCUSE", "Peru/PER", "Chile/CHL")])
    first, second = find_confusions([lost, wrong])
    assert (first.cause.kind, first.examples) == ("root", ("one",))
    assert (second.cause.kind, second.cost) == ("missed", 1)
