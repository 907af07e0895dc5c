"""What a meeting or visit is for happens there and then: "flew to Oslo on Friday for talks"."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from kg.extract.frames.matching import Match
from kg.extract.syntax.scope import is_purpose
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_verbal
from kg.extract.syntax.tree import sentence
from kg.ontology.classes import event_class

GATHERING = "CONSULT"
"""Root of meetings and visits."""


def find_occasions(grammar: Grammar, matches: Sequence[Match]) -> Mapping[int, int]:
    """Index of an event to that of the meeting or visit whose purpose it is."""
    gatherings: dict[int, int] = {}
    for k, match in enumerate(matches):
        if event_class(match.frame.type).root == GATHERING:
            gatherings.setdefault((grammar.support(match.trigger) or match.trigger).i, k)
    told = {sentence(matches[k].trigger).start for k in gatherings.values()}
    near = ((k, m) for k, m in enumerate(matches) if sentence(m.trigger).start in told)
    served = ((k, occasion_of(grammar, match)) for k, match in near)
    found = {k: gatherings.get(word.i, k) for k, word in served if word is not None}
    return {k: j for k, j in found.items() if j != k}


def occasion_of(grammar: Grammar, match: Match) -> Token | None:
    """The word above an event that says what somebody does for it, None where it is no purpose."""
    word = grammar.support(match.trigger) or match.trigger
    while word.dep_ == "conj" and is_verbal(word) == is_verbal(word.head):
        word = word.head
    if is_verbal(word):
        return word.head if is_purpose(grammar, word) else None
    return grammar.occasion(word)
