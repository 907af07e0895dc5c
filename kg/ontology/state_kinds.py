"""What states are called instead of by name: ``ontologies/state-kinds.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.ontology.settings import load_table, name_broken_entries

_FILE = "state-kinds.yaml"
Codes = tuple[str, ...]
"""ISO 3166-1 alpha-3."""


@dataclass(frozen=True, slots=True)
class StateKinds:
    """The words of one language."""

    kinds: Mapping[str, Codes]
    """Lemma of a noun to the states that it can mean, one at a time: "the kingdom"."""
    together: Mapping[str, Codes]
    """Word to the states that it means, all of them: "the Koreas"."""


@cache
def load_state_kinds(lang: str) -> StateKinds:
    """The words of a language, by its ISO 639-1 code. Raises DataError for another format."""
    return read_state_kinds(load_table(_FILE), lang)


def read_state_kinds(data: Mapping[str, Any], lang: str) -> StateKinds:
    """The words of a language in a parsed file. Raises DataError."""
    with name_broken_entries(_FILE):
        return StateKinds(*(by_word(data[part], lang) for part in ("kinds", "together")))


def by_word(entries: Mapping[str, Any], lang: str) -> Mapping[str, Codes]:
    """Word to codes."""
    return {word: tuple(entry["states"]) for entry in entries.values() for word in entry[lang]}
