"""By whom a passive says it is done: "was held by the guards", "feita pelo centro"."""

from dataclasses import dataclass

from kg.extract.syntax.obliques import Obliques
from kg.extract.syntax.tokens import (
    OBLIQUE,
    is_infinitive,
    is_participle,
    is_passive,
)
from kg.extract.syntax.tree import Node, feature, nodes

CONTENT_CLAUSE = frozenset(["acl", "xcomp", "ccomp"])
SPECIFYING = frozenset("det amod appos flat flat:name nummod nmod:poss".split())  # noqa: SIM905
"""Labels of what says which one a noun means."""
JUDGING = frozenset(["Charge"])
"""Classes of what a verb such as "try" or "convict" tells."""
ATTACHED = frozenset(["aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "obj"])
"""Labels below a participle that is more than joined to another: "and that was beaten"."""


@dataclass(frozen=True)
class Agents(Obliques):
    """Finds the agent phrases of passives."""

    def agents(self, verb: Node) -> list[Node]:
        """The agent phrases of a passive."""
        own = [child for child in verb.children if child.dep_ == "obl:agent"]
        return own or self.by_phrases(verb) or self.agents_below(verb)

    def agents_below(self, verb: Node) -> list[Node]:
        """Those that stand after an infinitive: "autorizados a emigrar pelo presidente"."""
        below = [c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)]
        found = [agent for inner in below for agent in self.by_phrases(inner)]
        return [agent for agent in found if self.names_actor(agent)]

    def shared_agents(self, verb: Node) -> list[Node]:
        """Those after the last of joined participles: "was held and beaten by the guards"."""
        if verb.dep_ == "conj" and is_passive(verb.head):
            return [agent for agent in self.agents(verb.head) if agent.i > verb.i]
        after = [child for child in verb.children if child.i > verb.i and child.dep_ != "cc"]
        bare = [c for c in after[:1] if c.dep_ == "conj" and is_participle(c)]
        bare = [c for c in bare if not any(w.dep_ in ATTACHED for w in c.children)]
        return [agent for participle in bare for agent in self.agents(participle)]

    def buried_agent(self, verb: Node) -> list[Node]:
        """The agent below the oblique before it: "foram aplaudidas das janelas por moradores"."""
        above = [c for c in verb.children if c.dep_ in OBLIQUE and c.i > verb.i]
        below = [noun for child in above for noun in child.children if noun.dep_ == "nmod"]
        agents = [n for n in below if self.preposition(n) in self.language.agent]
        return [agent for agent in agents if self.names_actor(agent)]

    def is_cause(self, phrase: Node) -> bool:
        """A bare singular noun for no actor: "held by mistake", "investigada por suspeita de".

        Not so one with an article in its preposition: "feita pelo centro de imprensa".
        """
        single = phrase.pos_ == "NOUN" and "Sing" in feature(phrase, "Number")
        contracted = self.language.prepositions
        bare = all(
            child.dep_ not in SPECIFYING and child.lower_ not in contracted
            for child in phrase.children
        )
        # "Por suspeita de ter forçado": a suspicion, and no woman whom somebody suspects.
        content = any(child.dep_ in CONTENT_CLAUSE for child in phrase.children)
        return single and bare and (content or not self.names_actor(phrase))

    def is_charge(self, phrase: Node, verb: Node) -> bool:
        """Is it a deed for which somebody is tried: "juzgado por el asesinato"?"""
        deed = ("noun", phrase.lemma_) in self.lexicon.by_trigger
        frames = self.lexicon.by_trigger.get(("verb", verb.lemma_), ()) if deed else ()
        return any(frame.type in JUDGING for frame in frames)

    def by_phrases(self, verb: Node) -> list[Node]:
        """Agent phrases that the parser took for plain obliques; "Iran" of "Iran-backed"."""
        return [
            child
            for child in verb.children
            if child.dep_ in OBLIQUE
            and (self.preposition(child) in self.language.agent or is_hyphened(child, verb))
        ]

    def names_actor(self, noun: Node) -> bool:
        """Has a noun a referent, or is it one for actors?"""
        linked = noun.doc._.referents or {}  # None until the linker has run, which asks here too
        return noun.lemma_ in self.lexicon.actors or noun.i in linked


def is_hyphened(word: Node, participle: Node) -> bool:
    """Does a hyphen join a word to the participle after it?"""
    return participle.i == word.i + 2 and nodes(word.doc)[word.i + 1].text == "-"
