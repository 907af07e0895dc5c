"""Turtle: the union of all graphs, without saying which article says what."""

import shutil
from pathlib import Path

from kg.export.statements import turtle_of


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as Turtle, equal bytes for equal graphs."""
    shutil.copyfile(turtle_of(directory), path)
