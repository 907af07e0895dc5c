from collections.abc import Sequence

import pytest
from parses import Row, parse, texts

from kg.extract.syntax.tokens import expand
from kg.extract.syntax.tree import nodes

TWO: list[Row] = [
    ("presidents", "president", "NOUN", "ROOT", 0),
    ("Lula", "Lula", "PROPN", "appos", 0),
    ("and", "and", "CCONJ", "cc", 3),
    ("Petro", "Petro", "PROPN", "conj", 1),
]
COMMA: list[Row] = [
    ("states", "state", "NOUN", "ROOT", 0),
    (",", ",", "PUNCT", "punct", 2),
    ("Chad", "Chad", "PROPN", "appos", 0),
    ("and", "and", "CCONJ", "cc", 4),
    ("Mali", "Mali", "PROPN", "conj", 2),
]
BEFORE: list[Row] = [
    ("Chad", "Chad", "PROPN", "appos", 3),
    ("and", "and", "CCONJ", "cc", 2),
    ("Mali", "Mali", "PROPN", "conj", 0),
    ("states", "state", "NOUN", "ROOT", 3),
]


@pytest.mark.parametrize(
    ("rows", "noun", "meant"),
    [
        (TWO, 0, ["presidents", "Petro"]),
        (COMMA, 0, ["states", "Chad", "Mali"]),
        (BEFORE, 3, ["states"]),
    ],
)
def test_names_beside_a_noun_in_the_plural(
    rows: Sequence[Row], noun: int, meant: list[str]
) -> None:
    doc = parse("en", rows, morphs={noun: "Number=Plur"})
    assert texts(expand([nodes(doc)[noun]])) == meant
