"""N-Triples: one statement a line, for other stores and for sort and diff."""

from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.export.statements import stream_union


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as N-Triples, equal bytes for equal graphs."""
    serialize(stream_union(directory), path, RdfFormat.N_TRIPLES)
