"""Killed, wounded and captured, on parses made by hand."""

import pytest
from parses import Row, grammar, parse

from kg.extract.circumstances.casualties import find_casualties
from kg.extract.frames.matching import Match
from kg.extract.syntax.tree import nodes
from kg.ontology.lexicon import Frame
from kg.types import Outcome, Quantity

OUTCOMES: dict[str, Outcome] = {"kill": "killed", "die": "killed", "wound": "wounded"}
ATTACK = Frame("f", ("attack",), "noun", "Attack", {})

RAID: list[Row] = [
    ("attack", "attack", "NOUN", "nsubj", 1),
    ("killed", "kill", "VERB", "ROOT", 1),
    ("12", "12", "NUM", "nummod", 3),
    ("civilians", "civilian", "NOUN", "obj", 1),
    ("and", "and", "CCONJ", "cc", 5),
    ("wounded", "wound", "VERB", "conj", 1),
    ("40", "40", "NUM", "obj", 5),
]


def found(
    rows: list[Row], trigger: int, spans: list[tuple[int, int, str | None]], kind: str = "Attack"
) -> list[tuple[str, str]]:
    """(outcome, text) of the event at a trigger; spans: first and last word, unit."""
    doc = parse("en", rows)
    frame = Frame("f", ("x",), "noun", kind, {})
    quantities = [
        (
            doc[a:b],
            Quantity(doc[a:b].text, nodes(doc)[a].idx, nodes(doc)[b - 1].idx, 1, None, unit),
        )
        for a, b, unit in spans
    ]
    casualties = find_casualties(
        grammar("en"), OUTCOMES, [Match(frame, nodes(doc)[trigger], {})], quantities
    )
    return [(toll.outcome, toll.quantity.text) for toll in casualties.get(0, ())]


@pytest.mark.parametrize("trigger", [0, 1])
def test_the_verb_says_what_became_of_them(trigger: int) -> None:
    spans = [(2, 4, "civilian"), (6, 7, None)]
    assert found(RAID, trigger, spans) == [("killed", "12 civilians"), ("wounded", "40")]


def test_the_unit_says_it_too() -> None:
    rows: list[Row] = [
        ("attack", "attack", "NOUN", "nsubj", 1),
        ("left", "leave", "VERB", "ROOT", 1),
        ("25", "25", "NUM", "nummod", 3),
        ("dead", "dead", "ADJ", "obj", 1),
    ]
    assert found(rows, 0, [(2, 4, "dead")]) == [("killed", "25 dead")]


def test_who_kills_is_no_casualty_and_who_dies_is() -> None:
    assert found(RAID, 1, [(0, 1, "rebel")]) == []
    rows: list[Row] = [
        ("soldiers", "soldier", "NOUN", "nsubj", 1),
        ("died", "die", "VERB", "ROOT", 1),
        ("in", "in", "ADP", "case", 3),
        ("clashes", "clash", "NOUN", "obl", 1),
    ]
    assert found(rows, 3, [(0, 1, "soldier")]) == [("killed", "soldiers")]


def test_those_who_died_with_others() -> None:
    rows: list[Row] = [
        ("two", "two", "NUM", "nummod", 1),
        ("soldiers", "soldier", "NOUN", "nsubj", 5),
        ("and", "and", "CCONJ", "cc", 4),
        ("three", "three", "NUM", "nummod", 4),
        ("guards", "guard", "NOUN", "conj", 1),
        ("died", "die", "VERB", "ROOT", 5),
    ]
    both = [("killed", "two soldiers"), ("killed", "three guards")]
    assert found(rows, 5, [(0, 2, "soldier"), (3, 5, "guard")], "Killing") == both


def test_only_violence_has_casualties() -> None:
    assert found(RAID, 1, [(2, 4, "civilian")], kind="Condemnation") == []


@pytest.mark.parametrize(("verb", "expected"), [("kill", [("killed", "5 people")]), ("flee", [])])
def test_those_who_died_when_it_happened(verb: str, expected: list[tuple[str, str]]) -> None:
    rows: list[Row] = [
        ("5", "5", "NUM", "nummod", 1),
        ("people", "people", "NOUN", "nsubj:pass", 3),
        ("were", "be", "AUX", "aux:pass", 3),
        ("killed", verb, "VERB", "ROOT", 3),
        ("when", "when", "SCONJ", "mark", 6),
        ("rebels", "rebel", "NOUN", "nsubj", 6),
        ("attacked", "attack", "VERB", "advcl", 3),
    ]
    assert found(rows, 6, [(0, 2, "person")]) == expected


@pytest.mark.parametrize(("state", "expected"), [("ferido", [("wounded", "60")]), ("calmo", [])])
def test_what_is_said_of_them_tells_it_too(
    state: str, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[Row] = [
        ("ataque", "ataque", "NOUN", "nsubj", 1),
        ("começou", "começar", "VERB", "ROOT", 1),
        ("e", "e", "CCONJ", "cc", 4),
        ("60", "60", "NUM", "nsubj", 4),
        ("ficaram", "ficar", "VERB", "conj", 1),
        ("assim", state, "ADJ", "xcomp", 4),
    ]
    monkeypatch.setitem(OUTCOMES, "ferido", "wounded")
    assert found(rows, 0, [(3, 4, None)]) == expected


def test_so_does_a_predicate_but_no_infinitive() -> None:
    rows: list[Row] = [
        ("attack", "attack", "NOUN", "nsubj", 3),
        ("40", "40", "NUM", "nsubj", 3),
        ("began", "be", "AUX", "cop", 3),
        ("dead", "die", "ADJ", "ROOT", 3),
        ("kill", "kill", "VERB", "xcomp", 3),
    ]
    assert found(rows, 0, [(1, 2, None)]) == [("killed", "40")]
    rows[3] = ("began", "begin", "VERB", "ROOT", 3)
    assert found(rows, 0, [(1, 2, None)]) == []
