"""Who takes part in what a word tells, through passives, relatives and control."""

from dataclasses import dataclass

from kg.extract.syntax.agents import JUDGING
from kg.extract.syntax.objects import COMPELLING, Objects, shared_objects
from kg.extract.syntax.obliques import described
from kg.extract.syntax.tokens import (
    CLAUSAL,
    OBLIQUE,
    OBLIQUE_OR_OBJECT,
    PRONOMINAL,
    SUBJECT,
    expand,
    has_case,
    has_form,
    is_asserted,
    is_infinitive,
    is_nominal,
    is_participle,
    is_passive,
    is_predicate,
    is_verbal,
)
from kg.extract.syntax.tree import Node, feature, nodes, once, plain_words
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Frame

PATIENT = frozenset(["obj", "iobj", "nsubj:pass"])
"""Labels of whom something is asked or said."""
BLAMING = frozenset(["Allegation", "Blame"])
"""Classes of what a verb such as "attribute" tells."""
PUNISHING = frozenset("Arrest Deportation Execution Expulsion SanctionImposed Sentencing".split())  # noqa: SIM905
ANSWERING = BLAMING | JUDGING | PUNISHING | {"Condemnation", "Praise"}
"""Classes of what is said of or done to somebody for what he did: "praised Oslo for hosting"."""
AUXILIARY = frozenset(["aux", "aux:pass"])
MAX_CLIMB = 6
"""How many clauses up a dropped subject is looked for; deeper ones are parser noise."""


@dataclass(frozen=True)
class Participants(Objects):
    """Finds the subject and the object of a word, as they are meant."""

    def logical_subject(self, verb: Node) -> list[Node]:
        """Who does it: the agent phrase of a passive, else the subject."""
        if not is_passive(verb):
            return self.surface_subject(verb)
        agents = self.agents(verb) or self.shared_agents(verb) or self.buried_agent(verb)
        return expand(a for a in agents if not (self.is_cause(a) or self.is_charge(a, verb)))

    def logical_object(self, verb: Node) -> list[Node]:
        """To whom or what it is done: the subject of a passive, else the object."""
        if is_passive(verb):
            return self.retained_object(verb) or self.surface_subject(verb)
        objects = [child for child in verb.children if child.dep_ in ("obj", "iobj")]
        direct = [c for c in objects if c.dep_ == "obj" and not has_case(c)] or objects
        direct = direct or self.second_subject(verb) or self.object_after_time(verb)
        direct = direct or self.object_after_place(verb)
        direct = direct or shared_objects(verb)
        return self.resolve(direct) or self.relative_object(verb) or self.raised_object(verb)

    def surface_subject(self, verb: Node, climbed: int = 0) -> list[Node]:
        """The subject as the syntax gives it, through relatives, control and ellipsis."""
        own = [c for c in verb.children if c.dep_ in SUBJECT and not self.opens_content(c)]
        if own:
            nouns = [child for child in own if not self.is_relative(child)]
            objects = self.second_subject(verb)
            found = self.resolve([noun for noun in nouns if noun not in objects] or own)
            return found + self.company(own[-1], verb)
        if climbed >= MAX_CLIMB:
            return []
        found = self.late_subject(verb) or self.inherited_subject(verb, climbed + 1)
        return found or self.subject_before(verb)

    def subject_before(self, verb: Node) -> list[Node]:
        """Who acted in the sentence before one whose subject is left out: "Recusou-se a sair"."""
        start = verb.sentence.start
        if verb.dep_ != "ROOT" or not start or not self.may_drop_subject(verb):
            return []
        before = nodes(verb.doc)[start - 1]
        root = next((above for above in before.ancestors if above.dep_ == "ROOT"), before)
        if not is_verbal(root):
            return []
        found = self.surface_subject(root)
        several = len(found) > 1 or any("Plur" in feature(f, "Number") for f in found)
        agreed = several == ("Plur" in feature(carrier(verb), "Number"))
        return found if agreed and all(map(self.names_actor, found)) else []

    def may_drop_subject(self, verb: Node) -> bool:
        """Can a main verb be of whoever was told of last? Not in a new paragraph or quotation."""
        words, shown = self.language.impersonal, feature(carrier(verb), "Person")
        if not words or verb.lemma_ in words or "3" not in shown:
            return False
        first = verb.first
        if first.idx in verb.doc.user_data.get("paragraphs", ()):
            return False
        before = nodes(verb.doc)[first.i : verb.i]
        if any(token.token.is_quote or token.dep_ in SUBJECT for token in before):
            return False
        below = {child.dep_ for child in verb.children}
        # "Assinou-se um tratado": nobody in particular did.
        reflexive = "-" in verb.lower_ or any(label.startswith("expl") for label in below)
        return not (reflexive and below & {"obj", "ccomp"})

    def company(self, subject: Node, verb: Node) -> list[Node]:
        """Who acts beside a subject: "Oslo, along with Bonn, condemned it"."""
        if verb.i - subject.i < 3:
            return []
        words = plain_words(verb.doc, self.language.prepositions)
        phrases = (
            noun
            for head in (subject, verb)
            for noun in head.children
            if noun.dep_ in OBLIQUE and subject.i < noun.i < verb.i
        )
        return expand(
            noun
            for noun in phrases
            if " ".join(words[noun.left_edge.i : noun.i])
            .lstrip(", ")  # parsers hang the comma on the phrase
            .startswith(self.language.accompanying)
        )

    def late_subject(self, verb: Node) -> list[Node]:
        """The subject that was taken for the object of a verb that has none: "marcharam mil"."""
        frames = self.lexicon.by_trigger.get(("verb", verb.lemma_), ())
        objects = [c for c in verb.children if c.dep_ == "obj" and not has_case(c)]
        third = has_form(verb, "Fin") and "3" in feature(verb, "Person")
        if not (frames and objects and third):
            return []
        slots = {slot.split(">")[0] for f in frames for role in f.roles.values() for slot in role}
        if "obj" in {*slots, *(slot for f in frames for slot in f.has)}:
            return []
        numbers = [feature(verb, "Number"), frozenset[str]()]
        return expand(o for o in objects if feature(o, "Number") in numbers)

    def inherited_subject(self, verb: Node, climbed: int) -> list[Node]:
        """The subject of a clause without one: it is that of another clause, or a noun above."""
        head, label = verb.head, verb.dep_
        if label == "acl" and head.dep_ == "obl:agent" and self.is_reason(verb):
            return self.addressees(head.head, verb)  # "accused by Oslo of ignoring it"
        if label == "acl" and head.pos_ == "VERB":  # the participle that opens a sentence
            return self.controller(verb, climbed)
        if label == "acl" or (label == "amod" and is_participle(verb)):
            if is_infinitive(verb):
                bidden = self.bidden(head.head, verb) if is_verbal(head.head) else []
                return self.decider(verb) or bidden or self.subject_above(head, climbed)
            if is_predicate(head) and not is_passive(verb):
                return self.surface_subject(head, climbed)
            author = None if is_passive(verb) else self.author(head)
            return self.surface_subject(author, climbed) if author else self.about(head, verb)
        if label == "acl:relcl" and self.is_relative(head):  # "prendeu quem protestava"
            return [head]
        if label == "acl:relcl":  # "received his Thai colleague, with whom he spoke"
            # "The minister, who left for Bonn, where he met": the second clause is of him too.
            again = any(c.dep_ == "acl:relcl" and c.i < verb.i for c in head.children)
            if again and self.names_actor(head):
                return described(head, verb)
            found = self.subject_above(head, climbed, owned=not self.names_actor(head))
            return found if may_agree(found, verb) else self.members(head)
        if label in ("conj", "xcomp", "ccomp", "advcl", "parataxis"):
            return self.controller(verb, climbed)
        return []

    def members(self, noun: Node) -> list[Node]:
        """The actors in the plural that a noun is of: "words of the allies in which they said"."""
        owned = (p for word in sorted(self.language.genitive) for p in self.obliques(noun, word))
        return [p for p in owned if self.names_actor(p) and "Plur" in feature(p, "Number")]

    def author(self, noun: Node) -> Node | None:
        """The light verb of a thing said or done: "issued a report accusing Oslo"."""
        if noun.pos_ != "NOUN" or noun.lemma_ in self.lexicon.actors:
            return None
        light = self.support(noun)
        if light is None or light.lemma_ in self.lexicon.receiving:
            return None
        return light if light.is_ancestor(noun) else None

    def controller(self, verb: Node, climbed: int) -> list[Node]:
        """Who controls an embedded clause: the object of the verb above it, else its subject."""
        head = verb.head
        if not is_verbal(head):
            return self.subject_above(head, climbed)
        controlled = verb.dep_ in ("xcomp", "ccomp") and not has_form(verb, "Ger")
        if controlled and (told := self.told_of(head, verb)):
            return told
        asked = self.addressees(head, verb) if verb.dep_ in CLAUSAL else []
        if asked := asked or self.bidden(head, verb):
            return asked
        if controlled and not is_passive(head) and not is_asserted(verb):
            objects = [c for c in head.children if c.dep_ in ("obj", "iobj") and is_nominal(c)]
            places = self.language.where  # "Lima, où il venait de signer", which is no object
            objects = [c for c in objects if not (self.is_raised(c) or c.lower_ in places)]
            if objects and objects[0].i < verb.i and self.may_control(objects[0], head):
                return self.resolve(objects)
        found = self.surface_subject(head, climbed)
        return found if may_govern(found, verb) else []

    def opens_content(self, word: Node) -> bool:
        """Is it the "that" of what is said, which parsers take for its subject?

        Before the verb of saying it is a relative: "a raid that officials say killed ten".
        """
        clause = word.head
        said = clause.dep_ == "ccomp" and word.lower_ in self.language.complementizers
        return said and word.i > clause.head.i

    def told_of(self, saying: Node, verb: Node) -> list[Node]:
        """Of whom a relative clause says it: "rebels that Oslo says killed ten people"."""
        if saying.lemma_ not in self.lexicon.speech_verbs:
            return []
        ended = is_asserted(verb) or any(c.dep_ == "obj" for c in verb.children)
        several = sum(child.dep_ in SUBJECT for child in saying.children) > 1
        labels = SUBJECT | {"obj"} if several else {"obj"}
        pronouns = [c for c in saying.children if c.dep_ in labels and self.is_relative(c)]
        return self.resolve(pronouns) if ended else []

    def is_bidden(self, noun: Node, verb: Node) -> bool:
        """Is it the object of a verb by which somebody is made or asked to do something?"""
        if noun.dep_ != "obj" or noun.head.i != verb.i or noun.pos_ in PRONOMINAL:
            return False
        after = [c for c in verb.children if c.dep_ == "xcomp" and c.i > noun.i]
        asked = any(has_form(clause, "Inf") for clause in after)
        frames = self.lexicon.by_trigger.get(("verb", verb.lemma_), ()) if asked else ()
        return any(event_class(frame.type).root in COMPELLING for frame in frames)

    def may_control(self, noun: Node, verb: Node) -> bool:
        """Can an object do what an infinitive says? Not in "fired shots to disperse them"."""
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        asking = verb.lemma_ in self.lexicon.operators or not any(map(self.names_actor, subjects))
        return asking or noun.pos_ != "NOUN" or self.names_actor(noun)

    def addressees(self, asking: Node, clause: Node) -> list[Node]:
        """Who is asked to do what a clause says: "apelou à população para que vote".

        A phrase tells it where a frame has it for its target: "called on Oslo to leave".
        """
        if is_asserted(clause):
            return []
        frames = self.lexicon.by_trigger.get(("verb", asking.lemma_), ())
        demanded = self.lexicon.operators.get(asking.lemma_) == "demanded"
        if not demanded and not (self.is_reason(clause) and any(map(is_judgement, frames))):
            return []
        before = [c for c in asking.children if c.i < clause.i and self.may_be_bidden(c)]
        objects = [c for c in before if c.dep_ in PATIENT and is_nominal(c)]
        slots = {slot for frame in frames for slot in frame.roles.get("target", ())}
        asked = [c for c in before if c.dep_ == "obl" and f"obl:{self.preposition(c)}" in slots]
        # "Whom it accuses of": a relative pronoun names nobody.
        return expand(objects or asked) or [
            c for c in self.logical_object(asking) if c.i < clause.i and self.names_actor(c)
        ]

    def bidden(self, giving: Node, clause: Node) -> list[Node]:
        """To whom a demand or a term is given: "gave Oslo a week to leave"."""
        orders = [c for c in giving.children if c.dep_ == "obj" and c.i < clause.i]
        orders = [c for c in orders if self.is_order(c)]
        if not orders or is_asserted(clause):
            return []
        near = (c for word in (giving, orders[0]) for c in word.children if c.i < clause.i)
        return expand(
            c
            for c in near
            if self.names_actor(c)
            and (
                c.dep_ == "iobj"
                or (c.dep_ in OBLIQUE_OR_OBJECT and self.preposition(c) in self.language.addressing)
            )
        )

    def is_order(self, noun: Node) -> bool:
        """Is it a demand, or the time in which something is to be done?"""
        if noun.lemma_ in self.language.time_nouns:
            return any(child.dep_ == "nummod" for child in noun.children)
        return self.lexicon.operators.get(noun.lemma_) == "demanded"

    def may_be_bidden(self, noun: Node) -> bool:
        """Is it an actor, people told by their number, or who is addressed: "apelou às partes"?"""
        if self.names_actor(noun) or (noun.pos_ == "NUM" and noun.dep_ in PATIENT):
            return True
        return noun.dep_ in PATIENT and self.preposition(noun) in self.language.addressing

    def is_reason(self, clause: Node) -> bool:
        """Does a preposition open a clause that tells no end: "for hosting", "por liberar"?

        Nor does it tell when: "arrested him after storming the house".
        """
        opening = self.preposition(clause)
        opened = any(child.dep_ in ("mark", "case") for child in clause.children)
        aimed = has_form(clause, "Inf") and opening in self.language.aims
        return opened and not aimed and opening not in self.language.apart

    def decider(self, verb: Node) -> list[Node]:
        """Who does what an infinitive below a noun says: "a decisão de Roma de sair".

        An actor does so itself, but for "of": "the first pope to visit Cuba", "missão de vigiar".
        """
        noun, genitive = verb.head, self.language.genitive
        content = any(child.dep_ == "mark" and child.lower_ in genitive for child in verb.children)
        if self.names_actor(noun) and not content:
            return [] if has_case(noun) else expand([noun])
        phrases = self.phrases_of(noun)
        owners = [phrase for word in sorted(genitive) for phrase in phrases.get(word, ())]
        return expand(owner for owner in owners if self.names_actor(owner))

    def subject_above(self, noun: Node, climbed: int, *, owned: bool = True) -> list[Node]:
        """Whose decision: the possessor of a noun, who it is by, else the subject above it.

        owned: whether a possessor can be meant.
        """
        owners = [o for o in self.possessors(noun) if self.can_own(o)]
        owners = owners or expand(self.authors(noun))
        if owners and owned:
            return owners
        for above in (noun, *noun.ancestors):
            if is_verbal(above) or is_predicate(above):
                return self.surface_subject(above, climbed)
        # "Macron to visit Lima": a headline.
        return expand([noun]) if self.names_actor(noun) else []

    @once
    def receivers(self, noun: Node) -> list[Node]:
        """To whom it is done that a noun tells: "Oslo received threats", "came under attack"."""
        head = noun.head
        if (noun.dep_ == "conj" and is_nominal(head)) or self.is_counted(noun):
            return self.receivers(head)
        before, receiving = self.preposition(noun), head.lemma_ in self.lexicon.receiving
        if receiving and noun.dep_ == "obj" and is_verbal(head) and not is_passive(head):
            return self.surface_subject(head)
        if receiving and noun.dep_ in OBLIQUE and before in self.language.genitive:
            owned = expand([head.head]) if head.dep_ == "appos" else []
            return self.surface_subject(head) if is_predicate(head) else owned
        if self.is_bidding(noun):
            return [s for s in self.logical_subject(head) if self.names_actor(s)]
        if before not in self.language.under or self.is_asking(noun):  # "under pressure"
            return []
        if is_predicate(noun):
            return self.surface_subject(noun)
        return self.surface_subject(head) if noun.dep_ == "obl" and is_verbal(head) else []


def is_judgement(frame: Frame) -> bool:
    """Does it tell of blame, a charge or praise?"""
    return frame.type in ANSWERING


def carrier(verb: Node) -> Node:
    """The word that shows person and number of a verb: its first auxiliary, else the verb."""
    return next((c for c in verb.children if c.dep_ in AUXILIARY), verb)


def may_govern(subjects: list[Node], verb: Node) -> bool:
    """Can those who speak be the subject of what they say, or are more meant than one?

    "Não garantiram ajuda", disse o ministro.
    """
    return verb.dep_ not in ("ccomp", "parataxis") or may_agree(subjects, verb)


def may_agree(subjects: list[Node], verb: Node) -> bool:
    """Is a subject not one where the verb is of several?"""
    shown = carrier(verb)
    plural = "Plur" in feature(shown, "Number") and "3" in feature(shown, "Person")
    if not plural or len(subjects) != 1:
        return True
    return "Sing" not in feature(subjects[0], "Number") or subjects[0].pos_ == "PROPN"
