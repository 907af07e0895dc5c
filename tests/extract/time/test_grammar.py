"""Reading of the data files."""

from typing import Any

import pytest

from kg.errors import DataError
from kg.extract.time.calendar import Point
from kg.extract.time.grammar import load_grammar, read_grammar

SMALL: dict[str, Any] = {
    "words": {"month": {"maio": 5}, "count": {"dois": 2}},
    "parts": {"prep": "(?:em|no)"},
    "points": [
        {"pattern": "{long} de {year}", "guards": []},
        {"pattern": "{month}", "after": "preposition"},
    ],
    "frames": [{"pattern": "{alone}"}, {"pattern": "{prep} {preposition}"}],
    "anchors": ["hoje"],
    "anchor_tables": ["month"],
    "not_after": ["rua"],
    "future_verbs": [],
    "future_auxiliaries": [],
    "demands": [],
}
SMALL["parts"]["long"] = "{month}"


def changed(**changes: Any) -> dict[str, Any]:
    return {**SMALL, **changes}


def test_point_sets_the_fields_of_its_words() -> None:
    parsed = read_grammar(SMALL, "small").parse("point", "maio de 1990")
    assert parsed is not None
    assert parsed[0] == Point("date", month=5, year=1990)


def test_a_point_that_needs_a_preposition_does_not_stand_alone() -> None:
    alone, after = read_grammar(SMALL, "small").frames
    assert alone.pattern.match("maio") is None
    assert after.pattern.match("em maio") is not None


def test_anchors_and_vocabulary_come_from_the_data() -> None:
    grammar = read_grammar(SMALL, "small")
    assert grammar.anchors == {"hoje", "maio"}
    assert {"em", "no", "de", "maio"} <= grammar.vocabulary


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (changed(points=[{"pattern": "{mes}"}]), "mes"),
        (changed(points=[{"pattern": "({month}"}]), "missing"),
        (changed(points=[{"pattern": "{month}", "set": {"colour": 1}}]), "colour"),
        (changed(points=[{"pattern": "{month}", "set": {"kind": "soon"}}]), "soon"),
        (changed(points=[{"pattern": "{month}", "guards": ["blue"]}]), "blue"),
        (changed(points=[{"pattern": "{month}", "after": "noon"}]), "noon"),
        (changed(frames=[{"pattern": "{alone}", "value": "near"}]), "near"),
        ({}, "words"),
    ],
)
def test_broken_data_is_named(data: dict[str, Any], said: str) -> None:
    with pytest.raises(DataError, match=said):
        read_grammar(data, "small")


@pytest.mark.parametrize("lang", ["pt", "en"])
def test_shipped_grammars_load(lang: str) -> None:
    grammar = load_grammar(lang)
    assert grammar is not None
    assert len({word for table in grammar.tables.values() for word in table}) > 100


def test_unknown_language_has_no_grammar() -> None:
    assert load_grammar("xx") is None
