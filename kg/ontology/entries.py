"""Entries, names, titles and terms of office: what the Turtle of the gazetteer says, as values."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Quad

from kg.edtf import Span, to_span
from kg.errors import DataError
from kg.ontology.namespaces import BASE, KG, OWL, RDF, RDFS, SCHEMA, SKOS
from kg.types import EntityType

# Plain strings, since pyoxigraph's IRIs are compared as such and a URIRef equals no str.
TYPE, LABEL, ALTERNATIVE = str(RDF.type), str(RDFS.label), str(SKOS.altLabel)
DEMONYM, ABBREVIATION, SHORT = str(KG.demonym), str(KG.abbreviation), str(KG.shortName)
COMBINING = str(KG.combiningForm)
COUNTRY, CODE = str(KG.country), str(KG.iso3166alpha3)
CAPITAL, SEAT, WITHIN = str(KG.capitalOf), str(KG.seatOfGovernmentOf), str(KG.locatedIn)
OFFICE, HEADS = str(KG.Office), str(KG.headsGovernment)
SHARED = str(KG.heldByMany)
INSTITUTION, ABROAD = str(KG.InstitutionKind), str(KG.standsAbroad)
INSTITUTION_KIND = str(KG.institutionKind)
HELD, KIND, OWNER, DURING = (
    str(KG.heldOffice),
    str(KG.officeKind),
    str(KG.officeOf),
    str(KG.heldDuring),
)
SAME = (str(OWL.sameAs), str(SCHEMA.sameAs))
LINKS = frozenset(
    [
        *(COUNTRY, CAPITAL, SEAT, WITHIN, HELD, KIND, OWNER, INSTITUTION_KIND),
        *(str(KG.dependencyOf), str(KG.succeededBy)),
    ]
)

TYPES: Mapping[str, EntityType] = {
    str(KG.State): "STATE",
    str(KG.Place): "PLACE",
    str(KG.Organisation): "ORG",
    str(KG.ArmedGroup): "GROUP",
    str(KG.Community): "GROUP",
    str(KG.Person): "PERSON",
}
NameKind = Literal["name", "demonym", "abbreviation", "short", "combining"]
"""Short: a surname, that may be anybody's. Combining: before a hyphen only ("franco")."""
FINDERS = (ALTERNATIVE, ABBREVIATION, DEMONYM, SHORT, COMBINING)
"""Properties whose values only serve to find an entry in a text."""
NAMES: Mapping[str, NameKind] = {
    LABEL: "name",
    ALTERNATIVE: "name",
    ABBREVIATION: "abbreviation",
    DEMONYM: "demonym",
    SHORT: "short",
    COMBINING: "combining",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, territory, place, organisation, armed group, community or person."""

    iri: str
    type: EntityType
    """A territory such as Puerto Rico is a PLACE."""
    country: str | None
    """ISO 3166 alpha-3 of what it is, belongs to or lies in; None: international or disputed."""
    labels: Mapping[str, str]
    """Language to preferred name: en, pt, es, fr, and pt-PT where it differs from pt."""
    same_as: tuple[str, ...]
    """IRIs of the same thing in Wikidata and GeoNames."""
    seat_of: str | None
    """IRI of the state whose government sits there and that its name can stand for."""
    institutions: tuple[str, ...]
    """IRIs of the kinds of institution that it is of its state, or is the seat of."""

    def label(self, lang: str) -> str:
        """Its preferred name in a language, else in the language without region, else in English.

        lang: a language tag such as pt or pt-PT.
        """
        return next(
            self.labels[tag] for tag in (lang, lang.split("-")[0], "en") if tag in self.labels
        )


@dataclass(frozen=True, slots=True)
class Name:
    """What a text can call an entry.

    Text and name are alike when they are equal without regard to case, and every letter that
    begins a word with a capital in the name does so in the text ("MOSCOW" is Moscow, "The guardian"
    is no newspaper). Abbreviations are alike only when equal.
    """

    text: str
    iri: str
    lang: str | None
    """Language tag, None for a name that every language can use."""
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Term:
    """A person held an office for a time."""

    kind: str
    """IRI of the kind of office."""
    owner: str
    """IRI of the state or organisation."""
    during: Span


@dataclass(frozen=True, slots=True)
class OfficeName:
    """A title, in one of its forms, and the kind of office it means. Case does not count."""

    text: str
    iri: str
    head_of_government: bool
    """Does the holder speak for the state? True of heads of state and of government."""


class Fact(NamedTuple):
    """What a triple says of its subject, in plain strings."""

    predicate: str
    value: str
    """IRI or text."""
    tag: str | None
    """Language tag of a text."""
    quad: Quad
    """The statement as the parser gives it; making a triple of each would double the load time."""


def read_subject(quad: Quad) -> str:
    """The IRI that a statement is about. Raises DataError for a blank node."""
    subject = quad.subject
    if not isinstance(subject, NamedNode):
        raise DataError(f"The gazetteer has a subject without IRI in {quad}: give it one.")
    return subject.value


def read_fact(quad: Quad) -> Fact:
    """A statement in plain strings. Raises DataError for a blank node."""
    value = quad.object
    if isinstance(value, Text):
        tag = value.language
        return Fact(quad.predicate.value, value.value, tag and canonical(tag), quad)
    if isinstance(value, NamedNode):
        return Fact(quad.predicate.value, value.value, None, quad)
    raise DataError(f"The gazetteer has a value without IRI in {quad}: give it one.")


def read_entry(iri: str, facts: list[Fact]) -> Entry | None:
    """The entry that facts about one subject make, None for what is no entity."""
    values: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        values[fact.predicate].append(fact.value)
    types = [TYPES[kind] for kind in values[TYPE] if kind in TYPES]
    if not types:
        return None
    return Entry(
        iri=iri,
        type=types[0],
        country=next((state[-3:] for state in values[COUNTRY]), None),
        labels={str(fact.tag): fact.value for fact in facts if fact.predicate == LABEL},
        same_as=tuple(same for predicate in SAME for same in values[predicate]),
        seat_of=next(iter(values[SEAT]), None),
        institutions=tuple(values[INSTITUTION_KIND]),
    )


def is_community(iri: str) -> bool:
    """Is it the IRI of a people, faith or minority? Armed groups have the same entity type."""
    return iri.startswith(f"{BASE}community/")


def read_term(facts: list[Fact]) -> Term:
    """The term of office that facts about one subject make. Raises DataError for half a term."""
    values = {fact.predicate: fact.value for fact in facts}
    try:
        return Term(values[KIND], values[OWNER], to_span(values[DURING]))
    except KeyError as missing:
        raise DataError(f"A term of office lacks {missing}: see ontologies/people.ttl.") from None


def read_name(iri: str, fact: Fact) -> Name | None:
    """The name that a fact gives, None when it gives none or one for display only."""
    kind = NAMES.get(fact.predicate)
    if kind is None or "(" in fact.value:
        return None
    if kind == "name" and fact.value.isupper() and " " not in fact.value:
        kind = "abbreviation"
    return Name(fact.value, iri, fact.tag, kind)


def serves(tag: str | None, lang: str) -> bool:
    """Is a name with this tag one of the language, of a region of it, or of every language?"""
    return tag is None or tag.split("-")[0] == lang


@cache
def canonical(tag: str) -> str:
    """A language tag as BCP 47 writes it; the parser makes "pt-PT" lower case."""
    lang, _, region = tag.partition("-")
    return f"{lang}-{region.upper()}" if region else lang
