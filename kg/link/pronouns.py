"""What pronouns and possessives of the third person refer to: "he", "its", "they"."""

from dataclasses import dataclass

from kg.extract.annotations import entity_types
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import (
    OBLIQUE,
    SUBJECT,
    is_asserted,
    is_neuter,
    is_plural,
    is_third_plural,
    is_third_singular,
    is_verbal,
)
from kg.extract.syntax.tree import NONE, Node, feature
from kg.link.antecedents import (
    PARTIES,
    PEOPLE,
    acting_beside,
    nearest_plural,
    nearest_subject,
    people_before,
    subject_before,
)
from kg.ontology.classes import event_class

PATIENT = frozenset(["obj", "iobj", "nsubj:pass"])
JUDGING = frozenset(["Allegation", "Blame", "Condemnation", "Praise"])
"""Classes of what is said of somebody for what he did."""
BEFALLING = frozenset(["ASSAULT", "COERCE", "CONCEDE", "COOPERATE", "RETREAT", "SANCTION"])
"""Roots of what somebody asks to be done by or to another: "demanded her release"."""


@dataclass(frozen=True)
class Pronouns:
    """The pronouns of one language, in a Doc whose names and nouns have their referents."""

    grammar: Grammar

    def takes_up(self, token: Node) -> bool:
        """Is a pronoun or determiner a personal or possessive one?"""
        return is_personal(token) or token.lower_ in self.grammar.language.possessives

    def refer(self, token: Node) -> tuple[str, ...]:
        """A personal or possessive pronoun of the third person."""
        if token.lower_ in self.grammar.language.possessives:
            return () if self.is_of_unnamed(token) else self.owner(token)
        if not is_personal(token):
            return ()
        if speakers := self.reporters(token):
            return speakers
        if is_neuter(token):
            return self.subject_above(token) or subject_before(token)
        if is_third_singular(token):
            return nearest_subject(token, PEOPLE, acting_beside(token, self.grammar))
        if is_third_plural(token):
            return nearest_plural(token) or self.subject_above(token)
        return ()

    def owner(self, possessive: Node) -> tuple[str, ...]:
        """Whose it is: of who is to do it, of who is judged, else of the last to act.

        Nobody demands to be released himself: "Oslo demanded her release" is not of Oslo.
        """
        types = owner_types(possessive)
        found = self.controller(possessive, types) or self.judged(possessive, types)
        sole = possessive.lower_ in self.grammar.language.sole_possessives
        found = found or nearest_subject(possessive, types, several=not sole, alone=sole)
        found = found or self.subject_after(possessive)
        return () if set(found) <= self.demanders(possessive) else found

    def is_of_unnamed(self, possessive: Node) -> bool:
        """Does an actor without a name act on what is owned: "Rabin, whose party changed its"?"""
        noun = possessive.head
        if noun.dep_ != "obj" or not is_verbal(noun.head):
            return False
        subjects = self.grammar.surface_subject(noun.head)
        known = noun.doc._.referents
        return bool(subjects) and all(
            s.i not in known and s.lemma_ in self.grammar.lexicon.actors for s in subjects
        )

    def demanders(self, possessive: Node) -> set[str]:
        """Who asks for the event that is somebody's: "demanded her release"; none elsewhere."""
        noun, lexicon = possessive.head, self.grammar.lexicon
        asked = noun.dep_ in ("obj", "nsubj:pass") and is_verbal(noun.head)
        if not asked or lexicon.operators.get(noun.head.lemma_) != "demanded":
            return set()
        frames = lexicon.by_trigger.get(("noun", noun.lemma_), ())
        if not any(event_class(frame.type).root in BEFALLING for frame in frames):
            return set()
        subjects, referents = self.grammar.logical_subject(noun.head), noun.doc._.referents
        return {iri for subject in subjects for iri in referents.get(subject.i, ())}

    def subject_after(self, possessive: Node) -> tuple[str, ...]:
        """Who acts in the clause that a phrase opens: "during his visit to Oslo, Lula said"."""
        for verb in possessive.ancestors:
            subjects = [c for c in verb.children if c.dep_ in SUBJECT and is_verbal(verb)]
            if subjects:
                first = subjects[0]
                found = possessive.doc._.referents.get(first.i, ())
                return tuple(found) if possessive.i < first.i < verb.i else ()
        return ()

    def controller(self, token: Node, types: frozenset[str]) -> tuple[str, ...]:
        """Who is to do it, of some types: "Oslo urged Bonn to end its support" is Bonn's."""
        verb = next((above for above in token.ancestors if is_verbal(above)), None)
        if verb is None or verb.dep_ != "xcomp" or is_asserted(verb):
            return ()
        kinds, referents = entity_types(token.doc), token.doc._.referents
        asked = [s for s in self.grammar.surface_subject(verb) if s.i < verb.i]
        found = [iri for s in asked if s.dep_ not in SUBJECT for iri in referents.get(s.i, ())]
        return tuple(found) if len(found) == 1 and kinds.get(found[0]) in types else ()

    def judged(self, possessive: Node, types: frozenset[str]) -> tuple[str, ...]:
        """Who is praised or blamed for what is his: "thanked Qatar for its mediation"."""
        noun = possessive.head
        verb = noun.head
        frames = self.grammar.lexicon.by_trigger.get(("verb", verb.lemma_), ())
        judging = any(frame.type in JUDGING for frame in frames)
        if noun.dep_ not in OBLIQUE or not (judging and is_verbal(verb)):
            return ()
        kinds, referents = entity_types(possessive.doc), possessive.doc._.referents
        before = [c for c in verb.children if c.dep_ in PATIENT and c.i < noun.i]
        found = [iri for word in before for iri in referents.get(word.i, ())]
        return tuple(found) if len(found) == 1 and kinds.get(found[0]) in types else ()

    def subject_above(self, token: Node) -> tuple[str, ...]:
        """ "Oslo left after it had won": who acts in the clause above, where it agrees in number.

        It is no person where the pronoun is neuter.
        """
        above = clause_above(token.head) if token.dep_ in SUBJECT else None
        if above is None:
            return ()
        subjects = [s for s in self.grammar.surface_subject(above) if s.i < token.i]
        found = dict.fromkeys(i for s in subjects for i in token.doc._.referents.get(s.i, ()))
        people = any(i == mention.kb_id_ for i in found for mention in people_before(token))
        plural = len(found) > 1 or any(is_plural(subject) for subject in subjects)
        return () if plural != is_plural(token) or (people and not plural) else tuple(found)

    def reporters(self, token: Node) -> tuple[str, ...]:
        """ "France and Britain said they would …": the subject above, where it agrees in number."""
        clause = token.head
        if token.dep_ not in SUBJECT or clause.dep_ != "ccomp" or clause.head.i > token.i:
            return ()
        if clause.head.lemma_ not in self.grammar.lexicon.speech_verbs:
            return ()
        subjects = self.grammar.surface_subject(clause.head)
        iris = [iri for subject in subjects for iri in token.doc._.referents.get(subject.i, ())]
        plural = len(iris) > 1 or any(is_plural(subject) for subject in subjects)
        return tuple(dict.fromkeys(iris)) if plural == is_plural(token) else ()


def is_personal(token: Node) -> bool:
    """Is it a personal pronoun? French pipelines do not say so, but only these have a person."""
    kinds = feature(token, "PronType")
    if kinds or token.pos_ != "PRON":
        return "Prs" in kinds
    return bool(feature(token, "Person")) and "Yes" not in feature(token, "Reflex")


def clause_above(clause: Node) -> Node | None:
    """The verb above an adverbial clause, or above the noun that a relative one is about."""
    if clause.dep_ == "acl:relcl":
        return next((word for word in clause.head.ancestors if is_verbal(word)), None)
    return clause.head if clause.dep_ == "advcl" and is_verbal(clause.head) else None


def owner_types(possessive: Node) -> frozenset[str]:
    """The types of what a possessive can stand for: "his" is a person's, and "its" no person's.

    A determiner has the gender of what is owned.
    """
    genders = feature(possessive, "Gender") if possessive.pos_ == "PRON" else NONE
    if "Neut" in genders:
        return PARTIES
    return PEOPLE if genders else PEOPLE | PARTIES
