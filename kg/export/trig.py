"""TriG: Turtle that keeps the named graphs, one for each article."""

from pathlib import Path

from kg.graph.store import open_store
from kg.graph.turtle import to_trig
from kg.graph.union import named_quads


def write(directory: Path, path: Path) -> None:
    """Write the graphs of a directory as TriG, equal bytes for equal graphs."""
    path.write_bytes(to_trig(named_quads(open_store(directory))))
