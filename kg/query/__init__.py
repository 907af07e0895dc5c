"""SPARQL on a graph directory, and the named queries of ``ontologies/queries/``."""

from kg.query.formats import FORMATS, format_result
from kg.query.named import NamedQuery, Parameter, named_queries
from kg.query.run import run_query

__all__ = ["FORMATS", "NamedQuery", "Parameter", "format_result", "named_queries", "run_query"]
