"""Time expressions of a Doc and what days they mean.

Words of a language's anchors (months, weekdays, units, digits) show where to look; around each
the patterns of `kg.extract.time_grammar` are tried, and the longest expression wins.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from kg.extract import calendar
from kg.extract.calendar import Point, Tense
from kg.extract.time_grammar import Frame, TimeGrammar, load_grammar
from kg.types import Time

WORD = re.compile(r"\w+")
REACH = 30
"""How many characters before an expression are looked at."""
VERBAL = frozenset(["VERB", "AUX"])
NOMINAL = frozenset(["NOUN", "PROPN", "ADJ"])
ATTRIBUTIVE = frozenset(["nummod", "amod", "compound", "det"])


@dataclass(frozen=True)
class Candidate:
    """A stretch of the text that a frame fits; points: one, or both ends of a range."""

    start: int
    end: int
    frame: Frame
    points: tuple[Point, ...]


def find_times(doc: Doc, *, published: date | None) -> list[Time]:
    """The time expressions of a Doc in text order; they do not overlap.

    Text and offsets (characters, end exclusive) include the preposition. The value is None where
    neither the words nor the publication fix it; no expression takes its date from elsewhere.
    A bare weekday, day or month lies on the side of the publication that the tense of its verb
    tells, by default on or before it. A language without a time grammar gives none.
    Raises DataError when the data file of the language breaks its format.
    """
    grammar = load_grammar(doc.lang_)
    if grammar is None:
        return []
    chosen = longest(candidates(grammar, doc))
    return [to_time(grammar, doc, candidate, published) for candidate in chosen]


def longest(found: Iterable[Candidate]) -> list[Candidate]:
    """Those that stay when the longer one takes its words first, in text order."""
    kept: dict[int, Candidate] = {}
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda c: (c.start - c.end, c.start)):
        characters = range(candidate.start, candidate.end)
        if taken.isdisjoint(characters):
            taken.update(characters)
            kept[candidate.start] = candidate
    return [kept[start] for start in sorted(kept)]


def candidates(grammar: TimeGrammar, doc: Doc) -> Iterator[Candidate]:
    """Every fit of every frame where an expression may begin."""
    text = fold(doc.text)
    for start in starts(grammar, text):
        for frame in grammar.frames:
            if match := frame.pattern.match(text, start):
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
    for name in ("point",) if "point" in frame.pattern.groupindex else ("start", "stop"):
        point = read_point(grammar, doc, match, name)
        if point is None:
            return
        points.append(point)
    yield Candidate(match.start(), match.end(), frame, tuple(points))


def is_barred(grammar: TimeGrammar, text: str, start: int) -> bool:
    """Do the words before it say that it is no time: "every", a street?"""
    return grammar.not_after.search(text[max(0, start - REACH) : start]) is not None


def read_point(grammar: TimeGrammar, doc: Doc, match: re.Match[str], name: str) -> Point | None:
    """What the words of a point mean; None where a guard says that they are no time."""
    parsed = grammar.parse(match[name])
    if parsed is None or is_barred(grammar, match.string, match.start(name)):
        return None
    point, rule = parsed
    span = doc.char_span(*match.span(name), alignment_mode="expand")
    if span is None or not all(GUARDS[guard](span) for guard in rule.guards):
        return None
    return point


def is_no_count(span: Span) -> bool:
    """The number counts nothing: "em 1984", not "em 1984 casas"."""
    last = span[-1]
    if modifies_next(last):
        return False
    return not is_followed_by(span, frozenset(["NOUN"]))


def is_no_ordinal(span: Span) -> bool:
    """A short weekday is not the number of something: "na segunda", not "na segunda vez"."""
    last = span[-1]
    if modifies_next(last) or is_followed_by(span, frozenset(["NOUN"])):
        return False
    return not last.is_title


def is_no_title(span: Span) -> bool:
    """Not the start of a name: "na primavera", not "na Primavera Árabe"."""
    after = span.doc[span.end : span.end + 1]
    return not (span[-1].is_title and any(token.is_title for token in after))


def is_capital(span: Span) -> bool:
    """The last word, numbers apart, has a capital: "Mar. 5", not "mar 5"."""
    words = [token for token in span if token.text[:1].isalpha()]
    return words[-1].text[:1].isupper()


def is_name(span: Span) -> bool:
    """A month that is a common word too stands as a name: "in May", not "in march"."""
    return is_capital(span) and all(token.pos_ not in VERBAL for token in span)


def is_year_of(span: Span) -> bool:
    """The number stands before a singular noun: "the 1994 treaty", not "the 1984 people"."""
    last = span[-1]
    head = last.head if modifies_next(last) else next(iter(last.doc[span.end : span.end + 1]), last)
    return head.pos_ in NOMINAL and "Plur" not in head.morph.get("Number")


def is_to_come(span: Span) -> bool:
    """Its verb is not in the past, where "in two days" is how long it took."""
    verb = verb_above(span)
    return verb is not None and "Past" not in verb.morph.get("Tense")


def modifies_next(token: Token) -> bool:
    """Does the word modify one further on?"""
    return token.dep_ in ATTRIBUTIVE and token.head.i > token.i


def is_followed_by(span: Span, pos: frozenset[str]) -> bool:
    """Is the next word one of these parts of speech?"""
    return span.end < len(span.doc) and span.doc[span.end].pos_ in pos


GUARDS = {
    "no count": is_no_count,
    "no ordinal": is_no_ordinal,
    "no title": is_no_title,
    "capital": is_capital,
    "name": is_name,
    "year of": is_year_of,
    "to come": is_to_come,
}


def to_time(grammar: TimeGrammar, doc: Doc, candidate: Candidate, published: date | None) -> Time:
    """The expression with its value."""
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    tense = candidate.frame.tense or tense_of(grammar, span)
    value = value_of(candidate, published, "future" if tense == "future" else "past")
    return Time(span.text, span.start_char, span.end_char, value)


def value_of(candidate: Candidate, published: date | None, tense: Tense) -> str | None:
    """The value of a candidate in EDTF."""
    if len(candidate.points) == 2:
        return calendar.resolve_range(*candidate.points, published, tense)
    value = calendar.resolve(candidate.points[0], published, tense)
    return value if value is None else VALUES[candidate.frame.value](value)


VALUES = {
    "as is": str,
    "since": calendar.since,
    "until": calendar.until,
    "about": calendar.about,
}


def tense_of(grammar: TimeGrammar, span: Span) -> Tense:
    """Past or future, from the nearest verb above an expression; past where it does not tell."""
    verb = verb_above(span)
    return "future" if verb is not None and is_future(grammar, verb) else "past"


def verb_above(span: Span) -> Token | None:
    """The nearest verb or copula above an expression, None without a parse."""
    if not span.doc.has_annotation("DEP"):
        return None
    for token in (span.root, *span.root.ancestors):
        if token.pos_ in VERBAL:
            return token
        if copula := next((child for child in token.children if child.dep_ == "cop"), None):
            return copula
    return None


def is_future(grammar: TimeGrammar, verb: Token) -> bool:
    """By its form, its auxiliary ("will", "vai"), or a verb of planning, itself or above it."""
    if "Fut" in verb.morph.get("Tense") or "Cnd" in verb.morph.get("Mood"):
        return True
    if verb.lemma_.lower() in grammar.future_verbs:
        return True
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    if any(is_future_auxiliary(grammar, auxiliary) for auxiliary in auxiliaries):
        return True
    infinitive = "Inf" in verb.morph.get("VerbForm") and verb.dep_ in ("xcomp", "ccomp")
    return infinitive and is_future_head(grammar, verb.head)


def is_future_head(grammar: TimeGrammar, head: Token) -> bool:
    """Does a verb put the infinitive below it in the future?"""
    return head.lemma_.lower() in grammar.future_verbs or is_future_auxiliary(grammar, head)


def is_future_auxiliary(grammar: TimeGrammar, token: Token) -> bool:
    """ "will", "vai", "deve": an auxiliary of the future that is not in the past itself."""
    past = {"Past", "Imp", "Pqp"} & set(token.morph.get("Tense"))
    return token.lemma_.lower() in grammar.future_auxiliaries and not past
