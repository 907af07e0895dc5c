"""TriG: Turtle that keeps the named graphs, one for each article."""

from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize

from kg.export import nquads
from kg.graph.rdf.iris import PREFIXES
from kg.graph.rdf.turtle import tidy


def write(directory: Path, path: Path) -> None:
    """Write the graphs of a directory as TriG, equal bytes for equal graphs."""
    quads, draft = (path.with_name(f"{path.name}.{end}") for end in ("nq", "raw"))
    nquads.write(directory, quads)
    found = parse(path=quads, format=RdfFormat.N_QUADS)
    serialize(found, draft, RdfFormat.TRIG, prefixes=dict(PREFIXES))
    with draft.open("rb") as lines, path.open("wb") as file:
        file.writelines(tidy(lines))
    quads.unlink()
    draft.unlink()
