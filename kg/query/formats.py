"""Answers as text: a table for people; CSV, JSON and XML as the W3C defines them; Turtle."""

from collections.abc import Sequence
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
from kg.graph.rdf.iris import PREFIXES
from kg.graph.rdf.turtle import to_turtle
from kg.query.run import Result

_STANDARD = {
    "csv": QueryResultsFormat.CSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
FORMATS = ("table", *_STANDARD)
_RULES = 3
"""Columns that the rules and padding of a table take beside each of its columns."""
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def format_result(result: Result, form: str = "table") -> str:
    """The answer to a query as text.

    result: of `run_query`; it is read, so that it can be formatted once.
    form: "table", "csv", "json" or "xml"; triples come as Turtle, whatever it is. A table that is
    wider than the terminal comes as a block of lines for each row, one without rows as "". Raises
    QueryError for another form, or when the query fails on the way.
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
    """A table where it fits the terminal, else a block of lines for each row."""
    names = [variable.value for variable in solutions.variables]
    rows = [[shorten(term) for term in solution] for solution in solutions]
    if not rows:
        return ""
    text = StringIO()
    console = Console(file=text)
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    if sum(widths) + _RULES * len(names) <= console.width:
        console.print(_table(names, rows))
    else:
        for number, row in enumerate(rows, start=1):
            console.print(_block(number, names, row))
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(*names)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _block(number: int, names: Sequence[str], row: Sequence[str]) -> Table:
    """One row as lines of name and value, empty values left out."""
    block = Table(box=None, show_header=False, padding=(0, 2, 0, 0), title_justify="left")
    block.title = f"─ {number} ─"
    for name, value in zip(names, row, strict=True):
        if value:
            block.add_row(Text(name, style="bold"), Text(value, overflow="fold"))
    return block
