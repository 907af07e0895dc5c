import pytest
from parses import Row, blank, parse

from kg.language.trees.measures import MeasureMender

MENDER = MeasureMender(blank("pt"), "measures")
VISIT: list[Row] = [
    ("visita", "visita", "NOUN", "ROOT", 0),
    ("de", "de", "ADP", "case", 3),
    ("cinco", "cinco", "NUM", "nummod", 3),
    ("dias", "dia", "NOUN", "nmod", 0),
]


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ([("do", "de o", "ADP", "case", 5), ("rei", "rei", "NOUN", "nmod", 3)], "visita"),
        ([("de", "de", "ADP", "case", 5), ("Lula", "lula", "PROPN", "nmod", 3)], "visita"),
        ([("ao", "a o", "ADP", "case", 5), ("país", "país", "NOUN", "nmod", 3)], "visita"),
        ([("de", "de", "ADP", "case", 5), ("prisão", "prisão", "NOUN", "nmod", 3)], "dias"),
    ],
)
def test_what_follows_how_long_it_takes_belongs_to_the_noun(phrase: list[Row], head: str) -> None:
    assert MENDER(parse("pt", VISIT + phrase))[5].head.text == head


def test_days_without_a_number_measure_nothing() -> None:
    rows = [*VISIT[:2], ("os", "o", "DET", "det", 3), VISIT[3]]
    rows += [("do", "de o", "ADP", "case", 5), ("rei", "rei", "NOUN", "nmod", 3)]
    assert MENDER(parse("pt", rows))[5].head.text == "dias"


def test_what_somebody_has_a_time_to_do_belongs_to_the_verb() -> None:
    rows: list[Row] = [
        ("pressed", "press", "VERB", "ROOT", 0),
        ("Oslo", "oslo", "PROPN", "obj", 0),
        ("for", "for", "ADP", "case", 3),
        ("years", "year", "NOUN", "obl", 0),
        ("to", "to", "PART", "aux", 5),
        ("leave", "leave", "VERB", "acl:relcl", 3),
    ]
    mender = MeasureMender(blank("en"), "measures")
    leave = mender(parse("en", rows, morphs={5: "VerbForm=Inf"}))[5]
    assert (leave.head.text, leave.dep_) == ("pressed", "advcl")
    rows[4] = ("that", "that", "PRON", "nsubj", 5)
    assert mender(parse("en", rows, morphs={5: "VerbForm=Fin"}))[5].head.text == "years"


def test_a_time_that_is_given_keeps_what_it_is_for() -> None:
    rows: list[Row] = [
        ("gave", "give", "VERB", "ROOT", 0),
        ("Oslo", "oslo", "PROPN", "iobj", 0),
        ("days", "day", "NOUN", "obl", 0),
        ("to", "to", "PART", "aux", 4),
        ("leave", "leave", "VERB", "acl", 2),
    ]
    doc = parse("en", rows, morphs={4: "VerbForm=Inf"})
    assert MeasureMender(blank("en"), "measures")(doc)[4].head.text == "days"
