"""Weights and thresholds of linking: ``ontologies/linking.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.ontology.files import ontology_dir


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
    text = (ontology_dir() / "linking.yaml").read_text(encoding="utf8")
    return read_settings(yaml.safe_load(text))


def read_settings(data: Mapping[str, Any]) -> LinkingSettings:
    """A parsed settings file as values. Raises DataError."""
    try:
        return LinkingSettings(
            weights={name: float(weight) for name, weight in data["weights"].items()},
            accept=float(data["accept"]),
            accept_city=float(data["accept_city"]),
            sure_city=float(data["sure_city"]),
            sure=float(data["sure"]),
            margin=float(data["margin"]),
            spelling=float(data["spelling"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"ontologies/linking.yaml: {error!r}: mend or add that entry.") from error
