"""The words of the page in its language, from ``strings.yaml``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.view.labels import FALLBACK

Strings = Mapping[str, Any]


@cache
def load_strings(lang: str) -> Strings:
    """Read the words of one language by ISO 639-1 code, the English ones for any other."""
    text = Path(__file__).with_name("strings.yaml").read_text(encoding="utf8")
    languages: dict[str, dict[str, Any]] = yaml.safe_load(text)["languages"]
    chosen = lang if lang in languages else FALLBACK
    return {"lang": chosen, **languages[chosen]}
