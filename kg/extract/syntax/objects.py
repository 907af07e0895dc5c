"""To whom or what it is done, where a parse hides it: behind a time, a relative or a verb."""

from dataclasses import dataclass

from kg.extract.syntax.agents import ATTACHED
from kg.extract.syntax.obliques import TIME_TOKENS, described
from kg.extract.syntax.supports import Supports
from kg.extract.syntax.tokens import (
    OBLIQUE,
    SUBJECT,
    expand,
    has_case,
    is_infinitive,
    is_nominal,
    is_passive,
)
from kg.extract.syntax.tree import Node, feature, nodes
from kg.ontology.classes import event_class

COMPELLING = frozenset(["COERCE", "REQUEST"])
"""Roots of making or asking somebody to do something."""


@dataclass(frozen=True)
class Objects(Supports):
    """Finds objects that parsers hung elsewhere."""

    def raised_object(self, verb: Node) -> list[Node]:
        """The relative object of the verb above an infinitive: "o homem que chegou a louvar"."""
        if verb.dep_ != "xcomp" or not is_infinitive(verb):
            return []
        return self.resolve([c for c in verb.head.children if self.is_raised(c)])

    def is_raised(self, word: Node) -> bool:
        """Is it a relative object of a verb that makes nobody do anything: "que chegou a"?"""
        if word.dep_ != "obj" or not self.is_relative(word):
            return False
        lemma = word.head.lemma_
        frames = self.lexicon.by_trigger.get(("verb", lemma), ())
        asks = any(event_class(frame.type).root in COMPELLING for frame in frames)
        return not (asks or self.lexicon.operators.get(lemma) == "demanded")

    def object_after_time(self, verb: Node) -> list[Node]:
        """The object that a parser hung on the time before it: "signed on Monday a treaty"."""
        times = verb.doc.user_data.get(TIME_TOKENS, ())
        days = [c for c in verb.children if c.dep_ == "obl" and c.i in times and c.i > verb.i]
        below = [noun for day in days for noun in day.children if noun.i > day.i]
        return [
            n
            for n in below
            if n.pos_ in ("NOUN", "PROPN")
            and n.i not in times
            and n.dep_ in ("amod", "nmod", "appos")
            and not has_case(n)
        ]

    def object_after_place(self, verb: Node) -> list[Node]:
        """The same of a place, where the object is counted: "signed in Goma, Congo, five pacts"."""
        after = [c for c in verb.children if c.dep_ == "obl" and c.i > verb.i]
        names = [c for c in after if c.pos_ == "PROPN"]
        places = [c for c in names if self.preposition(c) in self.language.locative]
        return [noun for place in places for noun in place.children if is_counted_apart(noun)]

    def second_subject(self, verb: Node) -> list[Node]:
        """The object that a parser took for one more subject: "a OTAN advertiu Minsk de que"."""
        found = [child for child in verb.children if child.dep_ == "nsubj"]
        own = [child for child in found if len(found) > 1 and not has_case(child)]
        if len(own) < 2 or own[0].i > verb.i or is_passive(verb):
            return []
        return [child for child in own if child.i > verb.i]

    def retained_object(self, verb: Node) -> list[Node]:
        """What is given in a passive whose subject is the recipient: "was granted asylum"."""
        if verb.lemma_ not in self.lexicon.giving:
            return []
        return expand(c for c in verb.children if c.dep_ == "obj" and not has_case(c))

    def relative_object(self, verb: Node) -> list[Node]:
        """The noun above a relative clause whose pronoun has no place in it: "the bill he vetoed".

        Parsers take "that" for a conjunction, and English may leave it out.
        """
        if verb.dep_ != "acl:relcl" or not is_nominal(verb.head):
            return []
        own = [child for child in verb.children if child.dep_ in SUBJECT]
        words = [word for child in verb.children for word in (child, *child.children)]
        relative = [word for word in words if self.is_relative(word)]
        if not own or any(word.dep_ != "mark" for word in relative):
            return []
        if verb.head.dep_ in OBLIQUE and not relative:  # "in the case he fails"
            return []
        return described(verb.head, verb)


def is_counted_apart(noun: Node) -> bool:
    """Is a noun with its number an apposition of a name: "in Goma, five pacts"?"""
    counted = any(child.dep_ == "nummod" for child in noun.children)
    return noun.dep_ == "appos" and noun.pos_ == "NOUN" and counted


def shared_objects(verb: Node) -> list[Node]:
    """Those after the last of joined verbs: "persiguieron y mataron a tres campesinos"."""
    last = verb
    while joined := [c for c in last.children if is_joined(c, last)]:
        last = joined[-1]
    return [c for c in last.children if c.dep_ == "obj" and c.i > last.i] if last != verb else []


def is_joined(verb: Node, first: Node) -> bool:
    """Is it a verb of the same form that only a conjunction or a comma parts from the first?"""
    if verb.dep_ != "conj":
        return False
    between = nodes(verb.doc)[first.i + 1 : verb.i]
    return (
        verb.pos_ == first.pos_ == "VERB"
        and feature(verb, "VerbForm") == feature(first, "VerbForm")
        and len(between) == 1
        and (between[0].dep_ == "cc" or between[0].is_punct)
        and not any(c.dep_ in ATTACHED - {"obj"} for c in verb.children)
    )
