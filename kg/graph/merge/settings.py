"""Weights and word lists of the merge: ``ontologies/merge.yaml``."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.ontology.classes import event_class
from kg.ontology.files import ontology_dir


@dataclass(frozen=True, slots=True)
class PeopleSettings:
    """How names in articles become people."""

    threshold: float
    """A pair whose weighted features reach it is one person."""
    unsure: float
    """A pair below the threshold that reaches this is worth a look."""
    margin: float
    """Partners whose scores differ by no more than this are equally good."""
    window: int
    """How many neighbours by name a person is compared with, in each block."""
    doubts: int
    """How many unsure pairs are kept of each person."""
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

    threshold: float
    """A pair whose weighted features reach it tells of one event."""
    margin: float
    """Partners whose scores differ by no more than this are equally good."""
    window: int
    """How many neighbours in time a report is compared with, in each block."""
    doubts: int
    """How many unsure pairs are kept of each report."""
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
    text = (ontology_dir() / "merge.yaml").read_text(encoding="utf8")
    return read_settings(yaml.safe_load(text))


def read_settings(data: Mapping[str, Any]) -> Settings:
    """A parsed settings file as values. Raises DataError."""
    try:
        return Settings(
            threshold=float(data["threshold"]),
            margin=float(data["margin"]),
            window=int(data["window"]),
            doubts=int(data["doubts"]),
            weights=_read_weights(data["weights"]),
            kindred=_index_kindred(data["kindred"]),
            local_roots=frozenset(data["local_roots"]),
            notes=data["notes"],
            people=_read_people(data["people"]),
            copies=_read_copies(data["copies"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"ontologies/merge.yaml: {error!r}: mend or add that entry.") from error


def _read_people(data: Mapping[str, Any]) -> PeopleSettings:
    return PeopleSettings(
        threshold=float(data["threshold"]),
        unsure=float(data["unsure"]),
        margin=float(data["margin"]),
        window=int(data["window"]),
        doubts=int(data["doubts"]),
        weights=_read_weights(data["weights"]),
    )


def _read_copies(data: Mapping[str, Any]) -> CopySettings:
    return CopySettings(float(data["threshold"]), int(data["days"]), int(data["window"]))


def _read_weights(weights: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(weight) for name, weight in weights.items()}


def _index_kindred(groups: Sequence[Sequence[str]]) -> dict[str, frozenset[str]]:
    kindred: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        roots = {event_class(name).root for name in group}
        if len(roots) > 1:
            raise DataError(f"ontologies/merge.yaml: {group} are of several roots: split them.")
        for name in group:
            kindred[name] |= set(group) - {name}
    return {name: frozenset(others) for name, others in kindred.items()}
