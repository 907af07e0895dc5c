"""Phrases that say where: "in Oslo", "nas localidades de X", "at the border".

A spot is the head of such a phrase: the name of a place, or a noun of place with or without one
("no centro de Oslo", "no país").
"""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from kg.extract.annotations import mention_at
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.obliques import INTRODUCING
from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.tokens import OBLIQUE_OR_OBJECT, is_asserted, is_verbal
from kg.extract.syntax.tree import Node, nodes, tree
from kg.ontology.cities import load_cities
from kg.types import Place

LABELS = frozenset(["PLACE", "STATE", "ORG"])
"""Types of mention that can be places; the name of a palace is an ORG."""
INNER = ("compound", "appos", "nmod", "nmod:poss", "flat")
"""Relations of a name to the noun of place that it is inside, the finest first."""
LABELLING = frozenset(["compound", "nmod"])
"""Relations of a name to another noun that it tells the town of."""
MISREAD = frozenset(["", "FAC", "GPE", "LOC", "MISC", "PRODUCT"])
"""Labels that recognisers give a city that they do not know."""
CONTROLLED = frozenset(["xcomp", "ccomp"])
"""Clauses that share the place of the clause above when they only say what it is about."""


@dataclass(frozen=True)
class Places:
    """Looks up where something is with the grammar and the actors of one language."""

    actors: Actors

    def find(self, doc: Doc) -> list[Node]:
        """The spots that a preposition of place introduces, in text order."""
        labels = tree(doc).labels
        heads = {nodes(doc)[i].head.i for i, label in enumerate(labels) if label in INTRODUCING}
        return [nodes(doc)[i] for i in sorted(heads) if self.is_located(nodes(doc)[i])]

    def is_located(self, token: Node) -> bool:
        """Does a preposition or adverb of place introduce the token, and is it a place?"""
        language = self.actors.grammar.language
        preposition = self.actors.grammar.preposition(token)
        if not preposition:
            return False
        if preposition in language.locative or token.head.lemma_ in language.locative_words:
            return self.is_place(token) or self.holds_town(token, preposition)
        through = preposition in language.through
        leading = through or preposition in language.directional
        if leading and self.territory_of(token) is not None:
            return True
        crossed = through and token.dep_ == "obl" and self.is_site(token)
        return crossed and token.lemma_ not in language.country_nouns

    def is_place(self, token: Node) -> bool:
        """The name of a place or state, a noun of place, or a city that no mention covers."""
        if self.is_named(token) or (self.is_site(token) and self.is_definite(token)):
            return True
        return self.is_town(token) or self.territory_of(token) is not None

    def is_town(self, token: Node) -> bool:
        """A city that the recogniser missed, or took for an organisation that nobody knows."""
        mention = mention_at(token.doc).get(token.i)
        if mention is None:
            unknown = token.token.ent_type_ in MISREAD
            return token.pos_ == "PROPN" and unknown and is_city(token.text)
        unknown = self.actors.gazetteer.get(mention.kb_id_) is None
        return mention.label_ == "ORG" and unknown and is_city(mention.text)

    def holds_town(self, noun: Node, preposition: str) -> bool:
        """Is it some thing in a town: "in a bakery of Bergen", "outside the Oslo parliament"?

        "In" with a seat of government may say whose: "in a note of Oslo".
        """
        name = next((c for c in noun.children if c.dep_ in LABELLING and self.is_named(c)), None)
        if noun.pos_ != "NOUN" or name is None or self.is_state(name):
            return False
        near = preposition not in self.actors.grammar.language.during
        return near or not self.is_seat(name)

    def is_named(self, token: Node) -> bool:
        """The name of a place or state, or a noun of place that stands for one.

        Not so who is of there: a demonym, or the title of an office of a state.
        """
        mention = mention_at(token.doc).get(token.i)
        is_name = mention is not None and mention.id_ != "demonym" and mention.label_ in LABELS
        if not is_name and not self.is_site(token):
            return False
        return self.actors.fits(token, "place") and bool(self.actors.referents(token))

    def is_site(self, token: Node) -> bool:
        """A noun of place: "town", "border", "país"."""
        return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in self.nouns

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Nouns of place."""
        language = self.actors.grammar.language
        return language.place_nouns | language.country_nouns | language.capital_nouns

    def is_definite(self, noun: Node) -> bool:
        """Is it one that can be told, with an article or a name? "In prison" says no place."""
        contractions = self.actors.grammar.language.prepositions
        if any(child.dep_ == "case" and child.lower_ in contractions for child in noun.children):
            return True
        return any(child.dep_ == "det" for child in noun.children) or bool(self.name_in(noun))

    def territory_of(self, noun: Node) -> Node | None:
        """The adjective that says whose ground it is, None elsewhere: "on Russian soil"."""
        if noun.lemma_.lower() not in self.actors.grammar.language.territories:
            return None
        mentions = mention_at(noun.doc)
        states = (c for c in noun.children if c.i in mentions and mentions[c.i].id_ == "demonym")
        return next((state for state in states if self.actors.referents(state)), None)

    def is_state(self, token: Node) -> bool:
        """Does it name a state, and no smaller place?"""
        doc = token.doc
        return any(self.actors.type_of(doc, iri) == "STATE" for iri in self.actors.referents(token))

    def is_seat(self, token: Node) -> bool:
        """Does it name a seat of government, which can stand for the state?"""
        referents = self.actors.referents(token)
        return any(self.actors.as_actor(iri) != iri for iri in referents)

    def has_name(self, spot: Node) -> bool:
        """Does a phrase hold a name, also one that nobody knows: "the temple of Hatshepsut"?"""
        if self.is_named(spot) or spot.pos_ == "PROPN":
            return True
        inner = (child for child in spot.children if child.dep_ in INNER)
        return any(self.has_name(child) for child in inner if not self.is_located(child))

    # ------------------------------------------------------------ a spot as a value

    def to_place(self, spot: Node) -> Place:
        """The phrase of a spot with its referent, or that of the name inside ("city of Oslo").

        Of what is no place itself only the name: of "in a bakery of Bergen" the town.
        """
        name = self.name_in(spot)
        iri = None if name is None else self.actors.referents(name)[0]
        country = None if iri is None else self.actors.country(spot.doc, iri)
        whole = name is None or self.is_site(spot) or name == self.territory_of(spot)
        span = self.span(spot if whole or name is None else name)
        return Place(span.text, span.start_char, span.end_char, iri, country)

    def name_in(self, spot: Node) -> Node | None:
        """The name of a place in a phrase, None when it has none."""
        if self.is_named(spot):
            return spot
        below = [child for label in INNER for child in spot.children if child.dep_ == label]
        inner = (self.name_in(child) for child in below)
        return next((name for name in inner if name is not None), self.territory_of(spot))

    def span(self, spot: Node) -> Span:
        """The name that covers a spot, else its phrase."""
        return mention_at(spot.doc).get(spot.i) or noun_phrase(spot)

    # ------------------------------------------------------------ places that fill a role

    def is_reached(self, filler: Node, trigger: Node, *, leaving: bool = False) -> bool:
        """Is the target of an act where it happens: "bombed Oslo", "flew to Norway"?

        Of "flew over Oslo, besieged by" the preposition is not that of the siege.
        leaving: whether the act leads away ("withdrew from Norway"). Who fights with a state or
        against it need not be there, but what strikes a port does.
        """
        language = self.actors.grammar.language
        preposition = self.actors.grammar.preposition(first_conjunct(filler))
        if trigger.head.i == filler.i:
            preposition = ""
        allowed = language.directional | (language.leaving if leaving else frozenset())
        if preposition in language.hostile:
            return self.is_spot(filler)
        if preposition and preposition not in allowed:
            return False
        if self.is_named(filler):
            return True
        return self.is_site(filler) and self.name_in(filler) is not None

    def is_spot(self, filler: Node) -> bool:
        """A place with a name that stands for nobody: "against the port of Oslo"."""
        name = self.name_in(filler)
        apart = self.is_site(filler) and name != filler
        return name is not None and not self.is_state(name) and (apart or not self.is_seat(name))

    def genitives(self, noun: Node) -> list[Node]:
        """The places after an event noun with a preposition like "of": "the Battle of Oslo"."""
        return [child for child in noun.children if child.i > noun.i and self.is_genitive(child)]

    def is_genitive(self, token: Node) -> bool:
        """The name of a place, no state, with a preposition like "of"."""
        grammar = self.actors.grammar
        return (
            token.dep_ in OBLIQUE_OR_OBJECT
            and grammar.preposition(token) in grammar.language.genitive
            and self.is_named(token)
            and not self.is_state(token)
        )


def first_conjunct(token: Node) -> Node:
    """The first of several: the one with the preposition."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token


def climb(token: Node) -> Node | None:
    """The word above a clause whose place is that of the clause above, None for any other.

    "accused them of shelling a town in X" tells what is thought of X; "said that it rained in X"
    does not.
    """
    if not is_verbal(token) or token.dep_ not in CONTROLLED or is_asserted(token):
        return None
    return token.head


def is_city(name: str) -> bool:
    """Is some city called like this?"""
    return bool(load_cities().find(name))
