"""Turtle: the union of all graphs, without saying which article says what."""

from pathlib import Path

from kg.graph.store import open_store
from kg.graph.turtle import write_turtle


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as Turtle, equal bytes for equal graphs."""
    write_turtle(open_store(directory), path)
