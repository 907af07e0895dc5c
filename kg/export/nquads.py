"""N-Quads: one statement and its graph a line, for other stores and for sort and diff."""

from pathlib import Path

from kg.export.graphs import stream_graphs, to_nquads


def write(directory: Path, path: Path) -> None:
    """Write the graphs of a directory as N-Quads, equal bytes for equal graphs."""
    with path.open("wb") as file:
        for graph, parts in stream_graphs(directory):
            file.writelines(to_nquads(graph, lines) for lines in parts)
