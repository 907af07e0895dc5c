"""Merged events and entities read back from a dataset, for tables and networks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from rdflib import Dataset, Literal
from rdflib.query import ResultRow

from kg.graph.article.graph import ENTITY_CLASSES
from kg.graph.rdf.iris import MERGED, PREFIXES
from kg.ontology.classes import EventClass, event_class
from kg.ontology.namespaces import GAF, KG, RDF

Values = Mapping[str, tuple[str, ...]]
"""Predicate to its objects as plain text, sorted."""

_NAMES = {iri.value: name for name, iri in ENTITY_CLASSES.items()}


@dataclass(frozen=True, slots=True)
class EventRecord:
    """A merged event. Tuples are sorted."""

    iri: str
    classes: tuple[EventClass, ...]
    sources: tuple[str, ...]
    """IRIs, as are targets, places, quantities and reports."""
    targets: tuple[str, ...]
    places: tuple[str, ...]
    quantities: tuple[str, ...]
    reports: tuple[str, ...]
    polarity: str
    modality: str
    date: str = ""
    """EDTF, "" when no report gives it."""
    earliest: str = ""
    """First day as YYYY-MM-DD, "" when it is open."""
    latest: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """Who acts on whom: each source with each target.

        Without targets the sources of a mutual act are paired with each other.
        """
        if not self.targets and self.classes[0].symmetric:
            return list(combinations(self.sources, 2))
        return list(product(self.sources, self.targets))


def read_events(dataset: Dataset) -> list[EventRecord]:
    """All merged events, sorted by IRI."""
    events = read_values(dataset, f"GRAPH <{MERGED.value}> {{ ?s a kg:Event ; ?p ?o }}")
    times = read_values(dataset, "?s kg:edtf ?edtf ; ?p ?o")
    return [_to_record(iri, values, times) for iri, values in events.items()]


def read_values(dataset: Dataset, pattern: str) -> Mapping[str, Values]:
    """Subject to its values, sorted, for a SPARQL pattern that binds ?s, ?p and ?o."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in _select(dataset, pattern):
        found[str(subject)][str(predicate)].add(str(value))
    return {
        iri: {predicate: tuple(sorted(values)) for predicate, values in found[iri].items()}
        for iri in sorted(found)
    }


def read_types(dataset: Dataset) -> Mapping[str, str]:
    """Entity to its type: STATE, PERSON, ORG, PLACE or GROUP, the first of several."""
    entities = read_values(dataset, "?s a ?o . BIND(rdf:type AS ?p)")
    names = {
        iri: [_NAMES[value] for value in values[str(RDF.type)] if value in _NAMES]
        for iri, values in entities.items()
    }
    return {iri: min(found) for iri, found in names.items() if found}


def read_labels(dataset: Dataset, lang: str) -> Mapping[str, str]:
    """IRI to its label in a language, else in English, else in another; the longest of several."""
    ranked: dict[str, list[tuple[bool, bool, str, int, str]]] = defaultdict(list)
    for subject, _, label in _select(dataset, "?s ?p ?o FILTER(?p = rdfs:label)"):
        if isinstance(label, Literal):
            code = label.language or ""
            ranked[str(subject)].append((code != lang, code != "en", code, -len(label), str(label)))
    return {iri: min(labels)[-1] for iri, labels in ranked.items()}


def _to_record(iri: str, values: Values, times: Mapping[str, Values]) -> EventRecord:
    def find(predicate: str) -> tuple[str, ...]:
        return values.get(str(predicate), ())

    time = times.get(next(iter(find(KG.time)), ""), {})
    names = [name.removeprefix(str(KG)) for name in find(RDF.type) if name != str(KG.Event)]
    return EventRecord(
        iri=iri,
        classes=tuple(event_class(name) for name in names),
        sources=find(KG.source),
        targets=find(KG.target),
        places=find(KG.place),
        quantities=find(KG.quantity),
        reports=find(GAF.denotedBy),
        polarity=find(KG.polarity)[0],
        modality=find(KG.modality)[0],
        date=first(time, KG.edtf),
        earliest=first(time, KG.earliest),
        latest=first(time, KG.latest),
    )


def first(values: Values, predicate: str) -> str:
    """The first object of a predicate, "" without any."""
    return next(iter(values.get(str(predicate), ())), "")


def _select(dataset: Dataset, pattern: str) -> Iterator[ResultRow]:
    query = f"SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }}"
    for row in dataset.query(query, initNs=PREFIXES):
        assert isinstance(row, ResultRow)
        yield row
