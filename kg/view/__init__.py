"""Dataset to interactive HTML: one file that shows the graph and the sentences behind it."""

from kg.view.model import PageGraph
from kg.view.network import to_pyvis
from kg.view.page import render_page
from kg.view.read import read_directory, read_page_graph
from kg.view.write import write_page, write_text

__all__ = [
    "PageGraph",
    "read_directory",
    "read_page_graph",
    "render_page",
    "to_pyvis",
    "write_page",
    "write_text",
]
