"""Links between two events of a sentence: in exchange for, in support of, in response to."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.frames import Match
from kg.extract.slots import Grammar
from kg.types import Event, Link

WINDOW = 6
"""Words before a phrase in which its linking words stand."""


def find_links(grammar: Grammar, matches: Sequence[Match], events: Sequence[Event]) -> list[Event]:
    """The events, each with links to those that it is in exchange for, in support of, or answers.

    matches, events: parallel, in text order.
    """
    linked = list(events)
    for cause, event in zip(matches, events, strict=True):
        relation = linking_words(grammar, cause.trigger)
        above = nearest_above(cause.trigger, matches) if relation else []
        for i in above:
            link = Link(relation, event.trigger)  # type: ignore[arg-type]
            linked[i] = replace(linked[i], links=tuple(dict.fromkeys((*linked[i].links, link))))
    return linked


def nearest_above(cause: Token, matches: Sequence[Match]) -> list[int]:
    """Indices of the events of the nearest trigger whose clause holds the cause."""
    for ancestor in cause.ancestors:
        if found := [i for i, match in enumerate(matches) if match.trigger.i == ancestor.i]:
            return found
    return []


def linking_words(grammar: Grammar, trigger: Token) -> str | None:
    """The relation that the words right before the phrase of an event state, or None."""
    doc, start = trigger.doc, trigger.i
    window = doc[max(trigger.sent.start, start - WINDOW) : start]
    words = " ".join(grammar.language.prepositions.get(t.lower_, t.lower_) for t in window)
    for phrase, relation in grammar.language.links.items():
        if f" {phrase} " in f" {words} ":
            return relation
    return None


def is_linking(grammar: Grammar, token: Token) -> bool:
    """Is it the noun of such a phrase ("in support of"), and no event of its own?"""
    window = token.doc[max(token.i - 1, 0) : token.i + 2]
    words = [grammar.language.prepositions.get(t.lower_, t.lower_) for t in window]
    return " ".join(words) in grammar.language.links
