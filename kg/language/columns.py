"""Words of a Doc found by one attribute: a whole column read at once, and few tokens made.

spaCy makes a new object for each token that it hands out, and a string for each attribute asked.
"""

from collections.abc import Callable, Collection, Mapping
from functools import cache, lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import HEAD
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc

MANY = 50_000
"""Strings that are kept: more words than a year of one newspaper has."""


def column(doc: Doc, attribute: int) -> list[int]:
    """An attribute of every token: a key of the strings, or a number."""
    return cast(list[int], doc.to_array(attribute).tolist())


def find_words(doc: Doc, attribute: int, values: frozenset[str]) -> list[int]:
    """Indices of the tokens whose attribute has one of some values."""
    if not values:
        return []
    keys, found = keys_of(values), doc.to_array(attribute)
    nearest = keys.take(keys.searchsorted(found), mode="clip")
    return cast(list[int], (nearest == found).nonzero()[0].tolist())


def find_names(doc: Doc, attribute: int, values: Collection[str]) -> list[int]:
    """The same for values that one article has, which are not worth keeping."""
    keys = set(map(get_string_id, values))
    return [i for i, key in enumerate(column(doc, attribute)) if key in keys] if keys else []


@cache
def keys_of(values: frozenset[str]) -> NDArray[np.uint64]:
    """Strings as their keys, which are the same in every vocabulary, sorted."""
    return np.array(sorted(map(get_string_id, values)), dtype="uint64")


def read_heads(doc: Doc) -> list[int]:
    """The index of the head of each token."""
    steps = doc.to_array(HEAD).astype("int64").tolist()
    return [i + step for i, step in enumerate(steps)]


def read_strings(doc: Doc, attribute: int, names: Mapping[str, str] | None = None) -> list[str]:
    """An attribute of every token as a string, or as what a map has for it."""
    values = list(map(spelled(doc.vocab.strings), column(doc, attribute)))
    return values if names is None else [names.get(value, value) for value in values]


@cache
def spelled(strings: StringStore) -> Callable[[int], str]:
    """From a key to the string of a vocabulary, which spaCy decodes anew each time."""
    found = lru_cache(maxsize=MANY)(strings.__getitem__)
    return cast(Callable[[int], str], found)
