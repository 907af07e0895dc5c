"""The named queries of ``ontologies/queries/``: what each answers, and which parameters it takes.

A file begins with comments: ``# title: …``, ``# question: …`` and for each parameter
``# param NAME: what it is (required|optional)``. In the query a parameter is the variable ?NAME.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg.errors import DataError, QueryError
from kg.ontology.files import ontology_dir

_HEADER = re.compile(r"# (title|question): (.+)")
_PARAMETER = re.compile(r"# param (\w+): (.+) \((required|optional)\)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the user gives to a named query."""

    name: str
    text: str
    """What it is."""
    required: bool


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that analysts ask, with its SPARQL."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """Every named query by name, in alphabetical order. Raises DataError."""
    paths = sorted((ontology_dir() / "queries").glob("*.rq"))
    return {path.stem: read_query(path) for path in paths}


def find_query(name: str) -> NamedQuery:
    """The query of a name. Raises QueryError, naming near ones, when there is none."""
    queries = named_queries()
    if name not in queries:
        near = get_close_matches(name, queries, n=3)
        choice = f"did you mean {' or '.join(near)}?" if near else "kg queries lists them."
        raise QueryError(f"No query named {name!r}: {choice}")
    return queries[name]


def read_query(path: Path) -> NamedQuery:
    """A query file as a value. Raises DataError when its head lacks the title or the question."""
    sparql = path.read_text(encoding="utf8")
    header = dict(_HEADER.findall(sparql))
    if {"title", "question"} - header.keys():
        raise DataError(f"{path.name} lacks '# title: …' or '# question: …' at its head: add it.")
    parameters = tuple(
        Parameter(name, text, required=need == "required")
        for name, text, need in _PARAMETER.findall(sparql)
    )
    return NamedQuery(path.stem, header["title"], header["question"], parameters, sparql)
