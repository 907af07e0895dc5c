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
