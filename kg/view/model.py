"""The graph as a page shows it: nodes, edges and the sentences behind them, without logic."""

from dataclasses import dataclass
from typing import Literal

NodeType = Literal["state", "person", "organisation", "group", "place", "event"]
EdgeKind = Literal[
    "source",
    "target",
    "participant",
    "place",
    "office",
    "inExchangeFor",
    "inSupportOf",
    "inResponseTo",
    "despite",
]
Status = Literal["actual", "planned", "possible", "denied"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The article that a sentence stands in."""

    id: str
    title: str | None = None
    source: str | None = None
    """The outlet."""
    date: str | None = None
    """ISO 8601."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that tells of an event or an office, cut at its trigger."""

    id: str
    article: str
    before: str
    trigger: str
    """Empty when nothing is marked, as for an office."""
    after: str
    lang: str | None
    status: Status = "actual"
    actors: tuple[str, ...] = ()
    """IRIs of the participants that this report names."""
    says: tuple[str, ...] = ()
    """IRIs of those to whom the sentence attributes it."""
    says_text: str | None = None
    place: str | None = None
    time: str | None = None
    """EDTF."""
    quantity: str | None = None
    theme: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or an event."""

    id: str
    """IRI."""
    type: NodeType
    label: str
    """In the language of the page, where the graph has it."""
    names: tuple[str, ...] = ()
    """Every name in every language, for the search."""
    country: str | None = None
    links: tuple[str, ...] = ()
    """Pages about it elsewhere, such as Wikidata."""
    articles: tuple[str, ...] = ()
    """IRIs of the articles that mention it."""
    titles: tuple[str, ...] = ()
    """Offices of a person for which no state or organisation is stated."""
    time: str | None = None
    """EDTF, of an event."""
    detail: str | None = None
    """What or how many, of an event: its quantity, else its theme."""
    status: Status = "actual"
    agreements: tuple[str, ...] = ()
    """Treaties and pacts that the event made."""
    evidence: tuple[str, ...] = ()
    """Of an event: its reports. Of an entity: reports on its word, and those of ``titles``."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Who takes part in an event, where it happened, an office, or another event.

    It runs as it reads: source to event, event to target or place, holder to state. Where the
    act is mutual, as a meeting is, each actor is a participant: event to participant.
    """

    source: str
    target: str
    kind: EdgeKind
    label: str | None = None
    """The title of an office; the other kinds are named in the language of the page."""
    status: Status = "actual"
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageGraph:
    """All that a page shows; every tuple is sorted, so equal graphs give equal pages."""

    lang: str
    """ISO 639-1: the language of most of the articles."""
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    articles: tuple[Citation, ...] = ()
