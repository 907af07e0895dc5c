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
        if relation is None:
            continue
        for i, effect in enumerate(matches):
            if is_above(effect.trigger, cause.trigger):
                link = Link(relation, event.trigger)  # type: ignore[arg-type]
                links = dict.fromkeys((*linked[i].links, link))
                linked[i] = replace(linked[i], links=tuple(links))
    return linked


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


def is_above(effect: Token, cause: Token) -> bool:
    """Does the clause of one event hold the other?"""
    return effect.i != cause.i and any(ancestor.i == effect.i for ancestor in cause.ancestors)
