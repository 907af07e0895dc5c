"""Is a phrase an actor, and of which kind? Answers from the annotations of the earlier steps."""

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.annotations import entity_types, known
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import (
    PRONOMINAL,
    is_nominal,
    is_participle,
    is_plural,
    is_third_plural,
    is_verbal,
)
from kg.extract.syntax.tree import Node, feature, nodes, once
from kg.language.trees.regrouping import NAMING
from kg.ontology.gazetteer import Gazetteer
from kg.types import EntityType

KINDS: dict[str, frozenset[str]] = {
    "person": frozenset(["PERSON"]),
    "state": frozenset(["STATE"]),
    "organisation": frozenset(["ORG", "GROUP"]),
    "place": frozenset(["PLACE", "STATE"]),
    "actor": frozenset(["PERSON", "STATE", "ORG", "GROUP", "PLACE"]),
}


BARE = frozenset(["case", "punct", "nmod"])
"""Labels of what says nothing about which one a noun means."""


@dataclass(frozen=True)
class Actors:
    """Looks up what the phrases of a Doc refer to."""

    grammar: Grammar
    gazetteer: Gazetteer

    def referents(self, token: Node) -> tuple[str, ...]:
        """IRIs that the phrase headed by a token stands for.

        A name in apposition says who a title is; a city that is a seat of government stands for
        its state when it acts, which `as_actor` decides.
        """
        return known(token.doc).referents.get(token.i, ())

    def as_actor(self, iri: str) -> str:
        """The actor that an IRI stands for: "Moscow accused" is Russia, the city stays a city."""
        entry = self.gazetteer.get(iri)
        return entry.seat_of if entry is not None and entry.seat_of else iri

    def type_of(self, doc: Doc, iri: str) -> EntityType | None:
        """Entity type of an IRI: of the gazetteer, else of its mention in the Doc."""
        entry = self.gazetteer.get(iri)
        if entry is not None:
            return entry.type
        return entity_types(doc).get(iri)

    def country(self, doc: Doc, iri: str) -> str | None:
        """ISO 3166-1 alpha-3 of an entity: from the gazetteer, else from an office in the text."""
        return self.gazetteer.country(iri) or known(doc).countries.get(iri)

    def is_actor(self, token: Node) -> bool:
        """Can the phrase act? A referent, a generic actor noun, or an office."""
        return bool(self.referents(token)) or (is_nominal(token) and self.is_generic(token))

    def is_place(self, token: Node) -> bool:
        """Does the phrase name a place and nothing else?"""
        types = {self.type_of(token.doc, iri) for iri in self.referents(token)}
        return types == {"PLACE"}

    def is_person(self, token: Node) -> bool:
        """Does the phrase name one person or more?"""
        return any(self.type_of(token.doc, iri) == "PERSON" for iri in self.referents(token))

    @once
    def is_generic(self, token: Node) -> bool:
        """A noun for actors without a name: "protesters", or the title of an office."""
        if self.tells_kind(token):
            return False
        counted = self.counted(token)
        if self.heads_actor(counted.lemma_) or is_headcount(token):
            return True
        if counted.i != token.i and (self.referents(counted) or is_third_plural(counted)):
            return True  # "thousands of Georgians", "eleven of them"
        return token.i in known(token.doc).titles

    def heads_actor(self, lemma: str) -> bool:
        """Is a noun, but for "ex-" before it, one for actors?"""
        nouns, prefixes = self.grammar.lexicon.actors, self.grammar.language.former_prefixes
        return lemma in nouns or any(
            lemma.removeprefix(prefix) in nouns for prefix in prefixes if lemma.startswith(prefix)
        )

    def tells_kind(self, token: Node) -> bool:
        """Bare and singular after "of" a noun says of what kind a thing is: "visita de Estado".

        A name does not, unless it is a noun for actors with a capital.
        """
        common = token.pos_ == "NOUN" or self.heads_actor(token.lemma_)
        return common and is_bare(token) and self.is_of(token)

    def is_of(self, token: Node) -> bool:
        """Does a plain "of" introduce it? A contraction ("do", "du") holds the article too."""
        cases = [child.lower_ for child in token.children if child.dep_ == "case"]
        plain = self.grammar.language.genitive
        return any(case in plain or case.endswith(("'", "’")) for case in cases)

    @once
    def nested_referents(self, token: Node) -> tuple[str, ...]:
        """Whose plan, decision or ships: the referent inside a phrase whose head has none."""
        for child in self.inner(token):
            found = self.referents(child) or self.nested_referents(child)
            if found and not self.is_other(token, child):
                return found
        return ()

    def owned_referents(self, token: Node) -> tuple[str, ...]:
        """The same of who acts: "militants in northern Mali" are not Mali."""
        for child in self.inner(token):
            if self.is_other(token, child):
                continue
            if self.is_where(child) and not self.rules_from(token, child):
                continue
            if found := self.referents(child) or self.owned_referents(child):
                return found
        return ()

    def is_where(self, phrase: Node) -> bool:
        """Does a phrase below a noun say where: "in northern Mali"?"""
        locative = self.grammar.language.locative
        return phrase.dep_ == "nmod" and self.grammar.preposition(phrase) in locative

    def rules_from(self, noun: Node, city: Node) -> bool:
        """Is it the government of a state, told by its seat: "the junta in Niamey"?"""
        seat = any(self.as_actor(iri) != iri for iri in self.referents(city))
        return seat and noun.lemma_ in self.grammar.language.government_nouns

    def is_other(self, noun: Node, owner: Node) -> bool:
        """Is somebody who acts not whose he is: "Oslo's enemies", "supporters of Ann Lee"?"""
        language, lemma = self.grammar.language, noun.lemma_
        if owner.dep_ == "amod" or owner.dep_ in NAMING:
            return False
        return lemma in language.other_nouns or (
            lemma in language.camp_nouns and self.is_person(owner)
        )

    def country_of_camp(self, noun: Node) -> str | None:
        """The state of "supporters of Ann Lee", who are not her; None for any other noun."""
        if noun.lemma_ not in self.grammar.language.camp_nouns:
            return None
        found = (iri for owner in self.inner(noun) for iri in self.referents(owner))
        return next(filter(None, (self.country(noun.doc, iri) for iri in found)), None)

    def inner(self, token: Node) -> list[Node]:
        """The phrases inside a phrase that may say whose it is, pronouns last.

        "Seu colega russo" is Russian, whoever he is a colleague of.
        """
        below = (c for c in token.children if c.dep_ in ("nmod", "appos", "flat:name"))
        return sorted(
            [*self.grammar.possessors(token), *below], key=lambda token: token.pos_ in PRONOMINAL
        )

    def all_referents(self, token: Node) -> tuple[str, ...]:
        """The referents of a phrase, else those inside it."""
        return self.referents(token) or self.nested_referents(token)

    def own_referents(self, token: Node) -> set[str]:
        """The referents of a phrase and of the name beside it: "the minister, Ann Lee"."""
        names = [child for child in token.children if child.dep_ in NAMING]
        return {iri for word in (token, *names) for iri in self.referents(word)}

    def doers(self, act: Node) -> list[Node]:
        """Who did what a noun sums up: "Chad shelled Bol, an attack that Paris condemned"."""
        if act.pos_ != "NOUN" or not sums_up(act) or self.nested_referents(act):
            return []
        verbs = (above for above in act.ancestors if is_verbal(above))
        # Parsers hang such a phrase on the nearest noun, be it in a relative clause.
        verb = next((verb for verb in verbs if verb.dep_ not in ("acl", "acl:relcl")), None)
        subjects = self.grammar.logical_subject(verb) if verb is not None else []
        return [subject for subject in subjects if self.referents(subject)]

    @once
    def is_owned(self, token: Node) -> bool:
        """A thing or body of a named actor ("the Ankara prosecutor's office"), and no event."""
        if ("noun", token.lemma_) in self.grammar.lexicon.by_trigger:
            return False
        return any(self.referents(owner) for owner in self.grammar.possessors(token))

    def counted(self, token: Node) -> Node:
        """What a number counts: "troops" of "hundreds of troops" and "one of the troops"."""
        numeral = token.pos_ in ("NUM", "PRON") and not self.referents(token)
        if not numeral and token.lemma_ not in self.grammar.language.number_nouns:
            return token
        genitive = self.grammar.language.genitive
        phrases = [
            child
            for child in token.children
            if child.dep_ == "nmod"
            and child.i > token.i
            and self.grammar.preposition(child) in genitive
        ]
        return phrases[0] if phrases else token

    def fits(self, token: Node, condition: str) -> bool:
        """Does a filler meet a `where` condition: a noun class, or a kind of entity?"""
        token, classes = self.counted(token), self.grammar.lexicon.classes
        if condition in classes:
            signs = (child.lemma_ for child in token.children if child.pos_ == "SYM")  # "$4bn"
            return not classes[condition].isdisjoint((token.lemma_, *signs))
        if condition == "individual":
            return self.is_individual(token)
        found = self.referents(token)
        if condition == "state":
            if any(child.dep_ == "nummod" for child in token.children):
                return False  # "2,000 Brazilians" are a crowd
            found = tuple(self.as_actor(iri) for iri in found)
        types = {self.type_of(token.doc, iri) for iri in found}
        if types & KINDS[condition]:
            return True
        if condition == "person" and token.lemma_ in classes.get("craft", ()):
            return False  # aircraft and ships act for who sends them, and are nobody
        return condition in ("actor", "person") and is_nominal(token) and self.is_generic(token)

    def is_individual(self, token: Node) -> bool:
        """One person, by name or by office: not "rebels", not "the ministry"."""
        if is_plural(token):
            return False
        found = self.referents(token)
        return token.i in known(token.doc).titles or any(
            self.type_of(token.doc, iri) == "PERSON" for iri in found
        )


def sums_up(noun: Node) -> bool:
    """Does it stand after a comma or the like, with a clause of its own?"""
    if not any(child.dep_ in ("acl:relcl", "acl") for child in noun.children):
        return False
    start = noun.left_edge.i
    # Parsers hang the comma on the noun or on what stands before it.
    return nodes(noun.doc)[start].is_punct or (
        start > noun.sentence.start and nodes(noun.doc)[start - 1].is_punct
    )


def is_headcount(token: Node) -> bool:
    """People told by their number alone: "12 foram detidos", "doze detidos pela polícia"."""
    below = [child for child in token.children if child.dep_ != "advmod"]
    subject = token.dep_ == "nsubj:pass" and is_plural(token.head) and not below
    described = [child for child in below if child.dep_ == "acl" and is_participle(child)]
    return token.pos_ == "NUM" and (subject or any(map(is_plural, described[:1])))


def is_bare(token: Node) -> bool:
    """A singular noun without article, adjective or name, whatever its capital: "de Estado"."""
    single = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and "Sing" in feature(token, "Number"))
    return single and all(child.dep_ in BARE for child in token.children)
