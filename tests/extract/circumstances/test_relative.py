"""Times that are counted from another event, on parses made by hand."""

from collections.abc import Sequence

import pytest
from parses import Row, grammar, parse
from spacy.tokens import Doc

from kg.extract.circumstances.relative import Step, date_beside
from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tree import nodes
from kg.extract.time.calendar import Point
from kg.ontology.lexicon import Frame
from kg.types import Time

TWO_DAYS = Point("beside", count=2, unit="day", sign=1)
DAY = "2024-06-07"


@pytest.fixture(scope="module")
def en() -> Grammar:
    return grammar("en")


def dates(
    en: Grammar,
    doc: Doc,
    triggers: Sequence[str],
    words: tuple[int, int],
    *,
    known: str,
    owner: str = "",
    point: Point = TWO_DAYS,
) -> dict[str, str | None]:
    """Trigger to the value of its time; known: the event of 7 June. owner: whose the words are."""
    found = [token for token in nodes(doc) if token.text in triggers]
    matches = [Match(Frame("f", (t.lemma_,), "verb", "Attack", {}), t, {}) for t in found]
    span = doc[words[0] : words[1]]
    time = Time(span.text, span.start_char, span.end_char, None)
    dated = {k: [Time("Friday", 0, 6, DAY)] for k, t in enumerate(found) if t.text == known}
    dated |= {k: [time] for k, t in enumerate(found) if t.text == owner}
    times = date_beside(en, matches, dated, [Step(span, time, point)])
    return {found[k].text: mine[0].value for k, mine in times.items() if mine}


def after(preposition: str = "after") -> Doc:
    """ "Oslo left two days after it met Bonn"."""
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("left", "leave", "VERB", "ROOT", 1),
        ("two", "two", "NUM", "nummod", 3),
        ("days", "day", "NOUN", "obl", 6),
        (preposition, preposition, "SCONJ", "mark", 6),
        ("it", "it", "PRON", "nsubj", 6),
        ("met", "meet", "VERB", "advcl", 1),
        ("Bonn", "bonn", "PROPN", "obj", 6),
    ]
    return parse("en", rows)


def test_what_came_first_is_counted_back(en: Grammar) -> None:
    found = dates(en, after(), ["left", "met"], (2, 5), known="left")
    assert found == {"left": DAY, "met": "2024-06-05"}


def test_what_came_next_is_counted_on(en: Grammar) -> None:
    found = dates(en, after(), ["left", "met"], (2, 5), known="met")
    assert found == {"left": "2024-06-09", "met": DAY}


def test_before_counts_the_other_way(en: Grammar) -> None:
    point = Point("beside", count=2, unit="day", sign=-1)
    found = dates(en, after("before"), ["left", "met"], (2, 5), known="left", point=point)
    assert found["met"] == "2024-06-09"


def test_without_a_day_nothing_is_counted(en: Grammar) -> None:
    assert dates(en, after(), ["left", "met"], (2, 5), known="") == {}


def later(between: Sequence[Row] = ()) -> Doc:
    """ "Oslo met Bonn . Two days later Oslo left"; between: words before the second sentence."""
    at = 4 + len(between)
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("met", "meet", "VERB", "ROOT", 1),
        ("Bonn", "bonn", "PROPN", "obj", 1),
        (".", ".", "PUNCT", "punct", 1),
        *between,
        ("Two", "two", "NUM", "nummod", at + 1),
        ("days", "day", "NOUN", "obl", at + 4),
        ("later", "later", "ADV", "advmod", at + 1),
        ("Oslo", "oslo", "PROPN", "nsubj", at + 4),
        ("left", "leave", "VERB", "ROOT", at + 4),
    ]
    return parse("en", rows)


def test_two_days_later_counts_from_the_sentence_before(en: Grammar) -> None:
    found = dates(en, later(), ["met", "left"], (4, 7), known="met", owner="left")
    assert found == {"met": DAY, "left": "2024-06-09"}


def test_and_from_none_further_back(en: Grammar) -> None:
    between: list[Row] = [
        ("Bonn", "bonn", "PROPN", "nsubj", 5),
        ("slept", "sleep", "VERB", "ROOT", 5),
        (".", ".", "PUNCT", "punct", 5),
    ]
    found = dates(en, later(between), ["met", "left"], (7, 10), known="met", owner="left")
    assert found == {"met": DAY, "left": None}


@pytest.mark.parametrize(
    ("preposition", "known", "expected"),
    [("of", "met", {"met": DAY, "left": "2024-06-09"}), ("in", "met", {"met": DAY, "left": None})],
)
def test_what_a_day_is_after_may_hang_on_it(
    en: Grammar, preposition: str, known: str, expected: dict[str, str | None]
) -> None:
    """ "The day following of their meeting they left": with "in" the meeting is no start."""
    rows: list[Row] = [
        ("later", "later", "ADV", "advmod", 4),
        (preposition, preposition, "ADP", "case", 2),
        ("met", "meeting", "NOUN", "nmod", 0),
        ("they", "they", "PRON", "nsubj", 4),
        ("left", "leave", "VERB", "ROOT", 4),
    ]
    found = dates(en, parse("en", rows), ["met", "left"], (0, 1), known=known, owner="left")
    assert found == expected


def test_a_count_from_an_event_without_a_day_is_no_time(en: Grammar) -> None:
    assert dates(en, after(), ["left", "met"], (2, 5), known="", owner="left") == {}
    assert dates(en, later(), ["met", "left"], (4, 7), known="", owner="left") == {"left": None}
