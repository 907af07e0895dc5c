"""What articles say as a dataset: a named graph for each, the merged graph, the store, networks."""

from kg.graph.article.graph import article_triples
from kg.graph.change.build import Summary, build
from kg.graph.directory.store import open_dataset, open_store
from kg.graph.results.network import to_networkx
from kg.graph.shapes.validate import ShapeReport, validate

__all__ = [
    "ShapeReport",
    "Summary",
    "article_triples",
    "build",
    "open_dataset",
    "open_store",
    "to_networkx",
    "validate",
]
