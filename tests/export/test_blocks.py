import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.export import blocks
from kg.export.blocks import read_blocks, read_terms, remember
from kg.graph.directory.store import open_store
from kg.graph.rdf.union import union_triples
from tests.export.triples import graphs

STRING = "http://www.w3.org/2001/XMLSchema#string"


def read(directory):
    """The triples of the Turtle of a directory."""
    path = directory / "graph.ttl"
    terms = read_terms(path)
    return {
        Triple(NamedNode(terms.read_iri(subject)), NamedNode(predicate), to_term(value))
        for subject, lines in read_blocks(path)
        for predicate, values in map(terms.read_line, lines)
        for value in values
    }


def to_term(value):
    text, datatype, language = value
    if not datatype:
        return NamedNode(text)
    words = json.loads(f'"{text}"')
    if language:
        return Literal(words, language=language)
    return Literal(words, datatype=NamedNode(datatype))


@given(graphs(st.characters(codec="utf-8")))
def test_every_term_is_read(put, triples):
    assert read(put(triples)) == triples


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_a_block_may_be_longer_than_what_is_read_at_once(demo, monkeypatch, size):
    monkeypatch.setattr(blocks, "_CHUNK", size)
    assert read(demo) == set(union_triples(open_store(demo)))


def test_a_line_is_made_once_as_long_as_it_is_remembered(monkeypatch):
    monkeypatch.setattr(blocks, "_MANY", 2)
    made = []
    shout = remember(lambda line: made.append(line) or line.upper())
    assert list(map(shout, "aabaca")) == list("AABACA")
    assert made == ["a", "b", "c", "a"]
