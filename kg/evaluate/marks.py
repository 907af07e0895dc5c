"""Stretches of an article that mean something, in the gold and as they were found."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Mark:
    """A trigger that tells of an event, or words that mean an actor."""

    start: int
    end: int
    cluster: str
    """Of which event or actor: its key in the gold, its IRI in the merged graph."""
    optional: bool = False
    """May it be missing on the other side?"""


Keyed = tuple[dict[Hashable, str], dict[Hashable, str]]
"""The clusters of both sides, under keys that aligned mentions have in common."""


def key_marks(article: str, gold: Sequence[Mark], found: Sequence[Mark]) -> Keyed:
    """The mentions of an article under keys: an aligned one has the key of its gold mark.

    An optional mark that the other side lacks is left out.
    """
    pairs = align(gold, found)
    aligned = set(pairs.values())
    missed = [i for i, mark in enumerate(gold) if i not in pairs and not mark.optional]
    spurious = [j for j, mark in enumerate(found) if j not in aligned and not mark.optional]
    return (
        {(article, i): gold[i].cluster for i in (*pairs, *missed)},
        {(article, i): found[j].cluster for i, j in pairs.items()}
        | {(article, "spurious", j): found[j].cluster for j in spurious},
    )


def align(gold: Sequence[Mark], found: Sequence[Mark]) -> dict[int, int]:
    """Gold marks to found ones, one to one: those of which the largest share overlaps first."""
    options = [
        (-overlap(g, f), i, j) for (i, g), (j, f) in product(enumerate(gold), enumerate(found))
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in sorted(options):
        if share and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def overlap(a: Mark, b: Mark) -> float:
    """The characters that both have among those that either has."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared > 0 else 0.0
