"""The page of a graph on disk."""

from pathlib import Path

from kg.collector import collector_at_rest
from kg.errors import KgError
from kg.view.page import render_page
from kg.view.read import read_directory


@collector_at_rest()
def write_page(directory: Path, path: Path) -> None:
    """Write the page of the graph in a directory, replacing the file whole or not at all.

    Raises KgError when the folder of the file does not exist, StoreError when the directory holds
    no graph, OSError when the file cannot be written.
    """
    write_text(render_page(read_directory(directory)), path)


def write_text(page: str, path: Path) -> None:
    """Write a rendered page, replacing the file whole or not at all. Raises as write_page does."""
    if not path.parent.is_dir():
        raise KgError(f"No folder {path.parent} to write {path.name} in: make it first.")
    draft = path.with_name(f"{path.name}.part")
    draft.write_text(page, encoding="utf8", newline="\n")
    draft.replace(path)
