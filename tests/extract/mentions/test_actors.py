import pytest
from annotations import annotate
from parses import Row, grammar, parse

from kg.extract.mentions.actors import Actors
from kg.ontology.gazetteer import load_gazetteer

CLASSES = {"craft": ["helicopter"]}


@pytest.mark.parametrize(
    ("noun", "condition", "expected"),
    [
        ("envoy", "person", True),
        ("helicopter", "person", False),
        ("helicopter", "actor", True),
        ("table", "actor", False),
    ],
)
def test_aircraft_act_and_are_nobody(noun: str, condition: str, expected: bool) -> None:
    rules = grammar("en", classes=CLASSES, actors=["envoy", "helicopter"])
    rows: list[Row] = [("received", "receive", "VERB", "ROOT", 0), (noun, noun, "NOUN", "obj", 0)]
    doc = annotate(parse("en", rows))
    assert Actors(rules, load_gazetteer()).fits(doc[1], condition) is expected


def test_who_is_counted_is_an_actor() -> None:
    rows: list[Row] = [
        ("marched", "march", "VERB", "ROOT", 0),
        ("thousands", "thousand", "NOUN", "nsubj", 0),
        ("of", "of", "ADP", "case", 3),
        ("Georgians", "georgian", "NOUN", "nmod", 1),
    ]
    iri = "https://w3id.org/geopolitical-kg/state/GEO"
    doc = annotate(parse("en", rows), referents={3: iri})
    assert Actors(grammar("en"), load_gazetteer()).is_actor(doc[1])
    bare = annotate(parse("en", rows))
    assert not Actors(grammar("en"), load_gazetteer()).is_actor(bare[1])
