"""The states and provinces that stand after the name of a town: ``ontologies/regions.yaml``."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.ontology.files import ontology_dir
from kg.slug import slug

Region = tuple[str, str]
"""ISO 3166-1 alpha-3 of a country and the slug of its region."""
Abbreviations = Mapping[str, frozenset[Region]]
"""As written, to what it can mean: "AL" is Alagoas or Alabama."""


@cache
def load_regions() -> Abbreviations:
    """The abbreviations of ``ontologies/regions.yaml``. Raises DataError for another format."""
    text = (ontology_dir() / "regions.yaml").read_text(encoding="utf8")
    return read_regions(yaml.safe_load(text))


def read_regions(data: Mapping[str, Any]) -> Abbreviations:
    """A parsed file as values. Raises DataError."""
    found: dict[str, set[Region]] = defaultdict(set)
    try:
        for country, regions in data["regions"].items():
            for name, forms in regions.items():
                for form in forms:
                    found[form].add((country, slug(name)))
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"ontologies/regions.yaml: {error!r}: mend that entry.") from error
    return {form: frozenset(regions) for form, regions in found.items()}
