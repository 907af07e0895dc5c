"""What a merge leaves for the next one, so that only what changed is decided again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.graph.merge.cells import Cell
from kg.graph.merge.joining import NO_DECISIONS, Decisions, IriPair


class Described(NamedTuple):
    """That the merged graph describes a subject."""

    about: str
    """IRI of a report on whose group the description rests; "" where it rests on anything."""
    digest: bytes
    """Equal digests, equal statements."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was merged, and what of."""

    cells: Mapping[str, Cell] = field(default_factory=dict)
    """Article to its reports."""
    likely: frozenset[IriPair] = frozenset()
    """The pairs of reports that rules hold to be one, or that could be."""
    decisions: Decisions = NO_DECISIONS
    parts: Mapping[str, Described] = field(default_factory=dict)
    """IRI of each subject of the merged graph."""


NOTHING = Memory()
"""Of a graph that was never merged, or not by these rules."""
