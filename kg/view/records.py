"""What a store says of a subject: plain text or words, in a fixed order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.graph.iris import GAZETTEER, MERGED
from kg.graph.terms import TYPE, node
from kg.ontology.namespaces import OWL, RDFS
from kg.view.labels import Words

Values = Mapping[str, tuple[str, ...]]
Wordings = Mapping[str, tuple[Words, ...]]


class Records:
    """The union of a store, read one predicate at a time: what no page shows is never read.

    One node stands for a person whom articles gave several IRIs: the other IRIs are no subjects
    here, and as values they are replaced by it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._values: dict[str, Values] = {}
        self._words: dict[str, Wordings] = {}

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Another IRI of a person to the one that stands for all."""
        return {
            quad.object.value: _subject(quad)
            for quad in self._quads(OWL.sameAs, MERGED)
            if isinstance(quad.object, NamedNode)
        }

    def subjects(self, predicate: str) -> Sequence[str]:
        """All that have a value of a predicate, in alphabetical order."""
        return sorted(self._column(predicate))

    def values(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a predicate as plain text, sorted, none when it is absent."""
        return self._column(predicate).get(subject, ())

    def first(self, subject: str, predicate: str) -> str | None:
        """The first value of a predicate as plain text, None when it is absent."""
        return next(iter(self.values(subject, predicate)), None)

    def words(self, subject: str, predicate: str) -> tuple[Words, ...]:
        """The texts among the values of a predicate, sorted."""
        if predicate not in self._words:
            self._words[predicate] = self._read_words(self._quads(predicate))
        return self._words[predicate].get(subject, ())

    def official(self, subject: str) -> tuple[Words, ...]:
        """The labels that the gazetteer has, sorted."""
        return self._official.get(subject, ())

    def of_type(self, kind: str) -> Sequence[str]:
        """The instances of a class, in alphabetical order."""
        quads = self._store.quads_for_pattern(None, TYPE, node(kind), DefaultGraph())
        return sorted({_subject(quad) for quad in quads} - self.aliases.keys())

    def mentions(self, kind: str) -> Iterator[tuple[str, str]]:
        """The instances of a class, each with every named graph that says so."""
        for quad in self._store.quads_for_pattern(None, TYPE, node(kind), None):
            if isinstance(quad.graph_name, NamedNode):
                iri = _subject(quad)
                yield self.aliases.get(iri, iri), quad.graph_name.value

    @cached_property
    def _official(self) -> Wordings:
        return self._read_words(self._quads(RDFS.label, GAZETTEER))

    def _column(self, predicate: str) -> Values:
        if predicate not in self._values:
            self._values[predicate] = self._read_values(self._quads(predicate))
        return self._values[predicate]

    def _read_values(self, quads: Iterator[Quad]) -> Values:
        aliases = self.aliases
        found: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            subject, value = _subject(quad), _text(quad.object)
            value = aliases.get(value, value)
            if subject not in aliases and value != subject:
                found[subject].append(value)
        # Two IRIs of one person may have become the same value.
        return {
            subject: tuple(values) if len(values) == 1 else tuple(sorted(set(values)))
            for subject, values in found.items()
        }

    def _read_words(self, quads: Iterator[Quad]) -> Wordings:
        found: dict[str, list[Words]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.object, Literal):
                found[_subject(quad)].append(Words(quad.object.value, quad.object.language or ""))
        return {subject: tuple(sorted(words)) for subject, words in found.items()}

    def _quads(
        self, predicate: str, graph: NamedNode | DefaultGraph | None = None
    ) -> Iterator[Quad]:
        chosen = graph or DefaultGraph()
        return self._store.quads_for_pattern(None, node(predicate), None, chosen)


def _subject(quad: Quad) -> str:
    return _text(quad.subject)


def _text(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """Give an IRI or a text; a graph of kg has no other terms."""
    return str(term) if isinstance(term, Triple) else term.value
