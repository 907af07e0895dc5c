"""The union of the graphs of a store, one predicate at a time."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.export.blocks import Terms, Value, read_blocks, read_terms
from kg.graph.rdf.terms import node
from kg.ontology.namespaces import RDF

Row = tuple[str, str, str | None]
"""Subject, value as plain text, and its language: "" where a text has none, None of an IRI."""
_Reading = list[tuple[str, str | None]]


class Union(Protocol):
    """What all graphs say together."""

    def rows(self, predicate: str) -> Iterator[Row]:
        """Every subject of a predicate with each of its values, in any order."""


class StoreUnion:
    """The default graph of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, predicate: str) -> Iterator[Row]:
        """See `Union`."""
        return map(to_row, self._store.quads_for_pattern(None, node(predicate), None, _UNION))


class TurtleUnion:
    """The same from the Turtle of a directory, without looking up every term in the store."""

    def __init__(self, path: Path) -> None:
        self._terms = read_terms(path)
        self._lines: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for subject, lines in read_blocks(path):
            iri = self._terms.read_iri(subject)
            for line in lines:
                predicate, _, objects = line.partition(" ")
                self._lines[predicate].append((iri, objects))
        self._names = {_read_predicate(self._terms, name): name for name in self._lines}

    def rows(self, predicate: str) -> Iterator[Row]:
        """See `Union`."""
        known: dict[str, _Reading] = {}
        for subject, objects in self._lines.get(self._names.get(str(predicate), ""), ()):
            if (values := known.get(objects)) is None:
                _, found = self._terms.read_line(f"a {objects}")
                values = known[objects] = [_read_value(value) for value in found]
            for text, lang in values:
                yield subject, text, lang


_UNION = DefaultGraph()


def to_row(quad: Quad) -> Row:
    """What a statement says, whatever its predicate."""
    lang = quad.object.language or "" if isinstance(quad.object, Literal) else None
    return _text(quad.subject), _text(quad.object), lang


def _text(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """Give an IRI or a text; a graph of kg has no other terms."""
    return str(term) if isinstance(term, Triple) else term.value


def _read_predicate(terms: Terms, name: str) -> str:
    return str(RDF.type) if name == "a" else terms.read_iri(name)


def _read_value(value: Value) -> tuple[str, str | None]:
    text, datatype, lang = value
    if not datatype:
        return text, None
    # JSON has the escapes of Turtle.
    return json.loads(f'"{text}"', strict=False) if "\\" in text else text, lang
