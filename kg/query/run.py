"""SPARQL on a graph directory."""

import re
from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import QueryError
from kg.graph.directory.store import open_store
from kg.graph.rdf.iris import PREFIXES
from kg.query.binding import bind
from kg.query.named import find_query

Result = QuerySolutions | QueryBoolean | QueryTriples
"""Of SELECT, of ASK, of CONSTRUCT and DESCRIBE. Solutions and triples are read once."""


_NEAR = 30


def run_query(
    directory: Path,
    sparql: str | None = None,
    *,
    name: str | None = None,
    params: Mapping[str, str] | None = None,
) -> Result:
    """Ask a graph, in SPARQL 1.1 or by the name of a query.

    The default graph is the union of all graphs; the prefixes of the model (kg:, sem:, gaf:,
    prov:, state: …) need no declaration. params: values of a named query's parameters.
    Raises QueryError when the query does not parse, the name or a parameter does not exist or is
    missing, StoreError when the directory holds no graph.
    """
    return query_store(open_store(directory), sparql, name=name, params=params)


def query_store(
    store: Store,
    sparql: str | None = None,
    *,
    name: str | None = None,
    params: Mapping[str, str] | None = None,
) -> Result:
    """The same on a store that is open."""
    text = _find_text(sparql, name, params or {})
    try:
        return store.query(text, prefixes=dict(PREFIXES))
    except (SyntaxError, ValueError) as error:
        raise QueryError(explain_error(text, str(error))) from error
    except (OSError, RuntimeError) as error:
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


def _find_text(sparql: str | None, name: str | None, params: Mapping[str, str]) -> str:
    if name is None and sparql is not None:
        if params:
            raise QueryError("Only a named query takes parameters: write values into your own.")
        return sparql
    if name is None or sparql is not None:
        raise QueryError("Give either a query or the name of one.")
    return bind(find_query(name), params)


def explain_error(sparql: str, message: str) -> str:
    """One line on a query that does not parse: where, at which words, and what to check.

    message: the parser's, whose list of all that it expected would fill a screen.
    """
    position = re.search(r"error at (\d+):(\d+)", message)
    if not position:
        return f"The query does not parse: {' '.join(message.split())}"
    line, column = int(position[1]), int(position[2])
    read = "".join(sparql.splitlines()[line - 1 : line])[: column - 1].strip()
    after = f'after "{read[-_NEAR:]}"' if read else "at its beginning"
    check = "declare the prefix" if "Prefix not found" in message else "check words and brackets"
    return f"The query does not parse: line {line}, {after}: {check} there."
