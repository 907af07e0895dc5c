"""SPARQL on a graph directory, and the named queries of ``ontologies/queries/``."""

from kg.query.formats import FORMATS, format_result
from kg.query.named import NamedQuery, Parameter, find_query, named_queries
from kg.query.python import to_python
from kg.query.run import query_store, run_query

__all__ = [
    "FORMATS",
    "NamedQuery",
    "Parameter",
    "find_query",
    "format_result",
    "named_queries",
    "query_store",
    "run_query",
    "to_python",
]
