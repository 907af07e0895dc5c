"""The words of the page in each language, from ``strings.yaml`` and ``classes.yaml``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.view.labels import FALLBACK

Strings = Mapping[str, Any]


@cache
def load_languages() -> Mapping[str, Strings]:
    """Read the words of every language by ISO 639-1 code, in the order of the file."""
    languages: dict[str, Strings] = _read("strings.yaml")["languages"]
    return languages


@cache
def load_class_labels() -> Mapping[str, Mapping[str, str]]:
    """Read the labels of event classes beyond those of the ontology: local name, then language."""
    labels: dict[str, dict[str, str]] = _read("classes.yaml")["classes"]
    return labels


def _read(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf8"))


def load_strings(lang: str) -> Strings:
    """Give the words of one language by ISO 639-1 code, the English ones for any other."""
    languages = load_languages()
    chosen = lang if lang in languages else FALLBACK
    return {"lang": chosen, **languages[chosen]}
