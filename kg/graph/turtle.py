"""Turtle and TriG that are the same, byte for byte, for the same statements."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, Triple, serialize

from kg.graph.iris import PREFIXES
from kg.graph.terms import TYPE
from kg.graph.union import union_triples

_Key = tuple[str, bool, str, str]
_PREFIX = b"@prefix"


def write_turtle(store: Store, path: Path) -> int:
    """Write the union of the graphs of a store as Turtle; returns the number of triples.

    Graph names are lost: which article a statement comes from is said only where the statement
    is about a report, a tenure or an agreement (prov:wasDerivedFrom).
    """
    triples = list(union_triples(store))
    path.write_bytes(to_turtle(triples))
    return len(triples)


def to_turtle(triples: Iterable[Triple]) -> bytes:
    """Triples as Turtle in UTF-8: sorted, each once, a block for each subject."""
    return _serialize(sort_triples(triples), RdfFormat.TURTLE)


def to_trig(quads: Iterable[Quad]) -> bytes:
    """Quads as TriG in UTF-8: sorted, each once, a block for each graph."""
    return _serialize(sort_quads(quads), RdfFormat.TRIG)


def sort_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Each triple once, by subject, its classes first, then by predicate and object."""
    return sorted(set(triples), key=_triple_key)


def sort_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Each quad once, by graph, then as triples are sorted."""
    return sorted(set(quads), key=lambda quad: (str(quad.graph_name), *_triple_key(quad.triple)))


def _triple_key(triple: Triple) -> _Key:
    is_class = triple.predicate == TYPE
    return str(triple.subject), not is_class, triple.predicate.value, str(triple.object)


def tidy(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines of Turtle or TriG with the prefixes sorted (Oxigraph shuffles them), blocks apart.

    A line begins a block when it is not indented: Oxigraph escapes the line breaks in literals.
    """
    for is_prefix, group in groupby(lines, key=lambda line: line.startswith(_PREFIX)):
        if is_prefix:
            yield from sorted(group)
        else:
            yield from (line if line[:1] in b"\t}" else b"\n" + line for line in group)


def _serialize(statements: Iterable[Triple] | Iterable[Quad], form: RdfFormat) -> bytes:
    written = serialize(statements, format=form, prefixes=dict(PREFIXES)) or b""
    return b"".join(tidy(written.splitlines(keepends=True)))
