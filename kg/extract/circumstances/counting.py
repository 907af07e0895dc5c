"""Which quantity belongs to which event: how many are moved, said before how many are hit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kg.extract.frames.matching import Match
from kg.extract.syntax.obliques import TIME_TOKENS
from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.tokens import has_form, is_verbal
from kg.extract.syntax.tree import Node, nodes, root_of
from kg.ontology.classes import event_class
from kg.types import Quantity

TOLD_OF = frozenset(["obj", "xcomp", "ccomp", "obl", "iobj"])
"""Labels of what is said of an event noun: the dead in "left 20 dead"."""
CORE = frozenset(["nsubj", "nsubj:pass", "obj"])
PURPOSE = frozenset(["xcomp", "advcl"])
TERMS = frozenset(["year", "month", "week", "day"])
"""Units of a term in prison."""
PUNISHING = frozenset(["COERCE", "ACCUSE"])
"""Roots of events that a term belongs to: "pardoned after ten years in prison" is none."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The quantities of a Doc with their words, and by token index where each stands."""

    found: Sequence[tuple[Span, Quantity]]
    words: Mapping[int, Sequence[int]]
    """Node to the indices in `found` of the quantities that it is a word of."""
    roots: Mapping[int, Sequence[int]]
    """Node to those that it is the root of."""
    heads: Mapping[int, Sequence[int]]
    """Node to those whose root it is the head of."""
    sentences: frozenset[int]
    """The first words of the sentences that have one."""

    def find(self, match: Match, subjects: Iterable[Node] = ()) -> Quantity | None:
        """How many: the quantity in an argument, else the one beside the trigger, if any.

        subjects: of its verb, who may be more than the source: "a convoy of 43 trucks of Oslo".
        """
        trigger = match.trigger
        roles = [filler for role in ("theme", "target", "source") for filler in match.roles[role]]
        own, others = (
            [self.inside(word) for word in words if not is_antecedent(word, trigger, match)]
            for words in (roles, subjects)
        )
        punishing = event_class(match.frame.type).root in PUNISHING
        for places in (*own, self.beside(trigger), self.below(trigger), *others):
            told = (k for k in places if punishing or self.found[k][1].unit not in TERMS)
            if (first := min(told, default=None)) is not None:
                return self.found[first][1]
        return None

    def inside(self, filler: Node) -> Iterator[int]:
        """Those in a noun phrase."""
        phrase = noun_phrase(filler)
        return (k for i in range(phrase.start, phrase.end) for k in self.words.get(i, ()))

    def beside(self, trigger: Node) -> Iterator[int]:
        """Those right below a trigger, or above an event noun ("$300m in aid")."""
        if trigger.dep_ == "nmod":
            yield from self.words.get(trigger.head.i, ())
        yield from self.roots.get(trigger.i, ())
        yield from self.heads.get(trigger.i, ())

    def below(self, trigger: Node) -> Iterator[int]:
        """Those in the clause that says what a verb is for ("sued to recover $2bn").

        Also those of the verb that an event noun is subject or object of: "the attack left 20
        dead", "offered amnesty to 160 rebels".
        """
        if is_verbal(trigger):
            for clause in trigger.children:
                if clause.dep_ in PURPOSE and has_form(clause, "Inf"):
                    yield from self.heads.get(clause.i, ())
        elif trigger.dep_ in CORE:
            for k in self.heads.get(trigger.head.i, ()):
                if self.found[k][0].root.dep_ in TOLD_OF:
                    yield k


def is_antecedent(filler: Node, trigger: Node, match: Match) -> bool:
    """Does a relative clause only say what those did besides: "arrested 70 men who had rioted"?"""
    if filler not in match.roles["source"]:
        return False
    return any(
        word.dep_ == "acl:relcl" and word.head.i == filler.i
        for word in (trigger, *trigger.ancestors)
    )


def locate_quantities(doc: Doc, quantities: Iterable[Quantity]) -> Counts:
    """The quantities of a Doc by their words."""
    spans = ((doc.char_span(q.start, q.end, alignment_mode="expand"), q) for q in quantities)
    found = [(span, quantity) for span, quantity in spans if span is not None]
    words, roots, heads = (defaultdict[int, list[int]](list) for _ in range(3))
    times = doc.user_data.get(TIME_TOKENS, ())
    for k, (span, _) in enumerate(found):
        roots[root_of(span).i].append(k)
        head = root_of(span).head
        while head.i in times and head.head.i != head.i:  # "attacked on Monday with 20 tanks"
            head = head.head
        heads[head.i].append(k)
        for i in range(span.start, span.end):
            words[i].append(k)
    sentences = frozenset(nodes(doc)[i].sentence.start for i in words)
    return Counts(found, words, roots, heads, sentences)
