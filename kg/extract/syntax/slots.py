"""Who fills which slot of a predicate: one reading of Universal Dependencies for all languages.

Slots are logical: the `nsubj` of a passive is its agent, that of a relative pronoun its
antecedent, that of an infinitive the one who controls it. So a lexicon frame is written once, for
the active finite verb, and holds for every construction.
"""

from dataclasses import dataclass

from kg.extract.syntax.participants import BLAMING, Participants
from kg.extract.syntax.tokens import (
    CLAUSAL,
    OBLIQUE_OR_OBJECT,
    SUBJECT,
    expand,
    has_case,
    has_form,
    is_asserted,
    is_infinitive,
    is_participle,
    is_passive,
    is_verbal,
    unique,
)
from kg.extract.syntax.tree import Node, feature, subtree
from kg.ontology.classes import event_class

JUDGED = OBLIQUE_OR_OBJECT | {"amod"}
"""Labels of what somebody is said to be, which follows a preposition."""
COUNTED = SUBJECT | {"obj"}
"""Labels of a number that stands for those it counts: "and 60 were hurt"."""
PARTICLE = frozenset(["compound:prt", "advmod", "prep"])
"""Labels that parsers give the particle of a phrasal verb: "stepped down", "caved in to"."""
UTTERED = frozenset(["ACCUSE", "REQUEST", "THREATEN"])
"""Roots of words with which somebody does something else."""
LENT = frozenset(["nsubj", "iobj", "xcomp", "ccomp"])
"""Slots that an event noun takes from its light verb; the others are its own dependents."""
RECEIVED = "received"
"""Slot of those to whom it is done that a noun tells; no frame names it."""


@dataclass(frozen=True)
class Grammar(Participants):
    """Reads slots off a parse with the words of one language."""

    def fillers(self, token: Node, slot: str) -> list[Node]:
        """Heads of the phrases in a slot of a trigger, conjuncts included, in text order.

        slot: as in lexicon files; `xcomp>obj` follows the embedded clause, `head>nsubj` the word
        above an event noun ("spoke during a visit"). Unfilled, empty list.
        """
        first, _, rest = slot.partition(">")
        if first.startswith("obl:") and not self.is_said(first[4:], token):
            return []
        found = self.fill_verb(token, first) if is_verbal(token) else self.fill_noun(token, first)
        if rest:
            told = first in ("ccomp", "head")
            unreal = [inner for inner in found if told or not is_asserted(inner)]
            return unique([filler for inner in unreal for filler in self.fillers(inner, rest)])
        return unique(found)

    def fill_verb(self, verb: Node, slot: str) -> list[Node]:
        """Fillers of one slot of a verb or predicative adjective."""
        if slot == "nsubj":
            return self.logical_subject(verb)
        if slot == "obj":
            return self.logical_object(verb)
        if slot == "iobj" and is_passive(verb) and self.retained_object(verb):
            return self.surface_subject(verb)
        if slot in ("xcomp", "ccomp"):
            return [child for child in verb.children if child.dep_ in CLAUSAL]
        if slot.startswith("obl:"):
            found = self.obliques(verb, slot[4:]) or self.nested_obliques(verb, slot[4:])
            return found or self.shared_obliques(verb, slot[4:])
        if slot == "as":
            return self.judgements(verb)
        if slot == "compound:prt":
            return [c for c in verb.children if c.dep_ in PARTICLE] or self.lost_particle(verb)
        return expand(child for child in verb.children if child.dep_ == slot)

    def judgements(self, verb: Node) -> list[Node]:
        """What somebody is said to be: "called him a liar", "classificou a lei de absurda"."""
        judged = [noun for c in verb.children if c.dep_ == "obj" for noun in c.children]
        phrases = [c for c in (*verb.children, *judged) if c.dep_ in JUDGED]
        told = [c for c in phrases if self.preposition(c) in self.language.judging]
        plain = [c for c in verb.children if c.dep_ in CLAUSAL and not has_form(c, "Inf")]
        return expand([*plain, *told])

    def lost_particle(self, verb: Node) -> list[Node]:
        """The particle taken for the preposition of what follows: "hunted down the rebels"."""
        below = [case for child in verb.children for case in child.children]
        after = [case for case in below if case.i == verb.i + 1 and case.dep_ == "case"]
        return [case for case in after if case.lower_ not in self.language.locative]

    def shared_obliques(self, verb: Node, preposition: str) -> list[Node]:
        """Those of a second verb that counts more of the same: "18 died and 60 were hurt in"."""
        counting = [
            other
            for other in verb.children
            if other.dep_ == "conj"
            and is_verbal(other)
            and any(
                c.dep_ in COUNTED and self.is_number(c) and not (c.dep_ == "obj" and has_case(c))
                for c in other.children
            )
        ]
        slot = f"obl:{preposition}"
        return [filler for other in counting for filler in self.fill_verb(other, slot)]

    def is_number(self, word: Node) -> bool:
        """Does it say how many: "60", "a hundred", "60 soldiers"?"""
        counted = any(child.dep_ == "nummod" for child in word.children)
        return word.pos_ == "NUM" or word.lemma_ in self.language.number_nouns or counted

    def fill_noun(self, noun: Node, slot: str) -> list[Node]:
        """Fillers of one slot of an event noun, its light verb included."""
        verb = self.lender(noun)
        if slot == "head":
            return [noun.head]
        if slot == "poss":
            own = self.possessors(noun)
            return own or (self.possessors(noun.head) if self.is_counted(noun) else [])
        if slot == RECEIVED:
            return self.receivers(noun)
        if slot.startswith("obl:"):
            own = self.obliques(noun, slot[4:])
            if self.receivers(noun):
                own = own + self.lent_obliques(noun.head, noun, slot[4:])
            return (
                own
                or self.lent_obliques(verb or noun.head, noun, slot[4:])
                or self.nested_obliques(verb or noun, slot[4:])
                or self.nested_obliques(noun, slot[4:])
                or self.attributed(noun, slot[4:])
            )
        if verb is None or slot not in LENT:
            own = self.resolve([child for child in noun.children if child.dep_ == slot])
            return own or (self.utterers(noun) if slot == "nsubj" else [])
        found = [filler for filler in self.fill_verb(verb, slot) if filler.i != noun.i]
        # "Said that a request was made" does not say who made it.
        open_clause = slot == "nsubj" and not (is_passive(verb) and is_asserted(verb))
        return found or (self.inherited_subject(verb, 1) if open_clause else [])

    def utterers(self, noun: Node) -> list[Node]:
        """Who does something with words of blame or request: "resigned with sharp criticism of"."""
        verb, before = noun.head, self.preposition(noun)
        adjunct = noun.dep_ == "obl" and before in self.language.manner and is_verbal(verb)
        if not adjunct or is_passive(verb) or not is_indefinite(noun):
            return []
        frames = self.lexicon.by_trigger.get(("noun", noun.lemma_), ())
        uttered = all(event_class(frame.type).root in UTTERED for frame in frames)
        found = self.surface_subject(verb) if uttered and frames else []
        return [subject for subject in found if self.names_actor(subject)]

    def lent_obliques(self, head: Node, noun: Node, preposition: str) -> list[Node]:
        """Phrases of the light verb of an event noun, or of the noun above it that follow it.

        An active verb has no agent phrase: "condemned the shelling of Bihac by rebels". A verb with
        an event for its subject and no object only says that it happens: "clashes erupted between".
        """
        found = [f for f in self.obliques(head, preposition, after=noun.i) if f.i != noun.i]
        placed = preposition in self.language.locative
        happening = not placed and self.is_happening(noun, head)
        if not is_verbal(head) or head in (self.lender(noun), self.support(noun)) or happening:
            return found
        if self.utterers(noun):
            return [phrase for phrase in found if phrase.i > noun.i]
        agent = preposition in self.language.agent and not is_passive(head)
        if agent and noun.dep_ == "obj":
            return found
        hostile = preposition in self.language.hostile
        return [f for f in found if hostile and f.left_edge.i == right_end(noun, f) + 1]

    def attributed(self, noun: Node, preposition: str) -> list[Node]:
        """Phrases of the participle of a noun: "a truce agreed between Paris and Bonn"."""
        if preposition in self.language.agent:
            return []
        labels = ("acl", "amod")
        formed = [c for c in noun.children if c.dep_ in labels and is_participle(c)]
        bound = [verb for verb in formed if not self.is_blaming(verb)]
        bound += [c for c in noun.children if self.is_yet_to_be(c)]
        phrases = ((verb, self.obliques(verb, preposition)) for verb in bound)
        return [f for v, own in phrases for f in own or self.nested_obliques(v, preposition)]

    def is_yet_to_be(self, verb: Node) -> bool:
        """Does an infinitive say of an event that it will be: "uma reunião a realizar entre"?"""
        light = verb.dep_ == "acl" and verb.lemma_ in self.lexicon.light_verbs
        return light and is_infinitive(verb)

    def is_blaming(self, verb: Node) -> bool:
        """Does a participle say who is thought to have done it: "an attack attributed to"?"""
        frames = self.lexicon.by_trigger.get(("verb", verb.lemma_), ())
        return any(frame.type in BLAMING for frame in frames)

    def is_happening(self, noun: Node, verb: Node) -> bool:
        """Is a noun the subject of a verb without object, which says no more than that it is?"""
        bare = any(c.dep_ == "obj" and not has_case(c) for c in verb.children)
        return noun.dep_ == "nsubj" and not bare and not is_passive(verb)


def is_indefinite(noun: Node) -> bool:
    """Has a noun no definite article or the like: "com duras críticas", "numa crítica"?"""
    words = [child for child in noun.children if child.dep_ in ("det", "case")]
    return not any(
        "Def" in feature(word, "Definite") or "Dem" in feature(word, "PronType") for word in words
    )


def right_end(noun: Node, before: Node) -> int:
    """Index of the last word of a noun's phrase that stands before another phrase."""
    end = before.left_edge.i
    return max((token.i for token in subtree(noun) if token.i < end), default=noun.i)
