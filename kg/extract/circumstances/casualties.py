"""Who was killed, wounded, captured or is missing in an event: its quantities of people, by kind.

The unit says it ("25 dead"), the verb that has the quantity as object or passive subject
("killed at least 12 civilians and wounded 40"), or what is said of them ("12 ficaram feridos").
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from kg.extract.circumstances.assigning import Located, anchors_near, find_anchors, share_out
from kg.extract.circumstances.places import first_conjunct
from kg.extract.frames.matching import Match
from kg.extract.syntax.obliques import TIME_TOKENS
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_participle, is_verbal
from kg.extract.syntax.tree import Node, nodes_of, root_of
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
SAID_OF = DONE_TO | {"nsubj"}
NOMINAL = frozenset(["ADJ", "NOUN"])
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
    located = [
        Located(root_of(span), Casualties(outcome, quantity))
        for span, quantity in found
        if (outcome := find_outcome(outcomes, span, quantity)) is not None
    ]
    anchors = anchors_near(
        located,
        [matches[k] for k in violent],
        lambda match: deadly_verbs(outcomes, match.trigger) | find_anchors(grammar, match.trigger),
    )
    shared = share_out(located, anchors, path)
    order = {located_.item: k for k, located_ in enumerate(located)}
    return {violent[k]: tuple(sorted(mine, key=order.__getitem__)) for k, mine in shared.items()}


def deadly_verbs(outcomes: Mapping[str, Outcome], trigger: Node) -> dict[int, int]:
    """The verb of what an event led to, one step away: "five died when police opened fire".

    A clause with "when" may hang on the time before it: "died on Tuesday when".
    """
    times = trigger.doc.user_data.get(TIME_TOKENS, ())
    timed = trigger.dep_ == "acl:relcl" and trigger.head.i in times
    verb = trigger.head.head if timed else trigger.head
    beside = timed or trigger.dep_ == "advcl"
    return {verb.i: 1} if beside and verb.lemma_ in outcomes else {}


def find_outcome(outcomes: Mapping[str, Outcome], span: Span, quantity: Quantity) -> Outcome | None:
    """What became of those that a quantity counts; None when it does not say."""
    by_unit = BY_UNIT.get(quantity.unit)
    if by_unit is not None:
        return by_unit
    for word in nodes_of(span):
        if word.head.i in range(span.start, span.end):
            continue
        word = first_conjunct(word)  # "a soldier and two policemen died"
        if is_verbal(word.head) and (done := done_to(outcomes, word)) is not None:
            return done
        if word.dep_ in SAID_OF and (state := state_of(outcomes, word)) is not None:
            return state
    return None


def done_to(outcomes: Mapping[str, Outcome], word: Node) -> Outcome | None:
    """What a verb does to its object or passive subject, or what who dies suffers."""
    verb = word.head
    died = word.dep_ == "nsubj" and not any(c.dep_ == "obj" for c in verb.children)
    outcome = outcomes.get(verb.lemma_)
    return outcome if word.dep_ in DONE_TO or (died and outcome == "killed") else None


def state_of(outcomes: Mapping[str, Outcome], word: Node) -> Outcome | None:
    """What they are said to be or become: "60 ficaram feridas", "left 60 people wounded"."""
    head = word.head
    below = [child for child in head.children if child.dep_ == "xcomp"]
    stated = below if is_verbal(head) else [head]
    states = (said for said in stated if said.pos_ in NOMINAL or is_participle(said))
    return next((outcomes[said.lemma_] for said in states if said.lemma_ in outcomes), None)


def path(head: Node) -> list[Node]:
    """The words above a quantity within its clause and those joined to it, nearest first."""
    above = [head]
    for word in head.ancestors:
        above.append(word)
        if word.dep_ in SENTENCE:
            break
    return above
