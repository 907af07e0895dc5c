"""N-Quads: one statement and its graph a line, for other stores and for sort and diff."""

from pathlib import Path

from kg.export.graphs import stream_graphs

_END = b" .\n"
"""Of a statement: line breaks in literals are escaped."""


def write(directory: Path, path: Path) -> None:
    """Write the graphs of a directory as N-Quads, equal bytes for equal graphs."""
    with path.open("wb") as file:
        for graph, parts in stream_graphs(directory):
            end = f" {graph}".encode() + _END
            file.writelines(lines.replace(_END, end) for lines in parts)
