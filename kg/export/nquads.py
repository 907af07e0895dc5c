"""N-Quads: one statement and its graph a line, for other stores and for sort and diff."""

from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.graph.store import open_store
from kg.graph.turtle import sort_quads
from kg.graph.union import named_quads


def write(directory: Path, path: Path) -> None:
    """Write the graphs of a directory as N-Quads, equal bytes for equal graphs."""
    serialize(sort_quads(named_quads(open_store(directory))), path, RdfFormat.N_QUADS)
