"""Weights and thresholds of linking: ``ontologies/linking.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.ontology.settings import load_table, name_broken_entries, read_weights

_FILE = "linking.yaml"


@dataclass(frozen=True, slots=True)
class LinkingSettings:
    """How candidates are weighed, and how sure a link has to be."""

    weights: Mapping[str, float]
    """Name of a feature of kg/link/features.py to its weight."""
    accept: float
    """A person of the gazetteer is linked from this score on; below, the name is someone else's."""
    accept_city: float
    """A place that the gazetteer lacks is a city of that name from this score on."""
    sure_city: float
    """Below it that link is marked as unsure."""
    sure: float
    """Below it a link is marked as unsure."""
    margin: float
    """So is a link whose runner-up is closer than this."""
    spelling: float
    """How alike two transliterations of one name are, from 0 to 1."""


@cache
def load_settings() -> LinkingSettings:
    """The settings of ``ontologies/linking.yaml``. Raises DataError when it breaks its format."""
    return read_settings(load_table(_FILE))


def read_settings(data: Mapping[str, Any]) -> LinkingSettings:
    """A parsed settings file as values. Raises DataError."""
    with name_broken_entries(_FILE):
        return LinkingSettings(
            weights=read_weights(data["weights"]),
            accept=float(data["accept"]),
            accept_city=float(data["accept_city"]),
            sure_city=float(data["sure_city"]),
            sure=float(data["sure"]),
            margin=float(data["margin"]),
            spelling=float(data["spelling"]),
        )
