"""Which formats there are, and what writes them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import KgError
from kg.export import (
    annotated,
    cypher,
    events_csv,
    gdelt,
    gexf,
    graphml,
    jsonld,
    nquads,
    ntriples,
    parquet,
    polecat,
    rdfxml,
    trig,
    turtle,
)

FORMATS: Mapping[str, Callable[[Path, Path], None]] = {
    "turtle": turtle.write,
    "turtle12": annotated.write,
    "ntriples": ntriples.write,
    "rdfxml": rdfxml.write,
    "jsonld": jsonld.write,
    "trig": trig.write,
    "nquads": nquads.write,
    "graphml": graphml.write,
    "gexf": gexf.write,
    "cypher": cypher.write,
    "csv": events_csv.write,
    "gdelt": gdelt.write,
    "polecat": polecat.write,
    "parquet": partial(parquet.write, table=events_csv.TABLE),
    "gdelt-parquet": partial(parquet.write, table=gdelt.TABLE),
    "polecat-parquet": partial(parquet.write, table=polecat.TABLE),
}
"""Format to what writes it: graph directory, file."""


def export(directory: Path, fmt: str, path: Path) -> None:
    """Write the graph of a directory to a file in one of `FORMATS`.

    The file is replaced when it is complete. Raises KgError for another format, a folder that does
    not exist or a format whose library is not installed, and StoreError when the directory holds
    no graph.
    """
    if fmt not in FORMATS:
        raise KgError(f"No format {fmt!r}: choose one of {', '.join(FORMATS)}.")
    if not path.parent.is_dir():
        raise KgError(f"No folder {path.parent} to write {path.name} in: make it first.")
    with TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
        draft = Path(folder) / path.name
        FORMATS[fmt](directory, draft)
        draft.replace(path)
