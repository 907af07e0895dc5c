"""TriG: Turtle that keeps the named graphs, one for each article."""

from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.export.statements import stream_quads
from kg.graph.iris import PREFIXES
from kg.graph.turtle import tidy


def write(directory: Path, path: Path) -> None:
    """Write the graphs of a directory as TriG, equal bytes for equal graphs."""
    draft = path.with_name(f"{path.name}.raw")
    serialize(stream_quads(directory), draft, RdfFormat.TRIG, prefixes=dict(PREFIXES))
    with draft.open("rb") as lines, path.open("wb") as file:
        file.writelines(tidy(lines))
    draft.unlink()
