"""Who fills which slot of a predicate: one reading of Universal Dependencies for all languages.

Slots are logical: the `nsubj` of a passive is its agent, that of a relative pronoun its
antecedent, that of an infinitive the one who controls it. So a lexicon frame is written once, for
the active finite verb, and holds for every construction.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.syntax.obliques import Obliques
from kg.extract.syntax.tokens import (
    CLAUSAL,
    OBLIQUE,
    SUBJECT,
    expand,
    has_case,
    has_form,
    is_asserted,
    is_nominal,
    is_participle,
    is_passive,
    is_predicate,
    is_verbal,
    unique,
)
from kg.extract.syntax.tree import children, once

RELATIVE_CORE = frozenset(["obj", "nsubj", "nsubj:pass"])
PARTICLE = frozenset(["compound:prt", "advmod", "prep"])
"""Labels that parsers give the particle of a phrasal verb: "stepped down", "caved in to"."""
LENT = frozenset(["nsubj", "iobj", "xcomp", "ccomp"])
"""Slots that an event noun takes from its light verb; the others are its own dependents."""
MAX_CLIMB = 6
"""How many clauses up a dropped subject is looked for; deeper ones are parser noise."""


@dataclass(frozen=True)
class Grammar(Obliques):
    """Reads slots off a parse with the words of one language."""

    @once
    def fillers(self, token: Token, slot: str) -> list[Token]:
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
            return [filler for inner in unreal for filler in self.fillers(inner, rest)]
        return unique(found)

    def fill_verb(self, verb: Token, slot: str) -> list[Token]:
        """Fillers of one slot of a verb or predicative adjective."""
        if slot == "nsubj":
            return self.logical_subject(verb)
        if slot == "obj":
            return self.logical_object(verb)
        if slot == "iobj" and is_passive(verb) and self.retained_object(verb):
            return self.surface_subject(verb)
        if slot in ("xcomp", "ccomp"):
            return [child for child in children(verb) if child.dep_ in CLAUSAL]
        if slot.startswith("obl:"):
            return self.obliques(verb, slot[4:]) or self.nested_obliques(verb, slot[4:])
        if slot == "compound:prt":
            return [child for child in children(verb) if child.dep_ in PARTICLE]
        return expand(child for child in children(verb) if child.dep_ == slot)

    def fill_noun(self, noun: Token, slot: str) -> list[Token]:
        """Fillers of one slot of an event noun, its light verb included."""
        verb = self.support(noun)
        if slot == "head":
            return [noun.head]
        if slot == "poss":
            return self.possessors(noun)
        if slot.startswith("obl:"):
            own = self.obliques(noun, slot[4:])
            return (
                own
                or self.lent_obliques(verb or noun.head, noun, slot[4:])
                or self.nested_obliques(verb or noun, slot[4:])
                or self.nested_obliques(noun, slot[4:])
            )
        if verb is None or slot not in LENT:
            return expand(child for child in children(noun) if child.dep_ == slot)
        found = [filler for filler in self.fill_verb(verb, slot) if filler.i != noun.i]
        return found or (self.inherited_subject(verb, 1) if slot == "nsubj" else [])

    def lent_obliques(self, head: Token, noun: Token, preposition: str) -> list[Token]:
        """Phrases of the light verb of an event noun, or of the noun above it that follow it.

        An active verb has no agent phrase: "condemned the shelling of Bihac by rebels".
        """
        agent = preposition in self.language.agent and not is_passive(head)
        if is_verbal(head) and head != self.support(noun) and not (agent and noun.dep_ == "obj"):
            return []
        found = self.obliques(head, preposition, after=noun.i)
        return [filler for filler in found if filler.i != noun.i]

    # ------------------------------------------------------------ subjects and objects

    def logical_subject(self, verb: Token) -> list[Token]:
        """Who does it: the agent phrase of a passive, else the subject."""
        if not is_passive(verb):
            return self.surface_subject(verb)
        agents = [child for child in children(verb) if child.dep_ == "obl:agent"]
        return expand(agents or self.by_phrases(verb))

    def by_phrases(self, verb: Token) -> list[Token]:
        """Agent phrases that the parser took for plain obliques."""
        return [
            child
            for child in children(verb)
            if child.dep_ in OBLIQUE and self.preposition(child) in self.language.agent
        ]

    def logical_object(self, verb: Token) -> list[Token]:
        """To whom or what it is done: the subject of a passive, else the object."""
        if is_passive(verb):
            return self.retained_object(verb) or self.surface_subject(verb)
        objects = [child for child in children(verb) if child.dep_ in ("obj", "iobj")]
        direct = [c for c in objects if c.dep_ == "obj" and not has_case(c)] or objects
        return self.resolve(direct) or self.relative_object(verb)

    def retained_object(self, verb: Token) -> list[Token]:
        """What is given in a passive whose subject is the recipient: "was granted asylum"."""
        kept = [c for c in children(verb) if c.dep_ == "obj" and not has_case(c)]
        return expand(kept) if verb.lemma_ in self.lexicon.giving else []

    def relative_object(self, verb: Token) -> list[Token]:
        """The noun above a relative clause whose pronoun has no place in it: "the bill he vetoed".

        Parsers take "that" for a conjunction, and English may leave it out.
        """
        own = [child for child in children(verb) if child.dep_ in SUBJECT]
        words = [word for child in children(verb) for word in (child, *children(child))]
        relative = [word for word in words if self.is_relative(word)]
        placed = any(word.dep_ != "mark" for word in relative)
        if verb.dep_ != "acl:relcl" or not own or placed or not is_nominal(verb.head):
            return []
        if verb.head.dep_ in OBLIQUE and not relative:  # "in the case he fails"
            return []
        return expand([verb.head])

    def surface_subject(self, verb: Token, climbed: int = 0) -> list[Token]:
        """The subject as the syntax gives it, through relatives, control and ellipsis."""
        own = [child for child in children(verb) if child.dep_ in SUBJECT]
        nouns = [child for child in own if not self.is_relative(child)]
        if own:
            return self.resolve(nouns or own)
        if climbed >= MAX_CLIMB:
            return []
        return self.inherited_subject(verb, climbed + 1)

    def inherited_subject(self, verb: Token, climbed: int) -> list[Token]:
        """The subject of a clause without one: it is that of another clause, or a noun above."""
        head, label = verb.head, verb.dep_
        if label == "acl" or (label == "amod" and is_participle(verb)):
            if has_form(verb, "Inf"):
                return self.subject_above(head, climbed)
            if is_predicate(head) and not is_passive(verb):
                return self.surface_subject(head, climbed)
            author = None if is_passive(verb) else self.author(head)
            return self.surface_subject(author, climbed) if author else expand([head])
        if label == "acl:relcl":
            return self.subject_above(head, climbed)
        if label in ("conj", "xcomp", "ccomp", "advcl", "parataxis"):
            return self.controller(verb, climbed)
        return []

    def author(self, noun: Token) -> Token | None:
        """The light verb of a thing said or done: "issued a report accusing Oslo"."""
        if noun.pos_ != "NOUN" or noun.lemma_ in self.lexicon.actors:
            return None
        light = self.support(noun)
        return light if light is not None and light.is_ancestor(noun) else None

    def controller(self, verb: Token, climbed: int) -> list[Token]:
        """Who controls an embedded clause: the object of the verb above it, else its subject."""
        head = verb.head
        if not is_verbal(head):
            return self.subject_above(head, climbed)
        controlled = verb.dep_ in ("xcomp", "ccomp") and not has_form(verb, "Ger")
        if controlled and not is_passive(head) and not is_asserted(verb):
            objects = [c for c in children(head) if c.dep_ in ("obj", "iobj") and is_nominal(c)]
            if objects and objects[0].i < verb.i:
                return self.resolve(objects)
        return self.surface_subject(head, climbed)

    def subject_above(self, noun: Token, climbed: int) -> list[Token]:
        """Whose decision: the possessor of a noun, who it is by, else the subject above it."""
        owners = [
            o for o in self.possessors(noun) if o.dep_ != "amod" or o.doc._.referents.get(o.i)
        ] or expand(self.by_phrases(noun))
        if owners:
            return owners
        for ancestor in noun.ancestors:
            if is_verbal(ancestor):
                return self.surface_subject(ancestor, climbed)
        return []

    def possessors(self, noun: Token) -> list[Token]:
        """Possessor, demonym adjective or compound of a noun: Russia's, Russian, Russia."""
        labels = ("nmod:poss", "amod", "compound", "nmod")
        return self.resolve(
            [
                child
                for child in children(noun)
                if (child.dep_ in labels and not has_case(child))
                or child.dep_ == "nmod:poss"
                or (child.dep_ == "det" and child.lower_ in self.language.possessives)
                or (child.dep_ == "det" and child.i == noun.left_edge.i and self.is_relative(child))
            ]
        )

    # ------------------------------------------------------------ light verbs

    @once
    def support(self, noun: Token) -> Token | None:
        """The light verb that an event noun is the object of: "held talks", "talks he held"."""
        head = noun.head
        light = head.lemma_ in self.lexicon.light_verbs
        if light and noun.dep_ in ("obj", "nsubj:pass"):
            return head
        if noun.dep_ == "conj" and is_nominal(head):
            return self.support(head)
        for clause in children(noun):
            if clause.dep_ == "acl" and clause.lemma_ in self.lexicon.light_verbs:
                return clause
            light = clause.dep_ == "acl:relcl" and clause.lemma_ in self.lexicon.light_verbs
            core = [child for child in children(clause) if child.dep_ in RELATIVE_CORE]
            if light and any(self.is_relative(child) for child in core):
                return clause
        return None

    def setting(self, noun: Token) -> Token | None:
        """The verb during whose event a noun takes place: "asked him during talks"."""
        if noun.dep_ == "obl" and self.preposition(noun) in self.language.during:
            return noun.head if is_verbal(noun.head) else None
        return None
