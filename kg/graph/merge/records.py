"""What one article says, subject by subject: the values from which everything else is merged.

Reading them from a store costs a look-up for each term; so a build keeps them beside the article,
as JSON: see kg.graph.directory.archive.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.graph.rdf.iris import ARTICLES
from kg.graph.rdf.terms import LABEL
from kg.ontology.namespaces import BASE

_BASE = str(BASE)


@dataclass(frozen=True, slots=True)
class Record:
    """The triples of one subject in one article."""

    values: Mapping[str, Sequence[str]]
    """Predicate to its objects as plain text, sorted."""

    def all(self, predicate: str) -> Sequence[str]:
        """The objects as plain text, sorted."""
        return self.values.get(str(predicate), ())

    def one(self, predicate: str) -> str | None:
        """The first object in alphabetical order, None without any."""
        return next(iter(self.all(predicate)), None)


@dataclass(frozen=True, slots=True)
class Told:
    """What one article says."""

    article: str
    """IRI."""
    about: Mapping[str, Record]
    """IRI of a subject to what is said of it."""
    labels: Sequence[tuple[str, str, str]]
    """(IRI, language, label), sorted."""
    iris: Sequence[str]
    """All under the base, sorted."""


def read_articles(store: Store) -> Iterator[Told]:
    """The article graphs of a store, sorted by IRI; other graphs are not looked at."""
    for graph in find_articles(store):
        yield read_article(store, graph)


def read_article(store: Store, graph: NamedNode) -> Told:
    """What the graph of an article says."""
    quads = store.quads_for_pattern(None, None, None, graph)
    return read_told(graph.value, (quad.triple for quad in quads))


def find_articles(store: Store) -> list[NamedNode]:
    """The article graphs of a store, sorted by IRI."""
    graphs = [graph for graph in store.named_graphs() if isinstance(graph, NamedNode)]
    articles = [graph for graph in graphs if graph.value.startswith(ARTICLES)]
    return sorted(articles, key=lambda graph: graph.value)


def read_told(article: str, triples: Iterable[Triple]) -> Told:
    """The triples of an article as values, whatever their order."""
    about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    labels = []
    for triple in triples:
        subject, value = triple.subject, triple.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            about[subject.value][triple.predicate.value].append(value.value)
            if triple.predicate == LABEL and isinstance(value, Literal):
                labels.append((subject.value, value.language or "", value.value))
    records = {iri: Record({p: sorted(found) for p, found in about[iri].items()}) for iri in about}
    return Told(article, records, sorted(labels), sorted(_find_iris(records)))


def to_json(told: Told) -> str:
    """What an article says as JSON."""
    about = {iri: record.values for iri, record in told.about.items()}
    return json.dumps([told.article, about, told.labels, told.iris], ensure_ascii=False)


def from_json(text: str) -> Told:
    """What `to_json` wrote."""
    article, about, labels, iris = json.loads(text)
    records = {iri: Record(values) for iri, values in about.items()}
    return Told(article, records, [(iri, lang, label) for iri, lang, label in labels], iris)


def _find_iris(records: Mapping[str, Record]) -> set[str]:
    values = (found for record in records.values() for found in record.values.values())
    named = {value for found in values for value in found}
    return {iri for iri in named | records.keys() if iri.startswith(_BASE)}
