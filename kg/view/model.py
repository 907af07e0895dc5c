"""The graph as the page holds it: actors, events, and the sentences behind them, without logic.

Parts refer to each other by their place in the tuples of `PageGraph`, as they do in the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

NodeType = Literal["state", "person", "organisation", "group", "place"]
LinkKind = Literal["inExchangeFor", "inSupportOf", "inResponseTo", "despite"]
Status = Literal["actual", "habitual", "planned", "demanded", "possible", "hypothetical", "denied"]
Labels = Mapping[str, str]
"""Language (ISO 639-1, or "" for none) to words."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An article."""

    id: str
    """IRI, here and below."""
    title: str | None = None
    source: str | None = None
    """The outlet."""
    date: str | None = None
    """ISO 8601."""
    url: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an actor stands in a sentence, in characters of it, the end exclusive."""

    start: int
    end: int
    node: int


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence that tells of an event or an office, cut at its trigger."""

    id: str
    article: int
    before: str
    trigger: str = ""
    """Empty when nothing is marked, as for an office."""
    after: str = ""
    lang: str | None = None
    status: Status = "actual"
    score: float = 1.0
    """How sure its reading is, from 0 to 1."""
    rule: str | None = None
    """What read it; none for an office."""
    marks: tuple[Mark, ...] = ()
    """Sorted; no two overlap."""
    says: tuple[int, ...] = ()
    """Those to whom the sentence attributes it."""
    says_text: str | None = None
    place: int | None = None
    time: str | None = None
    """EDTF."""
    quantity: Labels | None = None
    theme: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds, of a state or organisation where one is stated."""

    title: Labels
    of: int | None = None
    reports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or a place."""

    id: str
    type: NodeType
    labels: Labels
    names: tuple[str, ...] = ()
    """Every other name in every language, for the search."""
    country: str | None = None
    """ISO 3166-1 alpha-3, of the state that it is, acts for or lies in."""
    lat: float | None = None
    lon: float | None = None
    """WGS 84, in degrees."""
    links: tuple[str, ...] = ()
    """Pages about it elsewhere, such as Wikidata."""
    offices: tuple[Office, ...] = ()
    articles: tuple[int, ...] = ()
    """Those that mention it."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as all its reports tell it.

    Where the act is mutual, as a meeting is, its actors are participants; else source and target.
    """

    id: str
    classes: tuple[str, ...] = ()
    """Local names of its finest classes in kg:, such as "Meeting"."""
    time: str | None = None
    """EDTF, the finest that is told."""
    earliest: str | None = None
    latest: str | None = None
    """The first and the last day of that time, where it has one."""
    status: Status = "actual"
    source: tuple[int, ...] = ()
    target: tuple[int, ...] = ()
    participant: tuple[int, ...] = ()
    who: str | None = None
    """The words for a source that names nobody, such as "police"."""
    whom: str | None = None
    """The same of a target, and of the other side of a mutual act."""
    place: tuple[int, ...] = ()
    links: tuple[tuple[LinkKind, int], ...] = ()
    """To other events."""
    detail: Labels | None = None
    """What or how many: its quantity, else its theme."""
    agreements: tuple[str, ...] = ()
    """Treaties and pacts that it made."""
    reports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PageGraph:
    """All that a page shows; every order is fixed, so equal graphs give equal pages."""

    lang: str
    """ISO 639-1: the language of most of the articles."""
    nodes: tuple[Node, ...] = ()
    """The most reported first."""
    events: tuple[Event, ...] = ()
    """By time, undated ones last."""
    reports: tuple[Report, ...] = ()
    """Those in the language of the page first, and of these the first written."""
    articles: tuple[Citation, ...] = ()
    """The first written first."""
    dataset: bytes = b""
    """The named graphs as TriG, for the page to ask in SPARQL."""
