"""Time expressions of a Doc and what days they mean.

Words of a language's anchors (months, weekdays, units, digits) show where to look; around each
the patterns of `kg.extract.time.grammar` are tried, and the longest expression wins.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span

from kg.extract.syntax.tree import text_of
from kg.extract.time import calendar
from kg.extract.time.calendar import Point, Tense
from kg.extract.time.grammar import Frame, TimeGrammar, load_grammar
from kg.extract.time.guards import GUARDS
from kg.extract.time.tense import is_under_way, tense_of
from kg.types import Time

WORD = re.compile(r"\w+")
REACH = 30
"""How many characters before an expression are looked at."""


@dataclass(frozen=True)
class Candidate:
    """A stretch of the text that a frame fits; points: one, or both ends of a range."""

    span: Span
    frame: Frame
    points: tuple[Point, ...]


def read_times(doc: Doc, *, published: date | None) -> list[tuple[Time, Point]]:
    """The time expressions of a Doc in text order; they do not overlap; each with its first point.

    Text and offsets (characters, end exclusive) include the preposition. The value is None where
    neither the words nor the publication fix it; what is counted from another event has none here.
    A bare weekday, day or month lies on the side of the publication that the tense of its verb
    tells, by default on or before it. A language without a time grammar gives none.
    Raises DataError when the data file of the language breaks its format.
    """
    grammar = load_grammar(doc.lang_)
    if grammar is None:
        return []
    chosen = longest(candidates(grammar, doc))
    return [(to_time(grammar, found, published), found.points[0]) for found in chosen]


def longest(found: Iterable[Candidate]) -> list[Candidate]:
    """Those that stay when the longer one, or a range, takes its words first, in text order."""
    kept: dict[int, Candidate] = {}
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda c: (-len(c.span.text), -len(c.points), c.span.start)):
        tokens = range(candidate.span.start, candidate.span.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept[candidate.span.start] = candidate
    return [kept[start] for start in sorted(kept)]


def candidates(grammar: TimeGrammar, doc: Doc) -> Iterator[Candidate]:
    """Every fit of every frame where an expression may begin."""
    text = fold(text_of(doc))
    begun = list(starts(grammar, text))
    fits = [  # one pattern after the other: each is large, and stays at hand
        (match, frame)
        for frame in grammar.frames
        for start in begun
        if (match := frame.pattern.match(text, start))
    ]
    for match, frame in sorted(fits, key=lambda fit: fit[0].start()):
        yield from read_match(grammar, doc, frame, match)


def fold(text: str) -> str:
    """Lower case, character by character, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def starts(grammar: TimeGrammar, text: str) -> Iterator[int]:
    """Where an expression may begin: at or before an anchor, with only its words in between."""
    run: list[int] = []
    for match in WORD.finditer(text):
        word = match[0]
        if word not in grammar.vocabulary and not word[0].isdigit():
            run.clear()
            continue
        run.append(match.start())
        if word in grammar.anchors or word[0].isdigit():
            yield from run
            run.clear()


def read_match(
    grammar: TimeGrammar, doc: Doc, frame: Frame, match: re.Match[str]
) -> Iterator[Candidate]:
    """The candidate of a match, if the Doc bears its points out."""
    if is_barred(grammar, match.string, match.start()):
        return
    points = []
    for name in frame.groups:
        point = read_point(grammar, doc, match, name)
        if point is None:
            return
        points.append(point)
    span = doc.char_span(*match.span(), alignment_mode="expand")
    if span is not None and not is_open_count(points):
        yield Candidate(span, frame, tuple(points))


def is_open_count(points: Sequence[Point]) -> bool:
    """A range whose end is a bare number that no month makes a day: "January and 27"."""
    return len(points) > 1 and points[-1].is_day_only and points[0].day is None


def is_barred(grammar: TimeGrammar, text: str, start: int) -> bool:
    """Do the words before it say that it is no time: "every", a street?"""
    return grammar.not_after.search(text[max(0, start - REACH) : start]) is not None


def read_point(grammar: TimeGrammar, doc: Doc, match: re.Match[str], name: str) -> Point | None:
    """What the words of a point mean; None where a guard says that they are no time."""
    parsed = grammar.parse(name, match[name])
    if parsed is None or is_barred(grammar, match.string, match.start(name)):
        return None
    point, rule = parsed
    span = doc.char_span(*match.span(name), alignment_mode="expand")
    if span is None or not all(GUARDS[guard](span) for guard in rule.guards):
        return None
    return point


def to_time(grammar: TimeGrammar, candidate: Candidate, published: date | None) -> Time:
    """The expression with its value."""
    span = candidate.span
    tense = candidate.frame.tense or tense_of(
        span,
        verbs=grammar.future_verbs,
        auxiliaries=grammar.future_auxiliaries,
        demands=grammar.demands,
        begun=candidate.frame.value == "since",
    )
    if candidate.frame.value == "until" and is_under_way(span):
        tense = "future"
    value = value_of(candidate, published, tense)
    if value and candidate.points[0].kind == "lasting" and is_under_way(span):
        value = calendar.since(value)
    return Time(span.text, span.start_char, span.end_char, value)


def value_of(candidate: Candidate, published: date | None, tense: Tense) -> str | None:
    """The value of a candidate in EDTF."""
    if len(candidate.points) == 2:
        return calendar.resolve_range(*candidate.points, published, tense)
    value = calendar.resolve(candidate.points[0], published, tense)
    return value if value is None else VALUES[candidate.frame.value](value)


VALUES: Mapping[str, Callable[[str], str | None]] = {
    "as is": str,
    "since": calendar.since,
    "until": calendar.until,
    "about": calendar.about,
    "eve": calendar.eve,
}
