"""Time expressions of a Doc and what days they mean.

Words of a language's anchors (months, weekdays, units, digits) show where to look; around each
the patterns of `kg.extract.time.grammar` are tried, and the longest expression wins.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span

from kg.extract.syntax.tree import folded
from kg.extract.time import calendar
from kg.extract.time.calendar import Point, Tense
from kg.extract.time.grammar import Frame, TimeGrammar, load_grammar
from kg.extract.time.guards import GUARDS
from kg.extract.time.tense import is_under_way, tense_of
from kg.types import Time

Fit = tuple[re.Match[str], Frame]
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
    chosen = longest(grammar, doc)
    return [(to_time(grammar, found, published), found.points[0]) for found in chosen]


def longest(grammar: TimeGrammar, doc: Doc) -> list[Candidate]:
    """Those that stay when the longer one, or a range, takes its words first, in text order."""
    kept: dict[int, Candidate] = {}
    taken: set[int] = set()
    fits = sorted(find_fits(grammar, folded(doc)), key=by_length)
    for match, frame in fits:
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or not taken.isdisjoint(range(span.start, span.end)):
            continue
        if points := read_points(grammar, doc, frame, match):
            taken.update(range(span.start, span.end))
            kept[span.start] = Candidate(span, frame, points)
    return [kept[start] for start in sorted(kept)]


def by_length(fit: Fit) -> tuple[int, int, int]:
    """The longest first, of two that are as long a range."""
    match, frame = fit
    return -len(match[0]), -len(frame.groups), match.start()


def find_fits(grammar: TimeGrammar, text: str) -> Iterator[Fit]:
    """Every fit of every frame where an expression may begin."""
    begun, paired = starts(grammar, text)
    for frame in grammar.frames:  # one pattern after the other: each is large, and stays at hand
        for start in paired if len(frame.groups) > 1 else begun:
            if match := frame.pattern.match(text, start):
                yield match, frame


def starts(grammar: TimeGrammar, text: str) -> tuple[list[int], list[int]]:
    """Where an expression may begin: at or before an anchor, with only its words in between.

    And where one of two points may: with a second anchor, and only such words up to it too.
    """
    begun: list[int] = []
    paired: list[int] = []
    run: list[int] = []  # the words since the last anchor
    before: list[int] = []  # those up to it
    for match in WORD.finditer(text):
        word = match[0]
        if word not in grammar.vocabulary and not word[0].isdigit():
            run, before = [], []
            continue
        run.append(match.start())
        if word in grammar.anchors or word[0].isdigit():
            begun += run
            paired += before
            run, before = [], run
    return begun, paired


def read_points(
    grammar: TimeGrammar, doc: Doc, frame: Frame, match: re.Match[str]
) -> tuple[Point, ...]:
    """The points of a match, empty where the Doc does not bear them out."""
    if is_barred(grammar, match.string, match.start()):
        return ()
    points = [read_point(grammar, doc, match, name) for name in frame.groups]
    found = tuple(point for point in points if point is not None)
    return () if len(found) < len(points) or is_open_count(found) else found


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
