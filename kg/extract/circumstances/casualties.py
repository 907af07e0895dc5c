"""Who was killed, wounded, captured or is missing in an event: its quantities of people, by kind.

The unit says it ("25 dead"), or the verb that has the quantity as object or passive subject
("killed at least 12 civilians and wounded 40").
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span, Token

from kg.extract.circumstances.assigning import Located, find_anchors, share_out
from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_verbal
from kg.extract.syntax.tree import children
from kg.ontology.classes import event_class
from kg.types import Casualties, Outcome, Quantity

VIOLENT = frozenset(["ASSAULT", "COERCE", "PROTEST"])
"""Roots of events that have casualties."""
BY_UNIT: Mapping[str | None, Outcome] = {
    "dead": "killed",
    "wounded": "wounded",
    "missing": "missing",
}
DONE_TO = frozenset(["obj", "nsubj:pass"])
SENTENCE = frozenset(["acl:relcl", "ccomp", "parataxis"])
"""Labels of clauses that tell of something else than the clause above."""


def find_casualties(
    grammar: Grammar,
    outcomes: Mapping[str, Outcome],
    matches: Sequence[Match],
    found: Sequence[tuple[Span, Quantity]],
) -> dict[int, tuple[Casualties, ...]]:
    """Index of an event to its casualties in text order; who has none is left out.

    outcomes: lemma of a verb to what it does to people. found: quantities with their words.
    """
    violent = [k for k, m in enumerate(matches) if event_class(m.frame.type).root in VIOLENT]
    anchors = [find_anchors(grammar, matches[k]) for k in violent]
    located = [
        Located(span.root, Casualties(outcome, quantity))
        for span, quantity in found
        if (outcome := find_outcome(outcomes, span, quantity)) is not None
    ]
    shared = share_out(located, anchors, path)
    order = {located_.item: k for k, located_ in enumerate(located)}
    return {violent[k]: tuple(sorted(mine, key=order.__getitem__)) for k, mine in shared.items()}


def find_outcome(outcomes: Mapping[str, Outcome], span: Span, quantity: Quantity) -> Outcome | None:
    """What became of those that a quantity counts; None when it does not say."""
    by_unit = BY_UNIT.get(quantity.unit)
    if by_unit is not None:
        return by_unit
    for word in span:
        verb = word.head
        if verb.i not in range(span.start, span.end) and is_verbal(verb):
            died = word.dep_ == "nsubj" and not any(c.dep_ == "obj" for c in children(verb))
            outcome = outcomes.get(verb.lemma_)
            if word.dep_ in DONE_TO or (died and outcome == "killed"):
                return outcome
    return None


def path(head: Token) -> list[Token]:
    """The words above a quantity within its clause and those joined to it, nearest first."""
    above = [head]
    for word in head.ancestors:
        above.append(word)
        if word.dep_ in SENTENCE:
            break
    return above
