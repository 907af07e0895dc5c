"""Words of what is no politics: `ontologies/lexicon/unpolitical/<lang>.yaml` as word lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.ontology.files import ontology_dir

LISTS = ("people", "justice", "forces", "things", "works", "tells", "literal")


@dataclass(frozen=True)
class Field:
    """The words of a field: one sure word or two hints tell what a sentence is about."""

    sure: frozenset[str]
    hints: frozenset[str]


@dataclass(frozen=True)
class Idiom:
    """Words that with others tell of no event: "declined to comment".

    has: slot to lemmas, one of which must fill it, as in frames.
    """

    lemmas: frozenset[str]
    has: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class UnpoliticalWords:
    """One language; lemmas in lower case. The file says what each list holds."""

    fields: Mapping[str, Field] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    justice: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    literal: frozenset[str] = frozenset()
    idioms: tuple[Idiom, ...] = ()


@cache
def load_unpolitical(lang: str) -> UnpoliticalWords:
    """The words of a language; none without a file. Raises DataError for a file without a key."""
    path = ontology_dir() / "lexicon" / "unpolitical" / f"{lang}.yaml"
    if not path.exists():
        return UnpoliticalWords()
    try:
        return read_unpolitical(yaml.safe_load(path.read_text(encoding="utf8")))
    except KeyError as error:
        raise DataError(f"{path} lacks {error}: add it, if need be as an empty list.") from error


def read_unpolitical(data: Mapping[str, Any]) -> UnpoliticalWords:
    """The content of a file as values. Raises KeyError when a key is missing."""
    fields = {
        name: Field(frozenset(words["sure"]), frozenset(words["hints"]))
        for name, words in data["fields"].items()
    }
    lists = {name: frozenset(data[name]) for name in LISTS}
    return UnpoliticalWords(fields, **lists, idioms=tuple(map(read_idiom, data["idioms"])))


def read_idiom(row: Mapping[str, Any]) -> Idiom:
    """One idiom of a file. Raises KeyError when a key is missing."""
    has = {slot: frozenset(lemmas) for slot, lemmas in row["has"].items()}
    return Idiom(frozenset(row["lemma"]), has)
