"""What RDF formats are written from, statement by statement, so that memory stays flat.

The union is read from the directory's own Turtle: it is sorted, always tells what the store holds,
and parsing it is several times faster than looking up every term in the store. What is composed
here rather than by Oxigraph reads it as text (see kg.export.blocks), which is faster still.
"""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import StoreError
from kg.graph.layout import find_turtle
from kg.graph.store import open_store
from kg.graph.union import named_quads


def turtle_of(directory: Path) -> Path:
    """The Turtle that the build of a directory wrote. Raises StoreError when there is none."""
    open_store(directory)
    path = find_turtle(directory)
    if path is None:
        raise StoreError(f"{directory} has lost its graph.ttl: build into it again.")
    return path


def stream_union(directory: Path) -> Iterator[Quad]:
    """The union of all graphs as quads of the default graph, sorted.

    Raises StoreError when there is no graph.
    """
    return parse(path=turtle_of(directory), format=RdfFormat.TURTLE)


def stream_quads(directory: Path) -> Iterator[Quad]:
    """The quads of the named graphs, graph by graph. Raises StoreError when there is no graph."""
    return named_quads(open_store(directory))
