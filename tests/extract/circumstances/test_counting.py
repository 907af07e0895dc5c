import pytest
from parses import parse

from kg.extract.circumstances.counting import locate_quantities
from kg.extract.frames.matching import Match
from kg.extract.syntax.obliques import TIME_TOKENS
from kg.extract.syntax.tree import Node, nodes
from kg.ontology.lexicon import Frame
from kg.types import Quantity


def match(trigger: Node, **roles: list[Node]) -> Match:
    frame = Frame("f", ("x",), "verb", "Warning", {})
    return Match(frame, trigger, {"source": [], "target": [], "theme": []} | roles)


def test_quantity_is_that_of_an_argument() -> None:
    doc = parse(
        "en",
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 1),
            ("sent", "send", "VERB", "ROOT", 1),
            ("20", "20", "NUM", "nummod", 3),
            ("tanks", "tank", "NOUN", "obj", 1),
            ("over", "over", "ADP", "case", 6),
            ("30", "30", "NUM", "nummod", 6),
            ("hills", "hill", "NOUN", "nmod", 3),
        ],
    )
    tanks = Quantity("20 tanks", 10, 18, 20, None, "tank")
    hills = Quantity("30 hills", 24, 32, 30, None, "hill")
    assert doc.text[10:18] == tanks.text
    assert (
        locate_quantities(doc, [tanks, hills]).find(match(nodes(doc)[1], theme=[nodes(doc)[3]]))
        == tanks
    )
    assert locate_quantities(doc, [tanks]).find(match(nodes(doc)[1])) == tanks


def test_quantity_of_what_a_verb_is_for() -> None:
    doc = parse(
        "en",
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 1),
            ("sued", "sue", "VERB", "ROOT", 1),
            ("Rome", "rome", "PROPN", "obj", 1),
            ("to", "to", "PART", "mark", 4),
            ("recover", "recover", "VERB", "advcl", 1),
            ("20", "20", "NUM", "nummod", 6),
            ("boats", "boat", "NOUN", "obj", 4),
        ],
        morphs={4: "VerbForm=Inf"},
    )
    boats = Quantity("20 boats", 26, 34, 20, None, "boat")
    assert doc.text[26:34] == boats.text
    assert locate_quantities(doc, [boats]).find(match(nodes(doc)[1])) == boats
    assert locate_quantities(doc, [boats]).find(match(nodes(doc)[2])) is None


def test_quantity_that_an_event_noun_leaves_behind() -> None:
    doc = parse(
        "en",
        [
            ("attacks", "attack", "NOUN", "nsubj", 1),
            ("left", "leave", "VERB", "ROOT", 1),
            ("20", "20", "NUM", "nummod", 3),
            ("dead", "dead", "ADJ", "obj", 1),
        ],
    )
    dead = Quantity("20 dead", 13, 20, 20, None, "dead")
    assert doc.text[13:20] == dead.text
    assert locate_quantities(doc, [dead]).find(match(nodes(doc)[0])) == dead


def test_quantity_of_a_subject_that_the_source_is_only_a_part_of() -> None:
    doc = parse(
        "en",
        [
            ("convoy", "convoy", "NOUN", "nsubj", 3),
            ("20", "20", "NUM", "nummod", 2),
            ("trucks", "truck", "NOUN", "nmod", 0),
            ("arrived", "arrive", "VERB", "ROOT", 3),
        ],
    )
    trucks = Quantity("20 trucks", 7, 16, 20, None, "truck")
    assert doc.text[7:16] == trucks.text
    counts = locate_quantities(doc, [trucks])
    assert counts.find(match(nodes(doc)[3]), [nodes(doc)[0]]) == trucks
    assert counts.find(match(nodes(doc)[3])) is None


def test_quantity_of_what_an_event_noun_is_given_to() -> None:
    doc = parse(
        "en",
        [
            ("granted", "grant", "VERB", "ROOT", 0),
            ("amnesty", "amnesty", "NOUN", "obj", 0),
            ("20", "20", "NUM", "nummod", 3),
            ("rebels", "rebel", "NOUN", "obl", 0),
        ],
    )
    rebels = Quantity("20 rebels", 16, 25, 20, None, "rebel")
    assert doc.text[16:25] == rebels.text
    assert locate_quantities(doc, [rebels]).find(match(nodes(doc)[1])) == rebels


def test_what_people_did_besides_does_not_count_them() -> None:
    doc = parse(
        "en",
        [
            ("arrested", "arrest", "VERB", "ROOT", 0),
            ("20", "20", "NUM", "nummod", 2),
            ("men", "man", "NOUN", "obj", 0),
            ("who", "who", "PRON", "nsubj", 4),
            ("rioted", "riot", "VERB", "acl:relcl", 2),
        ],
    )
    men = Quantity("20 men", 9, 15, 20, None, "man")
    counts = locate_quantities(doc, [men])
    assert counts.find(match(nodes(doc)[0], target=[nodes(doc)[2]])) == men
    assert counts.find(match(nodes(doc)[4], source=[nodes(doc)[2]])) is None


def test_a_quantity_that_the_parser_hung_on_a_time_is_that_of_the_verb() -> None:
    doc = parse(
        "en",
        [
            ("attacked", "attack", "VERB", "ROOT", 0),
            ("Monday", "monday", "PROPN", "obl", 0),
            ("20", "20", "NUM", "nummod", 3),
            ("drones", "drone", "NOUN", "nmod", 1),
        ],
    )
    drones = Quantity("20 drones", 16, 25, 20, None, "drone")
    assert doc.text[16:25] == drones.text
    assert locate_quantities(doc, [drones]).find(match(nodes(doc)[0])) is None
    doc.user_data[TIME_TOKENS] = frozenset([1])
    assert locate_quantities(doc, [drones]).find(match(nodes(doc)[0])) == drones


@pytest.mark.parametrize(("kind", "told"), [("Sentencing", True), ("Release", False)])
def test_a_term_in_prison_belongs_to_a_punishment(kind: str, told: bool) -> None:
    doc = parse(
        "en",
        [
            ("sentenced", "sentence", "VERB", "ROOT", 0),
            ("to", "to", "ADP", "case", 3),
            ("ten", "ten", "NUM", "nummod", 3),
            ("years", "year", "NOUN", "obl", 0),
        ],
    )
    years = Quantity("ten years", 13, 22, 10, None, "year")
    assert doc.text[13:22] == years.text
    found = locate_quantities(doc, [years]).find(
        Match(
            Frame("f", ("x",), "verb", kind, {}),
            nodes(doc)[0],
            {"source": [], "target": [], "theme": []},
        )
    )
    assert (found == years) is told
