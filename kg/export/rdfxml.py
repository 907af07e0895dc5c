"""RDF/XML, for tools from before Turtle: Protégé, Jena's older stores, XSLT."""

from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.export.statements import stream_union


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as RDF/XML, equal bytes for equal graphs."""
    # Oxigraph declares prefixes in any order, and a namespace where it is used without them.
    serialize(stream_union(directory), path, RdfFormat.RDF_XML)
