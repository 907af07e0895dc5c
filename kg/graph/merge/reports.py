"""What reports are compared by, as values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.edtf import Span

ActorKind = Literal["state", "place", "named"]

_ANY_TIME = Span()


@dataclass(frozen=True, slots=True)
class Actor:
    """A source or target of a report."""

    iri: str
    kind: ActorKind = "named"
    """A state, a place, or a person, organisation or group with a name of its own."""
    countries: frozenset[str] = frozenset()
    """IRIs of the states that it is, acts for or lies in."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of a report."""

    iri: str
    value: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of one event, with what decides which event it is."""

    iri: str
    article: str
    """IRI."""
    type: str
    """Local name of the event class."""
    lang: str = "en"
    published: date | None = None
    outlet: str = ""
    """Who published it, "" where the article does not say."""
    copy_of: str = ""
    """IRI of the article whose story its own article prints again, "" for a story of its own."""
    wording: tuple[str, ...] = ()
    """The sentence and the trigger."""
    polarity: str = "positive"
    modality: str = "actual"
    sources: tuple[Actor, ...] = ()
    """Sorted by IRI, as are the targets."""
    targets: tuple[Actor, ...] = ()
    source_texts: tuple[str, ...] = ()
    target_texts: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    """IRIs of the larger places that the places lie in, states included."""
    time: str | None = None
    """EDTF."""
    span: Span = _ANY_TIME
    """The days on which it can have happened: an actual event is not later than its report."""
    theme: frozenset[str] = frozenset()
    """Content words of the theme, in lower case."""
    place_texts: tuple[str, ...] = ()
    """The words for a place that is not known."""
    deniers: tuple[Actor, ...] = ()
    """Who denies it, sorted by IRI."""
    tolls: tuple[tuple[str, str], ...] = ()
    """(local name of what became of people, IRI of the quantity), such as ("killed", ...)."""
    amounts: tuple[Amount, ...] = ()
    context: frozenset[str] = frozenset()
    """IRIs of the entities that its article names."""
    links: tuple[tuple[str, str], ...] = ()
    """(relation, IRI of the other report), sorted."""

    @property
    def story(self) -> str:
        """IRI of the article that told it first, as far as copies are concerned."""
        return self.copy_of or self.article
