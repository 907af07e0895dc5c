import pytest
from parses import Row, grammar, parse

from kg.extract.syntax.conditions import has_condition, is_awaited, is_condition
from kg.extract.syntax.tree import nodes

CONDITION: list[Row] = [
    ("If", "if", "SCONJ", "mark", 2),
    ("Oslo", "oslo", "PROPN", "nsubj", 2),
    ("attacked", "attack", "VERB", "advcl", 5),
    (",", ",", "PUNCT", "punct", 2),
    ("Riga", "riga", "PROPN", "nsubj", 5),
    ("left", "leave", "VERB", "ROOT", 5),
]


def test_a_clause_with_if_is_supposed_and_the_one_above_depends_on_it() -> None:
    doc = parse("en", CONDITION)
    assert is_condition(grammar("en"), nodes(doc)[2])
    assert has_condition(grammar("en"), nodes(doc)[5])
    assert not is_condition(grammar("en"), nodes(doc)[5])


def test_what_is_asked_is_no_condition() -> None:
    doc = parse(
        "en", [(*row[:3], "ccomp" if row[0] == "attacked" else row[3], row[4]) for row in CONDITION]
    )
    assert not is_condition(grammar("en"), nodes(doc)[2])


def test_inversion() -> None:
    rows: list[Row] = [("Should", "should", "AUX", "aux", 2), *CONDITION[1:]]
    assert is_condition(grammar("en"), nodes(parse("en", rows))[2])
    assert not is_condition(
        grammar("en"), nodes(parse("en", [("Did", "do", "AUX", "aux", 2), *rows[1:]]))[2]
    )


def test_inversion_after_a_verb_that_seems_to_have_it_for_its_content() -> None:
    rows: list[Row] = [
        ("Riga", "riga", "PROPN", "nsubj", 1),
        ("wept", "weep", "VERB", "ROOT", 1),
        ("had", "have", "AUX", "aux", 4),
        ("Oslo", "oslo", "PROPN", "nsubj", 4),
        ("attacked", "attack", "VERB", "ccomp", 1),
    ]
    assert is_condition(grammar("en"), nodes(parse("en", rows))[4])
    rows[2] = ("had", "have", "VERB", "ccomp", 1)
    rows[4] = ("attacked", "attack", "VERB", "ccomp", 2)
    doc = parse("en", rows, morphs={4: "Tense=Past|VerbForm=Part"})
    assert is_condition(grammar("en"), nodes(doc)[4])


def test_a_phrase_before_a_noun() -> None:
    rows: list[Row] = [
        ("fled", "flee", "VERB", "ROOT", 0),
        ("in", "in", "ADP", "case", 2),
        ("case", "case", "NOUN", "obl", 0),
        ("of", "of", "ADP", "case", 5),
        ("an", "a", "DET", "det", 5),
        ("attack", "attack", "NOUN", "nmod", 2),
    ]
    doc = parse("en", rows)
    assert is_condition(grammar("en"), nodes(doc)[5])
    assert not is_condition(grammar("en"), nodes(doc)[0])


@pytest.mark.parametrize(("mood", "supposed"), [("Sub", True), ("Ind", False)])
def test_desde_que_is_a_time_in_the_indicative(mood: str, supposed: bool) -> None:
    rows: list[Row] = [
        ("saiu", "sair", "VERB", "ROOT", 0),
        ("desde", "desde", "ADP", "mark", 3),
        ("que", "que", "SCONJ", "fixed", 1),
        ("atacassem", "atacar", "VERB", "advcl", 0),
    ]
    doc = parse("pt", rows, morphs={3: f"VerbForm=Fin|Mood={mood}"})
    assert is_condition(grammar("pt"), nodes(doc)[3]) is supposed


@pytest.mark.parametrize(("first", "found"), [("Caso", True), ("Monte", False)])
def test_a_conjunction_that_the_parser_takes_for_a_name(first: str, found: bool) -> None:
    rows: list[Row] = [
        (first, first.lower(), "PROPN", "nsubj", 2),
        ("Lima", "lima", "PROPN", "flat:name", 0),
        ("recuse", "recusar", "VERB", "advcl", 4),
        (",", ",", "PUNCT", "punct", 2),
        ("sairá", "sair", "VERB", "ROOT", 4),
    ]
    assert is_condition(grammar("pt"), nodes(parse("pt", rows))[2]) is found


@pytest.mark.parametrize(
    ("form", "awaited"),
    [
        ("VerbForm=Fin|Tense=Pres", True),
        ("VerbForm=Fin|Tense=Past", False),
        ("VerbForm=Ger", False),
    ],
)
def test_what_ends_something_lies_ahead_unless_it_is_past(form: str, awaited: bool) -> None:
    rows: list[Row] = [
        ("fights", "fight", "VERB", "ROOT", 0),
        ("until", "until", "SCONJ", "mark", 3),
        ("Oslo", "oslo", "PROPN", "nsubj", 3),
        ("leaves", "leave", "VERB", "advcl", 0),
    ]
    doc = parse("en", rows, morphs={3: form})
    assert is_awaited(grammar("en"), nodes(doc)[3]) is awaited
    assert not has_condition(grammar("en"), nodes(doc)[0])


def test_after_another_conjunction_it_is_not_awaited() -> None:
    rows: list[Row] = [
        ("fights", "fight", "VERB", "ROOT", 0),
        ("while", "while", "SCONJ", "mark", 2),
        ("leaves", "leave", "VERB", "advcl", 0),
    ]
    doc = parse("en", rows, morphs={2: "VerbForm=Fin|Tense=Pres"})
    assert not is_awaited(grammar("en"), nodes(doc)[2])
