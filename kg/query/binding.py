"""Values for the parameters of a query, as a VALUES clause at the head of its pattern."""

import re
from collections.abc import Mapping

from pyoxigraph import Literal

from kg.errors import DataError, QueryError
from kg.query.named import NamedQuery

# Comments, IRIs and strings are skipped whole: a brace or a WHERE inside them is none.
_TOKEN = re.compile(
    r"""\#[^\n]*|<[^<>"{}|^`\\\s]*>|\"\"\".*?\"\"\"|'''.*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
    r"|(?P<where>\bWHERE\b)|(?P<brace>\{)",
    re.DOTALL | re.IGNORECASE,
)

_DAYS = frozenset(["since", "until"])
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")
"""Of a month or year, what begins it."""


def bind(query: NamedQuery, values: Mapping[str, str]) -> str:
    """The SPARQL of a named query with its parameters bound to strings.

    A parameter that is not given stays unbound. Values are written as RDF literals, so that
    nothing in them is read as SPARQL. (Oxigraph's own substitution binds only variables that the
    query returns.) Raises QueryError for an unknown or missing parameter, and where a day is none.
    """
    _check(query, values)
    if not query.parameters:
        return query.sparql
    variables = " ".join(f"?{parameter.name}" for parameter in query.parameters)
    terms = (values.get(parameter.name) for parameter in query.parameters)
    row = " ".join("UNDEF" if term is None else str(Literal(term)) for term in terms)
    head, tail = split_pattern(query)
    return f"{head} VALUES ({variables}) {{ ({row}) }}{tail}"


def split_pattern(query: NamedQuery) -> tuple[str, str]:
    """The SPARQL of a named query before and after the place where its parameters are bound.

    That place is the beginning of the outermost pattern: after the first brace, or that after the
    first WHERE. Raises DataError when there is none.
    """
    tokens = list(_TOKEN.finditer(query.sparql))
    where = next((token.start() for token in tokens if token["where"]), 0)
    for token in tokens:
        if token["brace"] and token.start() >= where:
            return query.sparql[: token.end()], query.sparql[token.end() :]
    raise DataError(f"Query {query.name!r} has no pattern in braces: mend {query.name}.rq.")


def _check(query: NamedQuery, values: Mapping[str, str]) -> None:
    names = {parameter.name for parameter in query.parameters}
    missing = [p.name for p in query.parameters if p.required and p.name not in values]
    unknown = sorted(values.keys() - names)
    if missing or unknown:
        problem = f"needs {', '.join(missing)}" if missing else f"has no {', '.join(unknown)}"
        raise QueryError(f"Query {query.name!r} {problem}: {_describe(query)}")
    for name in _DAYS & values.keys():
        if not _DAY.fullmatch(values[name]):
            raise QueryError(f"Parameter {name}: {values[name]!r} is no day like 2024-05-03.")


def _describe(query: NamedQuery) -> str:
    if not query.parameters:
        return "it takes no parameters."
    texts = [
        f"{p.name} ({p.text}; {'required' if p.required else 'optional'})" for p in query.parameters
    ]
    return f"its parameters are {'; '.join(texts)}."
