"""What a meeting or visit is for, on parses made by hand."""

from collections.abc import Callable, Mapping, Sequence

import pytest
from parses import Row, grammar, parse
from spacy.tokens import Doc

from kg.extract.circumstances.occasions import find_occasions, find_sequels
from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tree import nodes
from kg.ontology.lexicon import Frame

Finder = Callable[[Grammar, Sequence[Match]], Mapping[int, int]]
PURPOSE: list[Row] = [
    ("Kim", "kim", "PROPN", "nsubj", 1),
    ("came", "come", "VERB", "ROOT", 1),
    ("to", "to", "PART", "mark", 3),
    ("negotiate", "negotiate", "VERB", "advcl", 1),
    ("and", "and", "CCONJ", "cc", 5),
    ("trade", "trade", "VERB", "conj", 3),
]
AIM: list[Row] = [
    ("Kim", "kim", "PROPN", "nsubj", 1),
    ("came", "come", "VERB", "ROOT", 1),
    ("for", "for", "ADP", "case", 3),
    ("talks", "talk", "NOUN", "obl", 1),
    ("and", "and", "CCONJ", "cc", 5),
    ("drills", "drill", "NOUN", "conj", 3),
]


def occasions(doc: Doc, find: Finder = find_occasions, /, **kinds: str) -> dict[str, str]:
    """An event's word to that of its occasion. kinds: word to class."""
    found = [token for token in nodes(doc) if token.text in kinds]
    matches = [
        Match(Frame("f", (t.lemma_,), "verb", kinds[t.text], {}), t, {"source": [], "target": []})
        for t in found
    ]
    served = find(grammar("en"), matches)
    return {found[k].text: found[j].text for k, j in served.items()}


@pytest.mark.parametrize(
    ("rows", "aims"), [(PURPOSE, ["negotiate", "trade"]), (AIM, ["talks", "drills"])]
)
def test_what_somebody_comes_for(rows: list[Row], aims: list[str]) -> None:
    doc = parse("en", rows, morphs=dict.fromkeys((3, 5), "VerbForm=Inf"))
    kinds = dict.fromkeys(aims, "Negotiation")
    assert occasions(doc, came="Visit", **kinds) == dict.fromkeys(aims, "came")


def test_other_acts_are_no_occasion_of_what_they_serve() -> None:
    doc = parse("en", PURPOSE, morphs=dict.fromkeys((3, 5), "VerbForm=Inf"))
    assert occasions(doc, came="TroopDeployment", negotiate="Negotiation") == {}


@pytest.mark.parametrize(
    ("preposition", "served"), [("during", {"promised": "talks"}), ("after", {})]
)
def test_what_is_promised_at_talks(preposition: str, served: dict[str, str]) -> None:
    rows: list[Row] = [
        (preposition, preposition, "ADP", "case", 1),
        ("talks", "talk", "NOUN", "obl", 2),
        ("promised", "promise", "VERB", "ROOT", 2),
    ]
    doc = parse("en", rows)
    assert occasions(doc, talks="Negotiation", promised="Promise") == served


@pytest.mark.parametrize(("kind", "part"), [("AgreementReached", True), ("Attack", False)])
def test_what_people_agreed_when_they_met(kind: str, part: bool) -> None:
    rows: list[Row] = [
        ("Kim", "kim", "PROPN", "nsubj", 1),
        ("met", "meet", "VERB", "ROOT", 1),
        ("and", "and", "CCONJ", "cc", 3),
        ("acted", "act", "VERB", "conj", 1),
    ]
    doc = parse("en", rows, morphs=dict.fromkeys((1, 3), "Tense=Past"))
    expected = {"acted": "met"} if part else {}
    assert occasions(doc, find_sequels, met="Meeting", acted=kind) == expected
