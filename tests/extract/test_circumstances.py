import pytest
from annotations import annotate, mention
from parses import Row, grammar, parse, texts
from spacy.tokens import Doc, Token

from kg.extract.actors import Actors
from kg.extract.circumstances import (
    Located,
    choose_place,
    find_anchors,
    find_quantity,
    leave_place,
    locate_spots,
    place_path,
    share_out,
)
from kg.extract.frames import Match
from kg.extract.places import Places
from kg.extract.slots import Grammar
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE
from kg.types import Quantity


@pytest.fixture(scope="module")
def en() -> Grammar:
    return grammar("en")


def match(trigger: Token, kind: str = "Warning", **roles: list[Token]) -> Match:
    frame = Frame("f", ("x",), "verb", kind, {})
    return Match(frame, trigger, {"source": [], "target": [], "theme": []} | roles)


@pytest.fixture
def two_events() -> Doc:
    """Each of two verbs has a day."""
    return parse(
        "en",
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 1),
            ("signed", "sign", "VERB", "ROOT", 1),
            ("Monday", "monday", "PROPN", "obl", 1),
            ("and", "and", "CCONJ", "cc", 4),
            ("withdrew", "withdraw", "VERB", "conj", 1),
            ("Friday", "friday", "PROPN", "obl", 4),
        ],
    )


def test_date_belongs_to_its_own_event(en: Grammar, two_events: Doc) -> None:
    doc = two_events
    anchors = [find_anchors(en, match(doc[1])), find_anchors(en, match(doc[4]))]
    found = [Located(doc[2], "Monday"), Located(doc[5], "Friday")]
    assert share_out(found, anchors) == {0: ["Monday"], 1: ["Friday"]}


def test_date_below_no_event_is_nobodys(en: Grammar, two_events: Doc) -> None:
    doc = two_events
    assert share_out([Located(doc[5], "Friday")], [find_anchors(en, match(doc[1]))]) == {}


def test_nearest_expression_comes_first(en: Grammar) -> None:
    doc = parse(
        "en",
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 1),
            ("met", "meet", "VERB", "ROOT", 1),
            ("delegates", "delegate", "NOUN", "obj", 1),
            ("yesterday", "yesterday", "NOUN", "nmod", 2),
            ("Friday", "friday", "PROPN", "obl", 1),
        ],
    )
    found = [Located(doc[3], "yesterday"), Located(doc[4], "Friday")]
    assert share_out(found, [find_anchors(en, match(doc[1]))]) == {0: ["Friday", "yesterday"]}


TALKS = [
    ("Oslo", "oslo", "PROPN", "nsubj", 1),
    ("held", "hold", "VERB", "ROOT", 1),
    ("talks", "talk", "NOUN", "obj", 1),
    ("Monday", "monday", "PROPN", "obl", 1),
]


def test_light_verb_lends_its_date(en: Grammar) -> None:
    doc = parse("en", TALKS)
    assert find_anchors(en, match(doc[2])) == {1: 0, 2: 0}


def test_verb_that_an_event_noun_is_subject_of_is_a_step_away(en: Grammar) -> None:
    doc = parse(
        "en", [("talks", "talk", "NOUN", "nsubj", 1), ("began", "begin", "VERB", "ROOT", 1)]
    )
    assert find_anchors(en, match(doc[0])) == {0: 0, 1: 1}


def test_verb_of_saying_lends_nothing(en: Grammar) -> None:
    doc = parse("en", [("talks", "talk", "NOUN", "nsubj", 1), ("said", "say", "VERB", "ROOT", 1)])
    assert find_anchors(en, match(doc[0])) == {0: 0}


def test_event_set_in_another_shares_the_date(en: Grammar) -> None:
    doc = parse(
        "en",
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 1),
            ("asked", "ask", "VERB", "ROOT", 1),
            ("during", "during", "ADP", "case", 3),
            ("talks", "talk", "NOUN", "obl", 1),
            ("Monday", "monday", "PROPN", "nmod", 3),
        ],
    )
    anchors = [find_anchors(en, match(doc[1])), find_anchors(en, match(doc[3]))]
    assert share_out([Located(doc[4], "Monday")], anchors) == {0: ["Monday"], 1: ["Monday"]}


@pytest.fixture
def places(en: Grammar) -> Places:
    return Places(Actors(en, load_gazetteer()))


IRIS = {
    "Moscow": "place/RUS/moscow",
    "Oslo": "place/NOR/oslo",
    "Kyiv": "place/UKR/kyiv",
    "Norway": "state/NOR",
    "Bergen": "place/NOR/bergen",
}


def named(rows: list[Row], lang: str = "en") -> Doc:
    """A parse in which the names above are mentions."""
    doc = parse(lang, rows)
    iris = {i: BASE + IRIS[row[0]] for i, row in enumerate(rows) if row[0] in IRIS}
    for i, iri in iris.items():
        mention(doc, i, i + 1, "STATE" if "state" in iri else "PLACE", iri)
    return annotate(doc, referents=iris)


def find_place(places: Places, found: Match) -> str | None:
    """Where the only event of a sentence happened, in its words."""
    spots = places.find(found.trigger.doc)
    anchors = [find_anchors(places.actors.grammar, found)]
    near = share_out(locate_spots(spots), anchors, place_path)
    place = choose_place(places, found, near.get(0, []), spots)
    return None if place is None else place.text


@pytest.fixture
def in_oslo() -> Doc:
    return named(
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 1),
            ("talked", "talk", "VERB", "ROOT", 1),
            ("in", "in", "ADP", "case", 3),
            ("Oslo", "oslo", "PROPN", "obl", 1),
            ("with", "with", "ADP", "case", 5),
            ("Kyiv", "kyiv", "PROPN", "obl", 1),
        ],
    )


def test_source_is_not_the_place(places: Places, in_oslo: Doc) -> None:
    oslo = in_oslo[3]
    assert find_place(places, match(in_oslo[1])) == "Oslo"
    assert find_place(places, match(in_oslo[1], source=[oslo])) is None


def test_whom_people_meet_is_not_where(places: Places, in_oslo: Doc) -> None:
    meeting = match(in_oslo[1], "Meeting", target=[in_oslo[3], in_oslo[5]])
    assert texts(leave_place(places, meeting).roles["target"]) == ["Kyiv"]


VISIT = [
    ("Kyiv", "kyiv", "PROPN", "nsubj", 1),
    ("reached", "reach", "VERB", "ROOT", 1),
    ("Bergen", "bergen", "PROPN", "obj", 1),
    (",", ",", "PUNCT", "punct", 1),
    ("in", "in", "ADP", "case", 5),
    ("Norway", "norway", "PROPN", "obl", 1),
]


@pytest.mark.parametrize(("kind", "place"), [("Visit", "Bergen"), ("Warning", "Norway")])
def test_what_is_reached_comes_before_where_it_lies(places: Places, kind: str, place: str) -> None:
    doc = named(VISIT)
    assert find_place(places, match(doc[1], kind, target=[doc[2]])) == place


@pytest.mark.parametrize(
    ("kind", "place"),
    [("Visit", "Norway"), ("Attack", "Norway"), ("Withdrawal", "Norway"), ("Praise", None)],
)
def test_visits_attacks_and_moves_happen_at_their_target(
    places: Places, kind: str, place: str | None
) -> None:
    rows = [("Kyiv", "kyiv", "PROPN", "nsubj", 1), ("acts", "act", "VERB", "ROOT", 1)]
    doc = named([*rows, ("Norway", "norway", "PROPN", "obj", 1)])
    assert find_place(places, match(doc[1], kind, target=[doc[2]])) == place


@pytest.mark.parametrize(
    ("preposition", "kind", "place"),
    [
        ("to", "Visit", "Norway"),
        ("with", "ArmedClash", None),
        ("from", "Visit", None),
        ("from", "Withdrawal", "Norway"),
    ],
)
def test_the_preposition_of_the_target_tells_whether_it_is_reached(
    places: Places, preposition: str, kind: str, place: str | None
) -> None:
    rows = [("Kyiv", "kyiv", "PROPN", "nsubj", 1), ("goes", "go", "VERB", "ROOT", 1)]
    rows.append((preposition, preposition, "ADP", "case", 3))
    doc = named([*rows, ("Norway", "norway", "PROPN", "obl", 1)])
    assert find_place(places, match(doc[1], kind, target=[doc[3]])) == place


def of(noun: str, name: str) -> Doc:
    return named(
        [
            (noun, noun, "NOUN", "ROOT", 0),
            ("of", "of", "ADP", "case", 2),
            (name, name.lower(), "PROPN", "nmod", 0),
        ]
    )


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("Bergen", "Attack", "Bergen"),
        ("Oslo", "Attack", None),
        ("Oslo", "Negotiation", "Oslo"),
        ("Norway", "Negotiation", None),
    ],
)
def test_a_noun_goes_by_its_place_unless_a_government_sits_there(
    places: Places, name: str, kind: str, place: str | None
) -> None:
    doc = of("battle", name)
    found = match(doc[0], kind, source=[doc[2]])
    assert find_place(places, found) == place
    assert leave_place(places, found).roles["source"] == ([] if place else [doc[2]])


def test_what_can_be_done_to_a_place_keeps_it_as_target(places: Places) -> None:
    doc = of("siege", "Bergen")
    found = leave_place(places, match(doc[0], "Attack", target=[doc[2]]))
    assert texts(found.roles["target"]) == ["Bergen"]


@pytest.mark.parametrize(("verb", "place"), [("hear", "Oslo"), ("say", None)])
def test_a_place_before_the_subject_holds_for_the_clauses_below_but_for_speech(
    places: Places, verb: str, place: str | None
) -> None:
    doc = named(
        [
            ("In", "in", "ADP", "case", 1),
            ("Oslo", "oslo", "PROPN", "obl", 3),
            ("they", "they", "PRON", "nsubj", 3),
            (verb, verb, "VERB", "ROOT", 3),
            ("Kyiv", "kyiv", "PROPN", "nsubj", 5),
            ("fell", "fall", "VERB", "ccomp", 3),
        ]
    )
    assert find_place(places, match(doc[5])) == place


@pytest.mark.parametrize(("form", "place"), [("Inf", "Oslo"), ("Fin|Mood=Ind", None)])
def test_an_accusation_has_the_place_of_the_deed_that_it_names(
    places: Places, form: str, place: str | None
) -> None:
    rows = [
        ("Kyiv", "kyiv", "PROPN", "nsubj", 1),
        ("accused", "accuse", "VERB", "ROOT", 1),
        ("killing", "kill", "VERB", "xcomp", 1),
        ("in", "in", "ADP", "case", 4),
        ("Oslo", "oslo", "PROPN", "obl", 2),
    ]
    doc = named(rows)
    doc[2].set_morph(f"VerbForm={form}")
    assert find_place(places, match(doc[1], "Allegation")) == place


def test_where_somebody_comes_from_is_not_where_it_happened(places: Places) -> None:
    doc = named(
        [
            ("Kyiv", "kyiv", "PROPN", "nsubj", 4),
            ("town", "town", "NOUN", "appos", 0),
            ("in", "in", "ADP", "case", 3),
            ("Norway", "norway", "PROPN", "nmod", 1),
            ("acted", "act", "VERB", "ROOT", 4),
        ]
    )
    assert find_place(places, match(doc[4])) is None


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
    assert find_quantity(doc, [tanks, hills], match(doc[1], theme=[doc[3]])) == tanks
    assert find_quantity(doc, [tanks], match(doc[1])) == tanks


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
    assert find_quantity(doc, [boats], match(doc[1])) == boats
    assert find_quantity(doc, [boats], match(doc[2])) is None


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
    assert find_quantity(doc, [dead], match(doc[0])) == dead
