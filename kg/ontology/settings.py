"""Weights and thresholds in ``ontologies/*.yaml``, read as values."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import yaml

from kg.errors import DataError
from kg.ontology.files import ontology_dir


def load_table(name: str) -> Mapping[str, Any]:
    """The content of a file of ``ontologies/``."""
    table: Mapping[str, Any] = yaml.safe_load((ontology_dir() / name).read_text(encoding="utf8"))
    return table


@contextmanager
def name_broken_entries(name: str) -> Iterator[None]:
    """Raise DataError where values are made of a file's table and an entry is not as it should."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"ontologies/{name}: {error!r}: mend or add that entry.") from error


def read_weights(weights: Mapping[str, Any]) -> dict[str, float]:
    """Name of a feature to its weight."""
    return {name: float(weight) for name, weight in weights.items()}
