"""What articles say as a dataset: a named graph for each, the merged graph, the store, networks."""

from kg.graph.article_graph import article_triples
from kg.graph.build import Summary, build
from kg.graph.project import to_networkx
from kg.graph.store import open_dataset, open_store
from kg.graph.validate import ShapeReport, validate

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
