import pytest
from annotations import annotate, mention, title
from parses import Row, grammar, parse

from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import nodes
from kg.link.offices import Holding
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
    assert Actors(rules, load_gazetteer()).fits(nodes(doc)[1], condition) is expected


@pytest.mark.parametrize(("sign", "pos", "expected"), [("$", "SYM", True), ("new", "ADJ", False)])
def test_a_number_after_the_sign_of_a_currency_is_money(
    sign: str, pos: str, expected: bool
) -> None:
    rules = grammar("en", classes={"money": ["dollar", "$"]})
    rows: list[Row] = [
        ("lent", "lend", "VERB", "ROOT", 0),
        (sign, sign, pos, "compound", 2),
        ("4bn", "4bn", "NOUN", "obj", 0),
    ]
    doc = annotate(parse("en", rows))
    assert Actors(rules, load_gazetteer()).fits(nodes(doc)[2], "money") is expected


def test_who_is_counted_is_an_actor() -> None:
    rows: list[Row] = [
        ("marched", "march", "VERB", "ROOT", 0),
        ("thousands", "thousand", "NOUN", "nsubj", 0),
        ("of", "of", "ADP", "case", 3),
        ("Georgians", "georgian", "NOUN", "nmod", 1),
    ]
    iri = "https://w3id.org/geopolitical-kg/state/GEO"
    doc = annotate(parse("en", rows), referents={3: iri})
    assert Actors(grammar("en"), load_gazetteer()).is_actor(nodes(doc)[1])
    bare = annotate(parse("en", rows))
    assert not Actors(grammar("en"), load_gazetteer()).is_actor(nodes(bare)[1])
    rows[1:] = [("ten", "ten", "NUM", "nsubj", 0), rows[2], ("them", "they", "PRON", "nmod", 1)]
    them = annotate(parse("en", rows, morphs={3: "Number=Plur|Person=3|PronType=Prs"}))
    assert Actors(grammar("en"), load_gazetteer()).is_actor(nodes(them)[1])


@pytest.mark.parametrize(
    ("word", "number", "expected"),
    [("Zorg", "Sing", True), ("minister", "Sing", True), ("minister", "Plur", False),
     ("rebels", "Plur", False), ("rebel", "Sing", False)],
)  # fmt: skip
def test_an_individual_has_a_name_or_an_office(word: str, number: str, expected: bool) -> None:
    name = "https://w3id.org/geopolitical-kg/person/zorg"
    rows: list[Row] = [
        ("attacked", "attack", "VERB", "ROOT", 0),
        (word, word, "PROPN" if word == "Zorg" else "NOUN", "obj", 0),
    ]
    doc = parse("en", rows, morphs={1: f"Number={number}"})
    held = []
    if word == "minister":
        held = [Holding(title(doc, 1, 2, ""), None, None, None)]
    annotate(doc, referents={1: name} if word == "Zorg" else {}, holdings=held)
    if word == "Zorg":
        mention(doc, 1, 2, "PERSON", name)
    rules = grammar("en", actors=["rebel", "rebels"])
    assert Actors(rules, load_gazetteer()).fits(nodes(doc)[1], "individual") is expected


@pytest.mark.parametrize(("noun", "expected"), [("ex-rebel", True), ("ex-table", False)])
def test_who_was_an_actor_still_is_one(noun: str, expected: bool) -> None:
    rules = grammar("pt", actors=["rebel"])
    doc = annotate(parse("pt", [("um", "um", "DET", "det", 1), (noun, noun, "NOUN", "ROOT", 1)]))
    assert Actors(rules, load_gazetteer()).is_actor(nodes(doc)[1]) is expected


@pytest.mark.parametrize(("label", "expected"), [("nsubj:pass", True), ("nsubj", False)])
def test_a_number_alone_that_something_is_done_to_is_people(label: str, expected: bool) -> None:
    rows: list[Row] = [
        ("41", "41", "NUM", label, 2),
        ("foram", "ser", "AUX", "aux:pass", 2),
        ("detidos", "deter", "VERB", "ROOT", 2),
    ]
    doc = annotate(parse("pt", rows, morphs={2: "Number=Plur"}))
    assert Actors(grammar("pt"), load_gazetteer()).is_actor(nodes(doc)[0]) is expected


@pytest.mark.parametrize(("number", "expected"), [("Plur", True), ("Sing", False)])
def test_a_number_with_a_participle_is_people(number: str, expected: bool) -> None:
    rows: list[Row] = [
        ("Oito", "oito", "NUM", "ROOT", 0),
        ("detidos", "deter", "VERB", "acl", 0),
    ]
    doc = annotate(parse("pt", rows, morphs={1: f"VerbForm=Part|Number={number}"}))
    assert Actors(grammar("pt"), load_gazetteer()).is_actor(nodes(doc)[0]) is expected


def test_his_russian_colleague_is_russian() -> None:
    rows: list[Row] = [
        ("seu", "seu", "DET", "det", 1),
        ("homólogo", "homólogo", "NOUN", "ROOT", 1),
        ("russo", "russo", "ADJ", "amod", 1),
    ]
    doc = annotate(parse("pt", rows), referents={0: "iri:him", 2: "iri:russia"})
    assert Actors(grammar("pt"), load_gazetteer()).nested_referents(nodes(doc)[1]) == (
        "iri:russia",
    )


@pytest.mark.parametrize(("number", "expected"), [(None, True), ("500", False)])
def test_people_who_are_counted_are_no_state(number: str | None, expected: bool) -> None:
    rows: list[Row] = [
        ("protested", "protest", "VERB", "ROOT", 0),
        ("Georgians", "georgian", "NOUN", "nsubj", 0),
    ]
    rows += [(number, number, "NUM", "nummod", 1)] if number else []
    doc = annotate(parse("en", rows), referents={1: "https://w3id.org/geopolitical-kg/state/GEO"})
    assert Actors(grammar("en"), load_gazetteer()).fits(nodes(doc)[1], "state") is expected


@pytest.mark.parametrize(("preposition", "owned"), [("of", True), ("in", False)])
def test_where_somebody_is_does_not_say_whose(preposition: str, owned: bool) -> None:
    rows: list[Row] = [
        ("rebels", "rebel", "NOUN", "ROOT", 0),
        (preposition, preposition, "ADP", "case", 2),
        ("Georgia", "georgia", "PROPN", "nmod", 0),
    ]
    iri = "https://w3id.org/geopolitical-kg/state/GEO"
    doc = annotate(parse("en", rows), referents={2: iri})
    actors = Actors(grammar("en"), load_gazetteer())
    assert actors.owned_referents(nodes(doc)[0]) == ((iri,) if owned else ())
    assert actors.nested_referents(nodes(doc)[0]) == (iri,)


@pytest.mark.parametrize(("noun", "known"), [("junta", True), ("rebel", False)])
def test_a_government_is_told_by_its_seat(noun: str, known: bool) -> None:
    rows: list[Row] = [
        (noun, noun, "NOUN", "ROOT", 0),
        ("in", "in", "ADP", "case", 2),
        ("Niamey", "Niamey", "PROPN", "nmod", 0),
    ]
    city = load_gazetteer().get("https://w3id.org/geopolitical-kg/place/NER/niamey")
    assert city is not None
    doc = annotate(parse("en", rows), referents={2: city.iri})
    actors = Actors(grammar("en"), load_gazetteer())
    assert bool(actors.owned_referents(nodes(doc)[0])) is known
