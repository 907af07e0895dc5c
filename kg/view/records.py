"""SPARQL answers as records: subject to predicate to its values, in a fixed order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import cast

from rdflib import Dataset, Literal, URIRef
from rdflib.term import IdentifiedNode

from kg.ontology.namespaces import PREFIXES

Term = IdentifiedNode | Literal
Record = Mapping[URIRef, tuple[Term, ...]]
Records = Mapping[str, Record]

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


def ask_rows(dataset: Dataset, query: str) -> Iterable[tuple[Term, ...]]:
    """Run a SELECT over the union of all graphs, with the prefixes of the model."""
    return cast(Iterable[tuple[Term, ...]], dataset.query(_PREFIXES + query))


def describe(dataset: Dataset, pattern: str, *, graph: str | None = None) -> Records:
    """Gather all triples of each ``?s`` that the pattern binds, by IRI.

    graph: IRI of the only named graph to look into; without it the union of all.
    Keys and values are sorted: the store's own order never shows.
    """
    body = f"{{ {pattern} ?s ?p ?o }}"
    where = f"{{ GRAPH <{graph}> {body} }}" if graph else body
    found: dict[str, dict[URIRef, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in ask_rows(dataset, f"SELECT DISTINCT ?s ?p ?o WHERE {where}"):
        found[str(subject)][cast(URIRef, predicate)].add(value)
    return {
        subject: {p: tuple(sorted(found[subject][p], key=_order)) for p in found[subject]}
        for subject in sorted(found)
    }


def values(record: Record, predicate: URIRef) -> tuple[str, ...]:
    """Give the values of a predicate as plain text, none when it is absent."""
    return tuple(str(term) for term in record.get(predicate, ()))


def value(record: Record, predicate: URIRef) -> str | None:
    """Give the first value of a predicate as plain text, None when it is absent."""
    return next(iter(values(record, predicate)), None)


def literals(record: Record, predicate: URIRef) -> tuple[Literal, ...]:
    """Give the literals among the values of a predicate."""
    return tuple(term for term in record.get(predicate, ()) if isinstance(term, Literal))


def _order(term: Term) -> tuple[str, str]:
    return str(term), (term.language or "") if isinstance(term, Literal) else ""
