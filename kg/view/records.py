"""What a store says of a subject: plain text or words, in a fixed order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from pyoxigraph import NamedNode, Store

from kg.graph.rdf.iris import GAZETTEER, MERGED
from kg.graph.rdf.terms import TYPE, node
from kg.ontology.namespaces import OWL, RDF, RDFS
from kg.view.labels import Words
from kg.view.union import Row, StoreUnion, Union, to_row

Values = Mapping[str, tuple[str, ...]]
Wordings = Mapping[str, tuple[Words, ...]]


class Records:
    """The union of a store, read one predicate at a time.

    One node stands for a person whom articles gave several IRIs: the other IRIs are no subjects
    here, and as values they are replaced by it.
    """

    def __init__(self, store: Store, union: Union | None = None) -> None:
        """Union: of the graphs of the store, where it need not be read from there."""
        self._store = store
        self._union = union or StoreUnion(store)
        self._values: dict[str, Values] = {}
        self._words: dict[str, Wordings] = {}

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Another IRI of a person to the one that stands for all."""
        return {
            value: subject
            for subject, value, lang in self._rows(OWL.sameAs, MERGED)
            if lang is None
        }

    def subjects(self, predicate: str) -> Sequence[str]:
        """All that have a value of a predicate, in alphabetical order."""
        return sorted(self._column(predicate))

    def values(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a predicate as plain text, sorted, none when it is absent."""
        return self._column(predicate).get(subject, ())

    def first(self, subject: str, predicate: str) -> str | None:
        """The first value of a predicate as plain text, None when it is absent."""
        found = self._column(predicate).get(subject)
        return found[0] if found else None

    def words(self, subject: str, predicate: str) -> tuple[Words, ...]:
        """The texts among the values of a predicate, sorted."""
        if predicate not in self._words:
            self._words[predicate] = _read_words(self._union.rows(predicate))
        return self._words[predicate].get(subject, ())

    def official(self, subject: str) -> tuple[Words, ...]:
        """The labels that the gazetteer has, sorted."""
        return self._official.get(subject, ())

    def of_type(self, kind: str) -> Sequence[str]:
        """The instances of a class, in alphabetical order."""
        return sorted(self._instances.get(str(kind), set()) - self.aliases.keys())

    def mentions(self, kind: str) -> Iterator[tuple[str, str]]:
        """The instances of a class, each with every named graph that says so."""
        for quad in self._store.quads_for_pattern(None, TYPE, node(kind), None):
            if isinstance(quad.graph_name, NamedNode):
                iri, *_ = to_row(quad)
                yield self.aliases.get(iri, iri), quad.graph_name.value

    @cached_property
    def _official(self) -> Wordings:
        return _read_words(self._rows(RDFS.label, GAZETTEER))

    @cached_property
    def _instances(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for subject, kind, _ in self._union.rows(RDF.type):
            found[kind].add(subject)
        return found

    def _column(self, predicate: str) -> Values:
        found = self._values.get(predicate)
        if found is None:
            found = self._values[predicate] = self._read_values(self._union.rows(predicate))
        return found

    def _read_values(self, rows: Iterator[Row]) -> Values:
        aliases = self.aliases
        found: dict[str, tuple[str, ...]] = {}
        several: dict[str, set[str]] = {}
        for subject, text, _ in rows:
            value = aliases.get(text, text)
            if subject in aliases or value == subject:
                continue
            # Most have one value.
            if (first := found.setdefault(subject, (value,))) != (value,):
                several.setdefault(subject, set(first)).add(value)
        return found | {subject: tuple(sorted(values)) for subject, values in several.items()}

    def _rows(self, predicate: str, graph: NamedNode) -> Iterator[Row]:
        return map(to_row, self._store.quads_for_pattern(None, node(predicate), None, graph))


def _read_words(rows: Iterator[Row]) -> Wordings:
    found: dict[str, list[Words]] = defaultdict(list)
    for subject, text, lang in rows:
        if lang is not None:
            found[subject].append(Words(text, lang))
    return {subject: tuple(sorted(words)) for subject, words in found.items()}
