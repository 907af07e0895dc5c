"""Answers as text: a table for people; CSV, JSON and XML as the W3C defines them; Turtle."""

from collections.abc import Iterator
from io import StringIO

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Triple,
)
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import QueryError
from kg.graph.iris import PREFIXES
from kg.graph.turtle import to_turtle
from kg.query.run import Result

_STANDARD = {
    "csv": QueryResultsFormat.CSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
FORMATS = ("table", *_STANDARD)
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def format_result(result: Result, form: str = "table") -> str:
    """The answer to a query as text.

    result: of `run_query`; it is read, so that it can be formatted once.
    form: "table", "csv", "json" or "xml"; triples come as Turtle, whatever it is. A table is as
    wide as the terminal. Raises QueryError for another form, or when the query fails on the way.
    """
    if form not in FORMATS:
        raise QueryError(f"No format {form!r}: choose one of {', '.join(FORMATS)}.")
    try:
        return _format(result, form)
    except (OSError, RuntimeError) as error:
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


def shorten(term: NamedNode | Literal | BlankNode | Triple | None) -> str:
    """A term for people: an IRI with its prefix where it has one, a literal by its words."""
    if term is None:
        return ""
    if not isinstance(term, NamedNode):
        return term.value if isinstance(term, Literal) else str(term)
    for prefix, namespace in _BY_LENGTH:
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}"
    return term.value


def _format(result: Result, form: str) -> str:
    if isinstance(result, QueryTriples):
        return to_turtle(result).decode()
    if form in _STANDARD:
        return (result.serialize(format=_STANDARD[form]) or b"").decode()
    if isinstance(result, QueryBoolean):
        return "true" if result else "false"
    return _draw(result)


def _draw(solutions: QuerySolutions) -> str:
    names = [variable.value for variable in solutions.variables]
    table = Table(*names)
    for row in _rows(solutions):
        table.add_row(*row)
    text = StringIO()
    Console(file=text).print(table)
    return text.getvalue()


def _rows(solutions: QuerySolutions) -> Iterator[list[Text]]:
    for solution in solutions:
        yield [Text(shorten(term), overflow="fold") for term in solution]
