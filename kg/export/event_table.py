"""Tables of events: what columns one has, and how its rows are read from a graph directory."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.export.tellings import Telling

Cell = str | int | float | None
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class EventTable:
    """A table of events in the shape of some data set."""

    columns: Mapping[str, type[str] | type[int] | type[float]]
    """Name to what its cells are, in their order; any cell may be None."""
    read: Callable[[Path], Iterator[Row]]
    """Graph directory to the rows; a column that a row lacks is None in it."""


def pair_up(telling: Telling) -> list[tuple[str, str]]:
    """Source and target of each row of an event, "" for a side without an entity."""
    event = telling.event
    if pairs := event.pairs():
        return pairs
    return [(source, "") for source in event.sources] or [
        ("", target) for target in event.targets or ("",)
    ]


def happened(telling: Telling) -> bool:
    """Whether event data of the usual kind have a row for it: no denials, no mere possibilities.

    A plan counts where the code books have a code for it: an intent to meet, cooperate or help.
    """
    event = telling.event
    planned = event.modality == "planned" and event.classes[0].when_planned is not None
    return event.polarity == "positive" and (event.modality == "actual" or planned)
