"""What is part of a meeting or visit happens there and then: "flew to Oslo on Friday for talks"."""

from collections.abc import Mapping, Sequence

from kg.extract.circumstances.assigning import is_apart
from kg.extract.frames.matching import Match
from kg.extract.syntax.scope import is_purpose
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import SUBJECT, is_verbal
from kg.extract.syntax.tree import Node, feature
from kg.extract.time.tense import PAST
from kg.ontology.classes import event_class

GATHERING = "CONSULT"
"""Root of meetings and visits."""
SPOKEN = frozenset(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST", "ACCUSE"])
"""Roots of what people do at them."""


def find_occasions(grammar: Grammar, matches: Sequence[Match]) -> Mapping[int, int]:
    """Index of an event to that of the meeting or visit that it is part of."""
    gatherings: dict[int, int] = {}
    settings: dict[int, int] = {}
    for k, match in enumerate(matches):
        if event_class(match.frame.type).root == GATHERING:
            gatherings.setdefault((grammar.support(match.trigger) or match.trigger).i, k)
            verb = grammar.setting(match.trigger)
            if verb is not None and not is_apart(grammar, match.trigger):
                settings.setdefault(verb.i, k)
    told = {matches[k].trigger.sentence.start for k in gatherings.values()}
    near = [(k, m) for k, m in enumerate(matches) if m.trigger.sentence.start in told]
    found = {k: whole_of(grammar, match, gatherings, settings) for k, match in near}
    return {k: j for k, j in found.items() if j is not None and j != k}


def find_sequels(grammar: Grammar, matches: Sequence[Match]) -> Mapping[int, int]:
    """Index of an event to that of the meeting that it goes on with: "met in Oslo and agreed".

    They have the place in common; the day of the first need not be that of the second.
    """
    verbs = [grammar.support(match.trigger) or match.trigger for match in matches]
    roots = [event_class(match.frame.type).root for match in matches]
    gatherings = {verb.i: k for k, verb in enumerate(verbs) if roots[k] == GATHERING}
    return {
        k: gatherings[verb.head.i]
        for k, verb in enumerate(verbs)
        if roots[k] in SPOKEN and verb.head.i in gatherings and goes_on(verb)
    }


def goes_on(verb: Node) -> bool:
    """Does a clause tell what the same people did next, at the same time: "met and agreed"?"""
    own = any(child.dep_ in SUBJECT for child in verb.children)
    joined = verb.dep_ == "conj" and is_verbal(verb) and is_verbal(verb.head) and not own
    past = [PAST.isdisjoint(feature(word, "Tense")) for word in (verb, verb.head)]
    return joined and past[0] == past[1]


def whole_of(
    grammar: Grammar, match: Match, gatherings: Mapping[int, int], settings: Mapping[int, int]
) -> int | None:
    """The gathering that an event is held for or takes place at.

    gatherings, settings: index of the verb of one, and of the verb that it is the setting of
    ("promised aid during a visit to Oslo"), to its own.
    """
    if (above := occasion_of(grammar, match)) is not None:
        return gatherings.get(above.i)
    verb = grammar.support(match.trigger) or match.trigger
    return settings.get(verb.i)


def occasion_of(grammar: Grammar, match: Match) -> Node | None:
    """The word above an event that says what somebody does for it, None where it is no purpose."""
    word = grammar.support(match.trigger) or match.trigger
    while word.dep_ == "conj" and is_verbal(word) == is_verbal(word.head):
        word = word.head
    if is_verbal(word):
        return word.head if is_purpose(grammar, word) else None
    return grammar.occasion(word)
