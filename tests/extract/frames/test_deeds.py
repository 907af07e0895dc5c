from dataclasses import replace

from parses import Row, grammar, parse, texts

from kg.extract.frames.deeds import condemned, fought, victims
from kg.extract.syntax.tree import nodes
from kg.ontology.lexicon import Frame

RULES = grammar(
    "en",
    frames=[
        {
            "id": "raid",
            "lemma": "raid",
            "pos": "noun",
            "type": "Attack",
            "roles": {"source": ["obl:by"], "target": ["obl:on", "obl:by"]},
            "example": "-",
        }
    ],
)
BLAME = Frame("blame", ("blame",), "verb", "Condemnation", {"source": ("nsubj",)})
ROWS: list[Row] = [
    ("blamed", "blame", "VERB", "ROOT", 0),
    ("raid", "raid", "NOUN", "obj", 0),
    ("by", "by", "ADP", "case", 3),
    ("clans", "clan", "NOUN", "nmod", 1),
    ("on", "on", "ADP", "case", 5),
    ("farms", "farm", "NOUN", "nmod", 1),
]


def test_victims_are_no_doers() -> None:
    assert texts(victims(RULES, nodes(parse("en", ROWS))[1])) == ["farms"]


def test_a_deed_with_victims_is_condemned() -> None:
    doc = parse("en", ROWS)
    assert texts(condemned(RULES, BLAME, nodes(doc)[0])) == ["raid"]
    assert condemned(RULES, replace(BLAME, type="Investigation"), nodes(doc)[0]) == []
    assert condemned(RULES, BLAME, nodes(parse("en", ROWS[:2]))[0]) == []


def test_phrases_of_the_verb_are_not_the_deeds() -> None:
    doc = parse("en", [*ROWS[:5], ("farms", "farm", "NOUN", "obl", 0)])
    assert condemned(RULES, BLAME, nodes(doc)[0]) == []


def test_a_fight_is_told_by_a_noun() -> None:
    doc = parse("en", ROWS)
    assert [bool(fought(RULES, nodes(doc)[i])) for i in (0, 1, 3)] == [False, True, False]
