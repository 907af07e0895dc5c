"""Which formats there are, and what writes them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import KgError
from kg.export import events_csv, gexf, graphml, jsonld, nquads, trig, turtle

FORMATS: Mapping[str, Callable[[Path, Path], None]] = {
    "turtle": turtle.write,
    "trig": trig.write,
    "nquads": nquads.write,
    "jsonld": jsonld.write,
    "graphml": graphml.write,
    "gexf": gexf.write,
    "csv": events_csv.write,
}
"""Format to what writes it: graph directory, file."""


def export(directory: Path, fmt: str, path: Path) -> None:
    """Write the graph of a directory to a file in one of `FORMATS`.

    The file is replaced when it is complete. Raises KgError for another format or a folder that
    does not exist, and StoreError when the directory holds no graph.
    """
    if fmt not in FORMATS:
        raise KgError(f"No format {fmt!r}: choose one of {', '.join(FORMATS)}.")
    if not path.parent.is_dir():
        raise KgError(f"No folder {path.parent} to write {path.name} in: make it first.")
    with TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
        draft = Path(folder) / path.name
        FORMATS[fmt](directory, draft)
        draft.replace(path)
