"""What RDF formats of the union are written from, so that memory stays flat.

It is the directory's own Turtle: sorted, always in step with the store, and read as text (see
kg.export.blocks) many times faster than looking up every term in the store.
"""

from pathlib import Path

from kg.errors import StoreError
from kg.graph.directory.layout import find_turtle
from kg.graph.directory.store import open_store


def turtle_of(directory: Path) -> Path:
    """The Turtle that the build of a directory wrote. Raises StoreError when there is none."""
    open_store(directory)
    path = find_turtle(directory)
    if path is None:
        raise StoreError(f"{directory} has lost its graph.ttl: build into it again.")
    return path
