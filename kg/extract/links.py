"""Links between two events of a sentence: in exchange for, in support of, and so on.

An infinitive of purpose names what the event above it serves, as "in support of" does.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Token

from kg.extract.frames import Match
from kg.extract.modality import is_purpose
from kg.extract.slots import Grammar, is_verbal
from kg.extract.tree import plain_words
from kg.types import Event, Link, Relation

WINDOW = 6
"""Words before a phrase in which its linking words stand."""


def find_links(grammar: Grammar, matches: Sequence[Match], events: Sequence[Event]) -> list[Event]:
    """The events, each with links to those that it answers, serves, is in exchange for or despite.

    matches, events: parallel, in text order.
    """
    linked = list(events)
    triggers = {match.trigger.i for match in matches}
    for cause, event in zip(matches, events, strict=True):
        for relation, start in stated(grammar, cause.trigger):
            if not triggers.isdisjoint(range(start, cause.trigger.i)):
                continue  # "despite threats of sanctions" names the threats
            link = Link(relation, event.trigger)
            for i in nearest_above(cause.trigger, matches):
                linked[i] = replace(linked[i], links=tuple(dict.fromkeys((*linked[i].links, link))))
    return linked


def nearest_above(cause: Token, matches: Sequence[Match]) -> list[int]:
    """Indices of the events of the nearest trigger whose clause holds the cause."""
    for ancestor in cause.ancestors:
        if found := [i for i, match in enumerate(matches) if match.trigger.i == ancestor.i]:
            return found
    return []


def stated(grammar: Grammar, trigger: Token) -> list[tuple[Relation, int]]:
    """The relation of an event to the one above it, and where the words that state it begin."""
    if is_purpose(grammar, trigger) and is_verbal(trigger.head):
        return [("inSupportOf", trigger.left_edge.i)]
    return linking_words(grammar, trigger)


def linking_words(grammar: Grammar, trigger: Token) -> list[tuple[Relation, int]]:
    """The relation that the words right before the phrase of an event state, and their first index.

    Empty, or one: that of the words that stand nearest, the longest of them.
    """
    first = max(trigger.sent.start, trigger.i - WINDOW)
    words = plain_words(trigger.doc, grammar.language.prepositions)[first : trigger.i]
    found = [
        (start + len(phrase), len(phrase), relation, first + start)
        for phrase, relation in phrases(grammar)
        for start in range(len(words))
        if tuple(words[start : start + len(phrase)]) == phrase
    ]
    return [(relation, start) for _, _, relation, start in sorted(found)[-1:]]


def phrases(grammar: Grammar) -> list[tuple[tuple[str, ...], Relation]]:
    """The words of each linking phrase with its relation."""
    links = grammar.language.links.items()
    return [(tuple(phrase.split()), cast(Relation, relation)) for phrase, relation in links]


def is_linking(grammar: Grammar, token: Token) -> bool:
    """Is it the noun of such a phrase ("in support of"), and no event of its own?"""
    words = plain_words(token.doc, grammar.language.prepositions)
    return " ".join(words[max(token.i - 1, 0) : token.i + 2]) in grammar.language.links
