"""Whether a time lies in the past or in the future, on parses made by hand."""

import pytest
from parses import Row, parse

from kg.extract.time.tense import tense_of

PERFECT: list[Row] = [
    ("may", "may", "AUX", "aux", 2),
    ("have", "have", "AUX", "aux", 2),
    ("left", "leave", "VERB", "ROOT", 2),
    ("June", "june", "PROPN", "obl", 2),
]
MODAL: list[Row] = [
    ("may", "may", "AUX", "aux", 1),
    ("leave", "leave", "VERB", "ROOT", 1),
    ("June", "june", "PROPN", "obl", 1),
]
PROMISED: list[Row] = [
    ("June", "june", "PROPN", "obl", 1),
    ("promised", "promise", "VERB", "ROOT", 1),
    ("aid", "aid", "NOUN", "obj", 1),
]
PROMISES: list[Row] = [
    ("promised", "promise", "VERB", "ROOT", 0),
    ("aid", "aid", "NOUN", "obj", 0),
    ("June", "june", "PROPN", "obl", 0),
]
DUE: list[Row] = [
    ("is", "be", "AUX", "ROOT", 0),
    ("due", "due", "ADJ", "xcomp", 0),
    ("June", "june", "PROPN", "obl", 1),
]
INFINITIVE, PAST = "VerbForm=Inf", "VerbForm=Fin|Tense=Past"


@pytest.mark.parametrize(
    ("rows", "morphs", "tense"),
    [
        (MODAL, {1: INFINITIVE}, "future"),
        (PERFECT, {1: INFINITIVE, 2: "VerbForm=Part|Tense=Past"}, "past"),
        (PROMISED, {1: PAST}, "past"),
        (PROMISES, {0: PAST}, "future"),
        (DUE, {0: "VerbForm=Fin|Tense=Pres"}, "future"),
        (DUE, {0: PAST}, "past"),
    ],
)
def test_what_may_be_lies_ahead_and_what_was_promised_before_does_not(
    rows: list[Row], morphs: dict[int, str], tense: str
) -> None:
    doc = parse("en", rows, morphs=morphs)
    june = next(token.i for token in doc if token.text == "June")
    told = tense_of(
        doc[june : june + 1], verbs=frozenset(["promise"]), auxiliaries=frozenset(["may"])
    )
    assert told == tense
