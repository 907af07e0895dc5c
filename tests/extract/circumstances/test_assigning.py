import pytest
from parses import Row, grammar, parse
from spacy.tokens import Doc

from kg.extract.circumstances.assigning import Located, find_anchors, share_out
from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tree import Node, nodes
from kg.ontology.lexicon import Frame


@pytest.fixture(scope="module")
def en() -> Grammar:
    return grammar("en")


def match(trigger: Node, kind: str = "Warning", **roles: list[Node]) -> Match:
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
    anchors = [find_anchors(en, nodes(doc)[1]), find_anchors(en, nodes(doc)[4])]
    found = [Located(nodes(doc)[2], "Monday"), Located(nodes(doc)[5], "Friday")]
    assert share_out(found, anchors) == {0: ["Monday"], 1: ["Friday"]}


def test_date_below_no_event_is_nobodys(en: Grammar, two_events: Doc) -> None:
    doc = two_events
    assert share_out([Located(nodes(doc)[5], "Friday")], [find_anchors(en, nodes(doc)[1])]) == {}


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
    found = [Located(nodes(doc)[3], "yesterday"), Located(nodes(doc)[4], "Friday")]
    assert share_out(found, [find_anchors(en, nodes(doc)[1])]) == {0: ["Friday", "yesterday"]}


TALKS = [
    ("Oslo", "oslo", "PROPN", "nsubj", 1),
    ("held", "hold", "VERB", "ROOT", 1),
    ("talks", "talk", "NOUN", "obj", 1),
    ("Monday", "monday", "PROPN", "obl", 1),
]


def test_light_verb_lends_its_date(en: Grammar) -> None:
    doc = parse("en", TALKS)
    assert find_anchors(en, nodes(doc)[2]) == {1: 0, 2: 0}


def test_verb_that_an_event_noun_is_subject_of_is_a_step_away(en: Grammar) -> None:
    doc = parse(
        "en", [("talks", "talk", "NOUN", "nsubj", 1), ("began", "begin", "VERB", "ROOT", 1)]
    )
    assert find_anchors(en, nodes(doc)[0]) == {0: 0, 1: 1}


def test_verb_of_saying_lends_nothing(en: Grammar) -> None:
    rows: list[Row] = [
        ("appeal", "appeal", "NOUN", "nsubj", 1),
        ("said", "say", "VERB", "ROOT", 1),
        ("nothing", "nothing", "PRON", "obj", 1),
    ]
    assert find_anchors(en, nodes(parse("en", rows))[0]) == {0: 0}
    assert find_anchors(en, nodes(parse("en", rows[:2]))[0]) == {0: 0, 1: 1}


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
    anchors = [find_anchors(en, nodes(doc)[1]), find_anchors(en, nodes(doc)[3])]
    assert share_out([Located(nodes(doc)[4], "Monday")], anchors) == {0: ["Monday"], 1: ["Monday"]}


@pytest.mark.parametrize(("preposition", "dated"), [("during", {0: 0, 3: 0}), ("after", {0: 0})])
def test_what_was_before_or_after_lends_no_date(
    en: Grammar, preposition: str, dated: dict[int, int]
) -> None:
    rows = [
        ("left", "leave", "VERB", "ROOT", 0),
        (preposition, preposition, "ADP", "case", 3),
        ("the", "the", "DET", "det", 3),
        ("talks", "talk", "NOUN", "obl", 0),
    ]
    assert find_anchors(en, nodes(parse("en", rows))[0]) == dated


@pytest.mark.parametrize(("gender", "light"), [("Masc", {1: 0, 4: 0}), ("Fem", {1: 0})])
def test_a_participle_belongs_to_the_noun_that_it_agrees_with(
    gender: str, light: dict[int, int]
) -> None:
    rows = [
        ("o", "o", "DET", "det", 1),
        ("acordo", "acordo", "NOUN", "ROOT", 1),
        ("de", "de", "ADP", "case", 3),
        ("armas", "arma", "NOUN", "nmod", 1),
        ("mantido", "manter", "VERB", "acl", 3),
    ]
    morphs = {
        1: "Gender=Masc|Number=Sing",
        3: "Gender=Fem|Number=Sing",
        4: f"Gender={gender}|Number=Sing",
    }
    doc = parse("pt", rows, morphs=morphs)
    assert find_anchors(grammar("pt"), nodes(doc)[1]) == light
