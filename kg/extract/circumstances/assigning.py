"""Which expression of a circumstance belongs to which event.

An expression belongs to the nearest trigger above it in the tree, or to the verb of its clause.
So "signed last year and sent troops" dates the signing alone, and "estimated in September that
2,000 were killed" dates the estimate.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import expand, is_verbal
from kg.extract.syntax.tree import Node, feature, once

Item = TypeVar("Item")
TOLD = frozenset(["ccomp", "parataxis", "obj"])
"""Labels of what somebody says."""


@dataclass(frozen=True)
class Located(Generic[Item]):
    """An expression and the head of its phrase."""

    head: Node
    item: Item


@once
def find_anchors(grammar: Grammar, trigger: Node) -> dict[int, int]:
    """Words whose circumstances are those of an event: token index to how far they are from it.

    They are the trigger, its light verb, the verb that an event noun is set in ("asked him during
    talks on Monday"), and a step away the verb whose subject or object it is ("the talks began on
    Monday").
    """
    near = [trigger, grammar.support(trigger) or stray_support(grammar, trigger)]
    settings = [trigger] if not is_verbal(trigger) else trigger.children
    for noun in settings:
        verb = grammar.setting(noun)
        if verb is not None and not is_apart(grammar, noun):
            near += [noun, verb, holding_verb(grammar, noun)]
    host = host_verb(grammar, trigger)
    far = {} if host is None else {host.i: 1}
    return far | {token.i: 0 for token in near if token is not None}


def holding_verb(grammar: Grammar, noun: Node) -> Node | None:
    """The verb of a clause that says when or where a noun is held: "the talks held on Friday"."""
    verb = grammar.support(noun)
    return verb if verb is not None and verb.head.i == noun.i else None


def anchors_near(
    found: Iterable[Located[Item]],
    matches: Iterable[Match],
    find: Callable[[Match], dict[int, int]],
) -> list[dict[int, int]]:
    """The anchors of each event, none where no expression stands in its sentence."""
    told = {located.head.sentence.start for located in found}
    return [find(match) if match.trigger.sentence.start in told else {} for match in matches]


def is_apart(grammar: Grammar, noun: Node) -> bool:
    """Is it in a phrase of what came before or after: "after two days of talks"?"""
    phrase = [noun]
    while phrase[-1].dep_ == "nmod" and not is_verbal(phrase[-1].head):
        phrase.append(phrase[-1].head)
    return any(grammar.preposition(word) in grammar.language.apart for word in phrase)


def share_out(
    found: Iterable[Located[Item]],
    anchors: Sequence[dict[int, int]],
    path: Callable[[Node], list[Node]] | None = None,
) -> dict[int, list[Item]]:
    """Give each expression to the events whose anchor is nearest above it.

    anchors: one mapping an event, as `find_anchors` gives it. path: the words above an expression,
    nearest first; `governing_path` by default. Returns the index of an event to its
    expressions, nearest first; an expression that stands below no anchor is nobody's.
    """
    owners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for k, mine in enumerate(anchors):
        for word, rank in mine.items():
            owners[word].append((k, rank))
    ranked: dict[int, list[tuple[int, int, Item]]] = defaultdict(list)
    for located in found:
        for k, far in nearest((path or governing_path)(located.head), owners):
            ranked[k].append((far, located.head.i, located.item))
    return {k: [row[2] for row in sorted(rows, key=lambda r: r[:2])] for k, rows in ranked.items()}


def nearest(
    path: Sequence[Node], owners: Mapping[int, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """The events whose anchor is fewest steps up the tree: (index, steps), once each."""
    reached = [
        (k, step + rank) for step, above in enumerate(path) for k, rank in owners.get(above.i, ())
    ]
    least = min((far for _, far in reached), default=None)
    return list(dict.fromkeys((k, far) for k, far in reached if far == least))


def host_verb(grammar: Grammar, noun: Node) -> Node | None:
    """The verb that an event noun is subject or object of, unless the noun reports speech."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubj:pass", "obj") or not is_verbal(verb):
        return None
    told = any(child.dep_ in TOLD for child in verb.children)  # none of "the talks advanced"
    speaks = noun.dep_ == "nsubj" and verb.lemma_ in grammar.lexicon.speech_verbs and told
    return None if speaks else verb


def stray_support(grammar: Grammar, noun: Node) -> Node | None:
    """Its light verb, where the parser hung it on a noun inside the phrase of the event noun.

    It agrees with the event alone: "o acordo entre os partidos, alcançado na sexta-feira".
    """
    inner = expand(child for child in noun.children if child.dep_ == "nmod")
    for clause in (clause for word in inner for clause in word.children):
        light = clause.dep_ == "acl" and clause.lemma_ in grammar.lexicon.light_verbs
        if light and agree(clause, noun) and not agree(clause, clause.head):
            return clause
    return None


def agree(participle: Node, noun: Node) -> bool:
    """Have two words a gender and a number in common, and does the parse tell both?"""
    return all(feature(participle, name) & feature(noun, name) for name in ("Gender", "Number"))


def governing_path(token: Node) -> list[Node]:
    """The words above an expression up to the first verb, nearest first."""
    path = []
    for ancestor in token.ancestors:
        path.append(ancestor)
        if is_verbal(ancestor):
            break
    return path
