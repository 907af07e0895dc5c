"""The values that travel between the steps: frozen dataclasses without logic.

Every ``start`` and ``end`` counts characters in ``Article.text``, end exclusive, so that
``article.text[x.start:x.end] == x.text``.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

EntityType = Literal["STATE", "PERSON", "ORG", "PLACE", "GROUP"]
MentionKind = Literal["name", "nominal", "demonym", "pronoun"]
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "habitual", "planned", "demanded", "possible", "hypothetical"]
"""From the firmest to the least firm."""
Outcome = Literal["killed", "wounded", "captured", "missing"]
Relation = Literal["inExchangeFor", "inSupportOf", "inResponseTo", "despite"]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as published, and which stretches of it are its own prose."""

    id: str
    text: str
    lang: str
    """ISO 639-1."""
    date: datetime.date | None = None
    """Publication date; None when neither the page nor the text gives one."""
    title: str | None = None
    url: str | None = None
    source: str | None = None
    """The outlet."""
    body: tuple[tuple[int, int], ...] = ()
    """(start, end) of each paragraph to be read, in order; the rest is boilerplate."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of the article's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """What a mention refers to: a node of the graph."""

    iri: str
    type: EntityType
    label: str
    """Its name in the language of the article."""
    country: str | None = None
    """ISO 3166-1 alpha-3 of the state that it is, belongs to or lies in."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name can mean."""

    iri: str
    score: float
    """Sum of the reasons."""
    reasons: tuple[tuple[str, float], ...]
    """Feature of linking to what it adds or takes; see ontologies/linking.yaml."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, demonym, nominal or pronoun that refers to an actor or a place."""

    text: str
    start: int
    end: int
    type: EntityType
    kind: MentionKind
    entity: str | None = None
    """IRI."""
    country: str | None = None
    unsure: bool = False
    """Could it well be another of the candidates, or none?"""
    candidates: tuple[Candidate, ...] = ()
    """What the name can mean, the best first; empty where nothing had to be decided."""


@dataclass(frozen=True, slots=True)
class Office:
    """A person holds an office, as the text states it."""

    person: Mention
    title: Phrase
    office: str | None
    """IRI of the kind of office (foreign minister), None for a title that is in no list."""
    of: Mention | None
    """The state, organisation or region."""
    sentence: Phrase
    former: bool = False
    """Does the text call it past: "ex-presidente", "the former minister"?"""


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant in an event. An argument that names several gives one Argument each."""

    role: Literal["source", "target", "theme"]
    text: str
    start: int
    end: int
    entity: str | None = None
    """IRI; None for a generic participant ("protesters")."""
    country: str | None = None
    type: EntityType | None = None
    inferred: bool = False
    """Is it the only other actor of the clause, rather than in a slot of the rule?"""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression; value in EDTF: 2025-10-27, 2025-10, 2025, 2025-W43, 2022/.."""

    text: str
    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened."""

    text: str
    start: int
    end: int
    entity: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of what: "more than 10,000 soldiers" is 10000, "more than", "soldier"."""

    text: str
    start: int
    end: int
    value: int | float | None
    qualifier: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many people an event killed, wounded or captured, or are missing since."""

    outcome: Outcome
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so; several sources share one phrase ("Ukraine and South Korea estimate")."""

    text: str
    start: int
    end: int
    entities: tuple[str, ...] = ()
    """IRIs."""


@dataclass(frozen=True, slots=True)
class Link:
    """One event stands in a relation to another of the same article."""

    relation: Relation
    trigger: Phrase
    """Trigger of the other event."""


@dataclass(frozen=True, slots=True)
class Event:
    """What one sentence tells: an event class, its trigger, arguments and circumstances."""

    type: str
    """Local name of a class in ontologies/kg.ttl, such as "TroopDeployment"."""
    trigger: Phrase
    sentence: Phrase
    arguments: tuple[Argument, ...]
    rule: str
    """Id of the lexicon frame that fired."""
    score: float = 1.0
    time: Time | None = None
    place: Place | None = None
    quantity: Quantity | None = None
    attribution: Attribution | None = None
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    denied_by: Attribution | None = None
    """Who says that it did not happen; None where the article itself says so."""
    links: tuple[Link, ...] = ()
    casualties: tuple[Casualties, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, pact or accord as named by its sentence, with what it contains."""

    text: str
    start: int
    end: int
    trigger: Phrase | None
    """Trigger of the event that signs or makes it."""
    parts: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says."""

    article: Article
    sentences: int
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    offices: tuple[Office, ...]
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
