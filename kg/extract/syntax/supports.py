"""What an event noun leans on: its light verb, its owner, the clause that it is set in."""

from dataclasses import dataclass

from kg.extract.syntax.agents import Agents
from kg.extract.syntax.tokens import (
    OBLIQUE_OR_OBJECT,
    follows_punctuation,
    has_case,
    is_asserted,
    is_nominal,
    is_participle,
    is_plural,
    is_predicate,
    is_verbal,
)
from kg.extract.syntax.tree import Node, nodes, once

RELATIVE_CORE = frozenset(["obj", "nsubj", "nsubj:pass"])


@dataclass(frozen=True)
class Supports(Agents):
    """Finds the light verb, the owner and the setting of a noun."""

    def can_own(self, word: Node) -> bool:
        """Is a possessor more than what kind of thing it is or when: "el 3 de abril, donde"?"""
        if word.dep_ == "amod":
            return bool(word.doc._.referents.get(word.i))
        return has_case(word) or word.dep_ not in ("compound", "nmod") or self.names_actor(word)

    def authors(self, noun: Node) -> list[Node]:
        """Who a thing is by; a journey "por América" is not by America."""
        frames = self.lexicon.by_trigger.get(("noun", noun.lemma_), ())
        aimed = {slot for frame in frames for slot in frame.roles.get("target", ())}
        found = self.by_phrases(noun)
        return [phrase for phrase in found if f"obl:{self.preposition(phrase)}" not in aimed]

    @once
    def possessors(self, noun: Node) -> list[Node]:
        """Possessor, demonym adjective or compound of a noun: Russia's, Russian, Russia."""
        labels = ("nmod:poss", "amod", "compound", "nmod")
        return self.resolve(
            [
                child
                for child in noun.children
                if (child.dep_ in labels and not has_case(child))
                or child.dep_ == "nmod:poss"
                or (child.dep_ == "det" and child.lower_ in self.language.possessives)
                or (child.dep_ == "det" and child.i == noun.left_edge.i and self.is_relative(child))
            ]
        )

    @once
    def support(self, noun: Node) -> Node | None:
        """The verb that an event noun is the object of: "held talks", "talks he held", "faced".

        It lends subject or recipient, and tells the time and mood.
        """
        head, told = noun.head, self.telling_relative(noun)
        if told is not None and is_asserted(told):
            return told
        light = head.lemma_ in self.lexicon.supporting and not is_called(noun)
        if light and noun.dep_ in ("obj", "nsubj:pass"):
            # "Hizo frente al ataque lanzado por Oslo": Oslo attacks.
            done = [c for c in noun.children if c.dep_ == "acl" and self.agents(c)]
            if not (has_case(noun) and done and done[0].lemma_ in self.lexicon.light_verbs):
                return head
        if light and is_predicate(head) and self.preposition(noun) in self.language.genitive:
            return head  # "was the target of attacks"
        if self.is_taken_up(noun):
            return head
        if (noun.dep_ == "conj" and is_nominal(head)) or self.is_counted(noun):
            return self.support(head)
        for clause in noun.children:
            carried = clause.dep_ == "acl" or (clause.dep_ == "amod" and is_participle(clause))
            if carried and clause.lemma_ in self.lexicon.light_verbs:
                return clause
        return told

    def telling_relative(self, noun: Node) -> Node | None:
        """The light verb of a relative clause on a noun: "the talks that Oslo held"."""
        for clause in noun.children:
            light = clause.dep_ == "acl:relcl" and clause.lemma_ in self.lexicon.light_verbs
            core = [child for child in clause.children if light and child.dep_ in RELATIVE_CORE]
            if any(self.is_relative(child) for child in core):
                return clause
        return None

    def is_taken_up(self, noun: Node) -> bool:
        """Does the verb above do what a noun with its preposition tells: "engaged in talks"?"""
        head = noun.head
        if head.lemma_ not in self.lexicon.taking_up or noun.dep_ not in OBLIQUE_OR_OBJECT:
            return False
        return self.preposition(noun) in self.lexicon.taking_up[head.lemma_] and is_verbal(head)

    def lender(self, noun: Node) -> Node | None:
        """The light verb of a noun, whose subject is that of the event.

        Not so one that only tells of it: "the exit from the pact, announced by Oslo".
        """
        verb = self.support(noun)
        if verb is not None and verb.lemma_ in self.lexicon.receiving:
            return None
        below = verb is not None and verb.head.i == noun.i
        if verb is None or not (below and verb.lemma_ in self.lexicon.speech_verbs):
            return verb
        return None if follows_punctuation(verb) else verb

    def occasion(self, noun: Node) -> Node | None:
        """The verb of motion or the like whose purpose a noun is: "flew to Bonn for talks"."""
        aim = noun.dep_ == "obl" and self.preposition(noun) in self.language.aims
        return noun.head if aim and is_verbal(noun.head) else None

    def is_counted(self, noun: Node) -> bool:
        """Does the noun above only say how many or that it is done: "series of", "start of"?"""
        lemma, language = noun.head.lemma_, self.language
        counts = lemma in language.number_nouns or lemma in language.phases
        counts = counts or self.is_lasting(noun.head)
        return counts and noun.dep_ == "nmod" and self.preposition(noun) in self.language.genitive

    def is_lasting(self, noun: Node) -> bool:
        """Does it say how long something goes on: "hours of talks", "three days of talks"?"""
        return noun.lemma_ in self.language.time_nouns and is_plural(noun)

    def setting(self, noun: Node) -> Node | None:
        """The verb during whose event a noun takes place: "asked him during talks"."""
        if noun.dep_ == "obl" and noun.head.dep_ == "advmod":  # "antes ←obl─ reunião"
            timed = f"{noun.head.lower_} {self.preposition(noun)}" in self.language.during
            return noun.head.head if timed and is_verbal(noun.head.head) else None
        if noun.dep_ == "obl" and self.preposition(noun) in self.language.during:
            return noun.head if is_verbal(noun.head) else None
        lasting = any(child.dep_ == "nummod" for child in noun.head.children)
        part = noun.dep_ == "nmod" and self.preposition(noun) in self.language.genitive
        return self.setting(noun.head) if part and lasting else None  # "after two weeks of talks"


def is_called(noun: Node) -> bool:
    """Is it said to be something, as parsers see it: "called the bombing of Gaza a crime"?"""
    after = [child for child in noun.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
    article = [c for c in after if nodes(c.doc)[c.left_edge.i].dep_ == "det"]
    return any(not follows_punctuation(child) for child in article)
