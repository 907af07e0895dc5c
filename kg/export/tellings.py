"""Merged events with the reports and articles that tell of them, for tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import Dataset

from kg.graph.results.events import (
    EventRecord,
    Values,
    first,
    read_events,
    read_labels,
    read_types,
    read_values,
)
from kg.ontology.namespaces import DCTERMS, KG, PROV, SCHEMA


@dataclass(frozen=True, slots=True)
class Telling:
    """An event and what tells of it."""

    event: EventRecord
    reports: Mapping[str, Values]
    """By IRI, in the order of publication, the undated last, then of the text."""
    articles: Mapping[str, Values]
    """By IRI, in the same order."""

    def words(self, predicate: str) -> str:
        """What the first report that has it says, several values joined by "; "."""
        found = (join(report.get(str(predicate), ())) for report in self.reports.values())
        return next((words for words in found if words), "")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of actors and places, by IRI."""

    labels: Mapping[str, str]
    types: Mapping[str, str]
    """STATE, PERSON, ORG, PLACE or GROUP."""
    own: Mapping[str, Values]

    def label(self, iri: str) -> str:
        """Its name, else the IRI."""
        return self.labels.get(iri, iri)

    def country(self, iri: str) -> str:
        """ISO 3166-1 alpha-3 of the state that it is, belongs to or lies in, else ""."""
        return first(self.own.get(iri, {}), KG.country).rpartition("/")[2]

    def position(self, iri: str) -> tuple[float, float] | None:
        """Latitude and longitude in degrees of WGS 84."""
        values = [first(self.own.get(iri, {}), p) for p in (SCHEMA.latitude, SCHEMA.longitude)]
        return (float(values[0]), float(values[1])) if all(values) else None


def read_tellings(dataset: Dataset) -> Iterator[Telling]:
    """Every merged event, sorted by IRI."""
    reports = read_values(dataset, "?s a kg:Report ; ?p ?o")
    articles = read_values(dataset, "?s a kg:Article ; ?p ?o")
    for event in read_events(dataset):
        told = sorted(event.reports, key=lambda iri: _place(reports[iri], articles))
        names = [first(reports[iri], PROV.wasDerivedFrom) for iri in told]
        yield Telling(
            event, {iri: reports[iri] for iri in told}, {name: articles[name] for name in names}
        )


def read_facts(dataset: Dataset, lang: str = "en") -> Facts:
    """What a dataset knows of actors and places; lang: of the labels, where there are some."""
    pattern = "?s ?p ?o FILTER(?p IN (kg:country, schema:latitude, schema:longitude))"
    return Facts(read_labels(dataset, lang), read_types(dataset), read_values(dataset, pattern))


def join(values: tuple[str, ...] | list[str]) -> str:
    """Several values in one cell."""
    return "; ".join(values)


def _place(report: Values, articles: Mapping[str, Values]) -> tuple[str, str, int]:
    article = first(report, PROV.wasDerivedFrom)
    issued = first(articles[article], DCTERMS.issued) or "9999"
    return issued, article, int(first(report, KG.triggerStart))
