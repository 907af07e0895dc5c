"""N-Quads: one statement and its graph a line, for other stores and for sort and diff."""

from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.export.statements import stream_quads


def write(directory: Path, path: Path) -> None:
    """Write the graphs of a directory as N-Quads, equal bytes for equal graphs."""
    serialize(stream_quads(directory), path, RdfFormat.N_QUADS)
