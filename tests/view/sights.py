"""A page with what it was made of, so that tests can work out what it has to show."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.graph.rdf.iris import PREFIXES
from kg.ontology.classes import event_classes
from kg.view.model import Event, Node, PageGraph

KNOWN = {"actual", "habitual"}
"""What the page shows at first; plans, demands and denials are a click away."""


@dataclass(frozen=True)
class Sight:
    path: Path
    graph: PageGraph = field(repr=False)

    @cached_property
    def store(self) -> Store:
        store = Store()
        store.bulk_load(self.graph.dataset, format=RdfFormat.TRIG)
        return store

    @cached_property
    def actor(self) -> Node:
        """The most reported person."""
        return next(node for node in self.graph.nodes if node.type == "person")

    def shown(
        self,
        *,
        without: Collection[str] = (),
        days: tuple[str | None, str | None] = (None, None),
        actor: Node | None = None,
    ) -> set[str]:
        """IRIs of the events that filters leave. without: roots; days: first and last."""
        found = (event for event in self.graph.events if self._is_known(event))
        return {
            event.id
            for event in found
            if is_of_other_roots(event, without)
            and is_within(event, days)
            and (actor is None or actor in self._actors(event))
        }

    def rows(self, query: str) -> set[tuple[str, ...]]:
        """What the store in Python answers."""
        found = self.store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
        return {tuple(term.value for term in row) for row in found}

    def _is_known(self, event: Event) -> bool:
        return any(self.graph.reports[ix].status in KNOWN for ix in event.reports)

    def _actors(self, event: Event) -> list[Node]:
        sides = (*event.source, *event.target, *event.participant)
        return [self.graph.nodes[ix] for ix in sides]


def is_of_other_roots(event: Event, roots: Collection[str]) -> bool:
    return any(event_classes()[name].root not in roots for name in event.classes)


def is_within(event: Event, days: tuple[str | None, str | None]) -> bool:
    """Undated events lie within any days."""
    first, last = days
    if not event.earliest or not event.latest:
        return True
    return event.latest >= (first or "") and event.earliest <= (last or "9999")


def plain(name: str) -> str:
    """A name as people type it: no accents, no capitals."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
