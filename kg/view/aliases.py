"""One node for a person whom articles gave several IRIs."""

from collections.abc import Iterator, Mapping

from rdflib import Dataset, URIRef

from kg.graph.iris import MERGED
from kg.view.records import Records, Term, ask_rows

Aliases = Mapping[str, str]
"""Another IRI of a person to the one that stands for all."""


def read_aliases(dataset: Dataset) -> Aliases:
    """Ask the merged graph who is who."""
    rows = ask_rows(
        dataset,
        f"SELECT ?other ?one WHERE {{ GRAPH <{MERGED.value}> {{ ?one owl:sameAs ?other }} }}",
    )
    return {str(row[0]): str(row[1]) for row in rows}


def resolve(records: Records, aliases: Aliases) -> Records:
    """Leave out what goes by another IRI, and name only the one that stands for all."""
    return {
        iri: {
            predicate: tuple(dict.fromkeys(_resolve(iri, terms, aliases)))
            for predicate, terms in record.items()
        }
        for iri, record in records.items()
        if iri not in aliases
    }


def _resolve(iri: str, terms: tuple[Term, ...], aliases: Aliases) -> Iterator[Term]:
    for term in terms:
        one = aliases.get(str(term)) if isinstance(term, URIRef) else None
        if one is None:
            yield term
        elif one != iri:
            yield URIRef(one)
