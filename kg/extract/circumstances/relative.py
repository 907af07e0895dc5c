"""Times that are counted from another event: "two days after the vote", "a day earlier".

"On Friday, a day after he met her" dates the meeting too. Without anything behind it the count
starts at the last event before that has a day: "They signed on Friday. The day before, …".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Span

from kg.edtf import to_span
from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tree import Node, nodes, sentence_of
from kg.extract.time.calendar import Point, resolve_beside
from kg.types import Time

Dated = dict[int, list[Time]]
"""Index of an event to its times, the nearest first."""
INTRODUCING = frozenset(["ADP", "SCONJ"])


@dataclass(frozen=True, slots=True)
class Step:
    """A time that is counted from another event."""

    span: Span
    time: Time
    point: Point

    def from_day(self, day: date, *, back: bool = False) -> list[Time]:
        """The time counted from a day, or back to the event from which it is counted."""
        value = resolve_beside(self.point, day, back=back)
        return [] if value is None else [replace(self.time, value=value)]


def date_beside(
    grammar: Grammar, matches: Sequence[Match], dated: Dated, steps: Sequence[Step]
) -> Dated:
    """The times of the events, with those that are counted from the time of another one.

    matches: the events in text order. dated: the times that they have already.
    """
    times = dict(dated)
    for step in steps:
        counted = dict(count(grammar, matches, times, step))
        for k in times.keys() - counted.keys():
            times[k] = [time for time in times[k] if time != step.time] or times[k]
        for k, found in counted.items():
            if found and not has_value(times.get(k, [])):
                times[k] = found
    # "Three days after" alone, cut off from what it was after, tells nothing.
    cut = {step.time for step in steps if opens_phrase(grammar, step.span)}
    return {k: [time for time in mine if time not in cut] for k, mine in times.items()}


def count(
    grammar: Grammar, matches: Sequence[Match], times: Mapping[int, list[Time]], step: Step
) -> Iterator[tuple[int, list[Time]]]:
    """The events that a step dates, each with its time."""
    inner = list(find_inner(grammar, matches, step.span))
    if not opens_phrase(grammar, step.span) and not (inner and is_of(grammar, step.span)):
        own = [k for k, owned in times.items() if step.time in owned]
        day = day_before(matches, times, step.span)
        yield from ((k, step.from_day(day)) for k in own if day)
        return
    outer = list(find_outer(grammar, matches, inner))
    if day := first_day(outer, times):
        yield from ((k, step.from_day(day, back=True)) for k in inner)
    elif day := first_day(inner, times):
        yield from ((k, step.from_day(day)) for k in outer)


def opens_phrase(grammar: Grammar, span: Span) -> bool:
    """Does what it is counted from follow: "two days after they left", no "two days later"?"""
    prepositions, after = grammar.language.prepositions, nodes(span.doc)[span.end : span.end + 1]
    last = prepositions.get(span[-1].lower_, span[-1].lower_)
    if last in grammar.language.apart:
        return bool(after) and after[0].pos_ != "PUNCT"
    heads = {word.partition(" ")[0] for word in grammar.language.apart}
    return last in heads and any(word.pos_ in INTRODUCING for word in after)


def is_of(grammar: Grammar, span: Span) -> bool:
    """Does a preposition of no place follow: "al día siguiente de la visita", but no "in talks"?"""
    language, after = grammar.language, nodes(span.doc)[span.end : span.end + 1]
    preposition = language.prepositions.get(after[0].lower_, after[0].lower_) if after else ""
    linking = language.genitive | language.directional - language.locative - language.during
    return bool(after) and after[0].pos_ == "ADP" and preposition in linking


def find_inner(grammar: Grammar, matches: Sequence[Match], span: Span) -> Iterator[int]:
    """The events of the phrase or clause that begins right after a time."""
    rest = range(span.end, sentence_of(span).stop)
    begun = [
        match.trigger.i
        for match in matches
        if match.trigger.i in rest and left_edge(grammar, match.trigger) <= span.end
    ]
    yield from (k for k, match in enumerate(matches) if match.trigger.i in begun[:1])


def left_edge(grammar: Grammar, trigger: Node) -> int:
    """Index of the first word of the phrase or clause of an event."""
    return min(word.left_edge.i for word in (trigger, grammar.support(trigger) or trigger))


def find_outer(grammar: Grammar, matches: Sequence[Match], inner: Sequence[int]) -> Iterator[int]:
    """The events of the clause above, else the last ones before in the sentence."""
    if not inner:
        return
    trigger = matches[inner[0]].trigger
    heads = {k: grammar.support(m.trigger) or m.trigger for k, m in enumerate(matches)}
    for above in heads[inner[0]].ancestors:
        found = [k for k, m in enumerate(matches) if above in (m.trigger, heads[k])]
        if found and inner[0] not in found:
            yield from found
            return
    told = range(trigger.sentence.start, trigger.i)
    last = max((m.trigger.i for m in matches if m.trigger.i in told), default=None)
    yield from (k for k, m in enumerate(matches) if m.trigger.i == last)


def day_before(
    matches: Sequence[Match], times: Mapping[int, list[Time]], span: Span
) -> date | None:
    """The day of the last event before a time that has one, in its sentence or the one before."""
    first = sentence_of(span).start
    first = nodes(span.doc)[first - 1].sentence.start if first else 0
    near = [k for k, m in enumerate(matches) if first <= m.trigger.i < span.start]
    return first_day(reversed(near), times)


def first_day(events: Iterable[int], times: Mapping[int, list[Time]]) -> date | None:
    """The day of the first of some events that has a single one."""
    spans = (to_span(t.value) for k in events for t in times.get(k, [])[:1] if t.value)
    return next((span.earliest for span in spans if span.days == 1), None)


def has_value(times: Sequence[Time]) -> bool:
    """Is the first of some times known?"""
    return bool(times) and times[0].value is not None
