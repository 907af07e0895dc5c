"""Links between two events of a sentence: in exchange for, in support of, and so on.

An infinitive of purpose names what the event above it serves, as "in support of" does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from kg.extract.frames.matching import Match
from kg.extract.syntax.scope import is_purpose
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_verbal
from kg.extract.syntax.tree import Node, plain_words
from kg.extract.syntax.wording import occurrences
from kg.types import Event, Link, Relation

WINDOW = 6
"""Words before a phrase in which its linking words stand."""


def find_links(grammar: Grammar, matches: Sequence[Match], events: Sequence[Event]) -> list[Event]:
    """The events, each with links to those that it answers, serves, is in exchange for or despite.

    matches, events: parallel, in text order.
    """
    linked = list(events)
    triggers: dict[int, list[int]] = defaultdict(list)
    for i, match in enumerate(matches):
        triggers[match.trigger.i].append(i)
    for cause, event in zip(matches, events, strict=True):
        for relation, start in stated(grammar, cause.trigger):
            if any(i in triggers for i in range(start, cause.trigger.i)):
                continue  # "despite threats of sanctions" names the threats
            link = Link(relation, event.trigger)
            for i in nearest_above(cause.trigger, triggers):
                linked[i] = replace(linked[i], links=tuple(dict.fromkeys((*linked[i].links, link))))
    return linked


def nearest_above(cause: Node, triggers: Mapping[int, list[int]]) -> list[int]:
    """Indices of the events of the nearest trigger whose clause holds the cause.

    triggers: token index to the events of that trigger.
    """
    return next((triggers[above.i] for above in cause.ancestors if above.i in triggers), [])


def stated(grammar: Grammar, trigger: Node) -> list[tuple[Relation, int]]:
    """The relation of an event to the one above it, and where the words that state it begin."""
    if is_purpose(grammar, trigger) and is_verbal(trigger.head):
        return [("inSupportOf", trigger.left_edge.i)]
    return linking_words(grammar, trigger)


def linking_words(grammar: Grammar, trigger: Node) -> list[tuple[Relation, int]]:
    """The relation that the words right before the phrase of an event state, and their first index.

    Empty, or one: that of the words that stand nearest, the longest of them.
    """
    words = plain_words(trigger.doc, grammar.language.prepositions)
    before = range(max(trigger.sentence.start, trigger.i - WINDOW), trigger.i)
    found = max(occurrences(words, grammar.linking, before), key=last_longest, default=None)
    if found is None:
        return []
    relation = grammar.language.links[" ".join(words[found.start : found.stop])]
    return [(cast(Relation, relation), found.start)]


def last_longest(words: range) -> tuple[int, int]:
    """By what the words of a linking phrase are chosen."""
    return words.stop, len(words)


def is_linking(grammar: Grammar, token: Node) -> bool:
    """Is it the noun of such a phrase ("in support of"), and no event of its own?"""
    words = plain_words(token.doc, grammar.language.prepositions)
    if words[token.i] not in grammar.link_words:
        return False
    return " ".join(words[max(token.i - 1, 0) : token.i + 2]) in grammar.language.links
