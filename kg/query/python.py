"""Answers as Python values."""

from collections.abc import Callable, Mapping
from datetime import date

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Triple

from kg.errors import QueryError
from kg.frame import Cell, Table
from kg.graph.rdf.turtle import to_turtle
from kg.ontology.namespaces import XSD
from kg.query.run import Result

_READERS: Mapping[str, Callable[[str], Cell]] = {
    str(XSD.integer): int,
    str(XSD.decimal): float,
    str(XSD.double): float,
    str(XSD.float): float,
    str(XSD.date): date.fromisoformat,
    str(XSD.boolean): lambda text: text in ("true", "1"),
}


def to_python(result: Result) -> Table | bool | rdflib.Graph:
    """Rows of a SELECT as a table, an ASK as a bool, triples as an rdflib graph.

    result: of `run_query`; it is read. Raises QueryError when the query fails on the way.
    """
    try:
        if isinstance(result, QueryBoolean):
            return bool(result)
        if isinstance(result, QuerySolutions):
            return to_table(result)
        return rdflib.Graph().parse(data=to_turtle(result), format="turtle")
    except (OSError, RuntimeError) as error:
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


def to_table(solutions: QuerySolutions) -> Table:
    """The rows, with numbers, dates and truth values as such; None where nothing is bound."""
    columns = tuple(variable.value for variable in solutions.variables)
    return Table(columns, tuple(tuple(map(to_cell, row)) for row in solutions))


def to_cell(term: NamedNode | Literal | BlankNode | Triple | None) -> Cell:
    """A term as a Python value; a literal that is not what its datatype says as its text."""
    if not isinstance(term, Literal):
        return term.value if isinstance(term, NamedNode) else None if term is None else str(term)
    try:
        return _READERS.get(term.datatype.value, str)(term.value)
    except ValueError:
        return term.value
