"""Words of a Doc found by one attribute: a whole column read at once, and few tokens made.

spaCy makes a new object for each token that it hands out, and a string for each attribute asked.
"""

from collections.abc import Mapping
from functools import cache
from typing import cast

from spacy.attrs import HEAD
from spacy.strings import get_string_id
from spacy.tokens import Doc


def column(doc: Doc, attribute: int) -> list[int]:
    """An attribute of every token: a key of the strings, or a number."""
    return cast(list[int], doc.to_array(attribute).tolist())


def find_words(doc: Doc, attribute: int, values: frozenset[str]) -> list[int]:
    """Indices of the tokens whose attribute has one of some values."""
    keys = keys_of(values)
    return [i for i, key in enumerate(column(doc, attribute)) if key in keys] if keys else []


@cache
def keys_of(values: frozenset[str]) -> frozenset[int]:
    """Strings as their keys, which are the same in every vocabulary."""
    return frozenset(map(get_string_id, values))


def read_heads(doc: Doc) -> list[int]:
    """The index of the head of each token."""
    steps = doc.to_array(HEAD).astype("int64").tolist()
    return [i + step for i, step in enumerate(steps)]


def read_strings(doc: Doc, attribute: int, names: Mapping[str, str] | None = None) -> list[str]:
    """An attribute of every token as a string, or as what a map has for it."""
    strings = doc.vocab.strings
    values = [strings[key] for key in column(doc, attribute)]
    return values if names is None else [names.get(value, value) for value in values]
