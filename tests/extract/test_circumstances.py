import pytest
from annotations import annotate, mention
from parses import grammar, parse
from spacy.tokens import Doc, Token

from kg.extract.actors import Actors
from kg.extract.circumstances import (
    Located,
    choose_place,
    find_anchors,
    find_places,
    find_quantity,
    locate,
    share_out,
)
from kg.extract.frames import Match
from kg.extract.slots import Grammar
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE
from kg.types import Quantity, Time

FRAME = Frame("f", ("x",), "verb", "Visit", {})


@pytest.fixture(scope="module")
def en() -> Grammar:
    return grammar("en")


def match(trigger: Token, **roles: list[Token]) -> Match:
    return Match(FRAME, trigger, {"source": [], "target": [], "theme": []} | roles)


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


def test_time_is_located_at_the_head_of_its_phrase(en: Grammar) -> None:
    doc = parse("en", TALKS)
    (located,) = locate(doc, [Time("Monday", 16, 22, None)])
    assert located.head.text == "Monday"


@pytest.fixture
def in_oslo(en: Grammar) -> Doc:
    doc = parse(
        "en",
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 1),
            ("talked", "talk", "VERB", "ROOT", 1),
            ("in", "in", "ADP", "case", 3),
            ("Oslo", "oslo", "PROPN", "obl", 1),
            ("with", "with", "ADP", "case", 5),
            ("Kyiv", "kyiv", "PROPN", "obl", 1),
        ],
    )
    iris = {0: f"{BASE}place/RUS/moscow", 3: f"{BASE}place/NOR/oslo", 5: f"{BASE}place/UKR/kyiv"}
    for i, iri in iris.items():
        mention(doc, i, i + 1, "PLACE", iri)
    return annotate(doc, referents=iris)


def test_place_needs_a_preposition_of_place(en: Grammar, in_oslo: Doc) -> None:
    actors = Actors(en, load_gazetteer())
    assert [place.head.text for place in find_places(actors, in_oslo)] == ["Oslo"]


def test_source_is_not_the_place(en: Grammar, in_oslo: Doc) -> None:
    actors, oslo = Actors(en, load_gazetteer()), in_oslo[3]
    place = choose_place(actors, match(in_oslo[1]), [oslo])
    assert place is not None
    assert (place.text, place.start, place.end) == ("Oslo", 17, 21)
    assert choose_place(actors, match(in_oslo[1], source=[oslo]), [oslo]) is None


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
