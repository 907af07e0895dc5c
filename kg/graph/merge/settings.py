"""Weights and word lists of the merge: ``ontologies/merge.yaml``."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.graph.merge.joining import Limits
from kg.ontology.classes import event_class
from kg.ontology.settings import load_table, name_broken_entries, read_weights

_FILE = "merge.yaml"


@dataclass(frozen=True, slots=True)
class PeopleSettings:
    """How names in articles become people."""

    limits: Limits
    window: int
    """How many neighbours by name a person is compared with, in each block."""
    weights: Mapping[str, float]
    """Name of a feature to its weight."""


@dataclass(frozen=True, slots=True)
class CopySettings:
    """When two articles are copies of one story."""

    threshold: float
    """The share of runs of words from which on they are."""
    days: int
    """How many days apart they may have been published."""
    window: int
    """How many neighbours an article is compared with, in each block."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports become events, and names people."""

    limits: Limits
    """A pair below the threshold is no unsure one: too many are."""
    window: int
    """How many neighbours in time a report is compared with, in each block."""
    weights: Mapping[str, float]
    """Name of a feature to its weight."""
    kindred: Mapping[str, frozenset[str]]
    """Class to the other classes that a sentence may use for the same event."""
    local_roots: frozenset[str]
    """PLOVER roots whose events in two places of one country are two events."""
    notes: Mapping[str, Mapping[str, str]]
    """Polarity or modality to language to the word that a label adds."""
    people: PeopleSettings
    copies: CopySettings


@cache
def load_settings() -> Settings:
    """The settings of ``ontologies/merge.yaml``. Raises DataError when it breaks its format."""
    return read_settings(load_table(_FILE))


def read_settings(data: Mapping[str, Any]) -> Settings:
    """A parsed settings file as values. Raises DataError."""
    with name_broken_entries(_FILE):
        return Settings(
            limits=_read_limits(data, unsure=data["threshold"]),
            window=int(data["window"]),
            weights=read_weights(data["weights"]),
            kindred=_index_kindred(data["kindred"]),
            local_roots=frozenset(data["local_roots"]),
            notes=data["notes"],
            people=_read_people(data["people"]),
            copies=_read_copies(data["copies"]),
        )


def _read_limits(data: Mapping[str, Any], *, unsure: Any) -> Limits:
    threshold, margin = float(data["threshold"]), float(data["margin"])
    return Limits(threshold, float(unsure), margin, int(data["doubts"]))


def _read_people(data: Mapping[str, Any]) -> PeopleSettings:
    return PeopleSettings(
        limits=_read_limits(data, unsure=data["unsure"]),
        window=int(data["window"]),
        weights=read_weights(data["weights"]),
    )


def _read_copies(data: Mapping[str, Any]) -> CopySettings:
    return CopySettings(float(data["threshold"]), int(data["days"]), int(data["window"]))


def _index_kindred(groups: Sequence[Sequence[str]]) -> dict[str, frozenset[str]]:
    kindred: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for name in group:
            kindred[event_class(name).name] |= set(group) - {name}
    return {name: frozenset(others) for name, others in kindred.items()}
