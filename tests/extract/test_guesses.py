"""Guesses through the component and the pipeline: their score, and the switch."""

from dataclasses import replace

import pytest
from annotations import annotate
from parses import blank, parse
from spacy.tokens import Doc

from kg.extract.events import GUESSED, EventFinder
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE

RUS, UKR = f"{BASE}state/RUS", f"{BASE}state/UKR"
GUESS = Frame(
    id="en-near-blork",
    lemmas=("blork",),
    pos="verb",
    type="Request",
    roles={"source": ("nsubj",), "target": ("obj",)},
    near="urge (0.80)",
)


@pytest.fixture(scope="module")
def finder() -> EventFinder:
    found = EventFinder(blank("en"), "events", guess=True)
    found.matcher = replace(found.matcher, guesses={("verb", "blork"): GUESS})
    return found


def test_a_guess_has_a_low_score(finder: EventFinder) -> None:
    (event,) = finder(blorked_to_attack())._.events[:1]
    assert (event.type, event.rule, event.score) == ("Request", "en-near-blork", GUESSED)


def test_a_guess_absorbs_no_event_of_a_frame(finder: EventFinder) -> None:
    """What one is asked to do is no event; but who knows that "blorked" is to ask?"""
    types = [event.type for event in finder(blorked_to_attack())._.events]
    assert len(types) == 2
    assert types[0] == "Request"


def test_switched_off_it_finds_none() -> None:
    finder = EventFinder(blank("en"), "events", guess=False)
    assert not finder.matcher.guesses


def test_switched_on_it_reads_the_file() -> None:
    assert EventFinder(blank("en"), "events", guess=True).matcher.guesses


def blorked_to_attack() -> Doc:
    doc = parse(
        "en",
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 1),
            ("blorked", "blork", "VERB", "ROOT", 1),
            ("Kyiv", "kyiv", "PROPN", "obj", 1),
            ("to", "to", "PART", "mark", 4),
            ("invade", "invade", "VERB", "xcomp", 1),
            ("Moscow", "moscow", "PROPN", "obj", 4),
        ],
    )
    return annotate(doc, referents={0: RUS, 2: UKR, 5: RUS})
