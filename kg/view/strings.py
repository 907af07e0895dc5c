"""The words of the page in each language, from ``strings.yaml``."""

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
    text = Path(__file__).with_name("strings.yaml").read_text(encoding="utf8")
    languages: dict[str, Strings] = yaml.safe_load(text)["languages"]
    return languages


def load_strings(lang: str) -> Strings:
    """Give the words of one language by ISO 639-1 code, the English ones for any other."""
    languages = load_languages()
    chosen = lang if lang in languages else FALLBACK
    return {"lang": chosen, **languages[chosen]}
