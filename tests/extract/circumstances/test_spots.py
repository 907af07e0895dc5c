from annotations import annotate, mention
from parses import grammar, parse

from kg.extract.circumstances.places import Places
from kg.extract.circumstances.spots import locate_spots
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import nodes
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import BASE

BERGEN = f"{BASE}place/NOR/bergen"
PLACES = Places(Actors(grammar("en"), load_gazetteer()))


def test_the_finest_of_nested_places() -> None:
    doc = parse(
        "en",
        [
            ("in", "in", "ADP", "case", 1),
            ("Bergen", "bergen", "PROPN", "obl", 1),
            (",", ",", "PUNCT", "punct", 1),
            ("in", "in", "ADP", "case", 5),
            ("the", "the", "DET", "det", 5),
            ("town", "town", "NOUN", "obl", 1),
            ("and", "and", "CCONJ", "cc", 8),
            ("in", "in", "ADP", "case", 8),
            ("peace", "peace", "NOUN", "conj", 1),
        ],
    )
    mention(doc, 1, 2, "PLACE", BERGEN)
    annotate(doc, referents={1: BERGEN})
    spots = locate_spots(PLACES, doc)
    assert spots.tokens == [nodes(doc)[1], nodes(doc)[5]]
    assert spots.finest(nodes(doc)[5]).text == "Bergen"
    assert spots.finest(nodes(doc)[8]).text == "peace"


def test_what_depends_on_a_word() -> None:
    rows = [
        ("in", "in", "ADP", "case", 1),
        ("Bergen", "bergen", "PROPN", "obl", 2),
        ("met", "meet", "VERB", "ROOT", 2),
    ]
    doc = parse("en", rows)
    mention(doc, 1, 2, "PLACE", BERGEN)
    annotate(doc, referents={1: BERGEN})
    spots = locate_spots(PLACES, doc)
    assert list(spots.below([2])) == [nodes(doc)[1]]
    assert list(spots.below([0, 1])) == []


def test_a_mere_road_is_not_finer_than_the_town_that_it_is_near() -> None:
    rows = [
        ("on", "on", "ADP", "case", 2),
        ("a", "a", "DET", "det", 2),
        ("road", "road", "NOUN", "obl", 5),
        ("near", "near", "ADP", "case", 4),
        ("Bergen", "bergen", "PROPN", "nmod", 2),
        ("met", "meet", "VERB", "ROOT", 5),
    ]
    doc = parse("en", rows)
    mention(doc, 4, 5, "PLACE", BERGEN)
    annotate(doc, referents={4: BERGEN})
    spots = locate_spots(PLACES, doc)
    assert spots.tokens == [nodes(doc)[2], nodes(doc)[4]]
    assert spots.finest(nodes(doc)[4]).text == "Bergen"
