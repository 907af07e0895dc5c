"""The default graph as the union of the named graphs, each triple once.

Oxigraph can also ask the union of its graphs without storing it, but then answers once for each
graph that has a triple: what three articles say would be counted three times. RDF 1.1 Semantics
has the union of graphs as a set.
"""

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.graph.rdf.terms import to_iri

# From so many quads on Oxigraph writes new files faster than it changes those it has.
_MANY = 5_000


class Writer:
    """Writes quads of named graphs to a store, and keeps the union in step with them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.subjects: set[str] = set()
        """IRIs about which the union may have changed."""

    def add(self, quads: Collection[Quad]) -> None:
        """Add quads to the store, and their triples to the union."""
        extend = self.store.bulk_extend if len(quads) >= _MANY else self.store.extend
        extend(_with_union(quads))
        self._note(quads)

    def remove(self, quads: Collection[Quad]) -> None:
        """Remove quads from the store, and from the union what no other graph has."""
        for quad in quads:
            self.store.remove(quad)
            rest = self.store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
            if all(isinstance(other.graph_name, DefaultGraph) for other in rest):
                self.store.remove(_to_union(quad))
        self._note(quads)

    def replace(
        self, graph: NamedNode, quads: Iterable[Quad], about: Iterable[NamedNode] | None = None
    ) -> None:
        """Make a graph consist of these quads, which are all in it: write what differs.

        about: the only subjects of which the graph may say something else; then the quads are
        about these.
        """
        nodes = [None] if about is None else about
        find = self.store.quads_for_pattern
        before = {quad for subject in nodes for quad in find(subject, None, None, graph)}
        after = set(quads)
        self.remove(before - after)
        self.add(after - before)

    def copy(self, last: Store, without: Collection[NamedNode]) -> None:
        """Fill an empty store with the named graphs of another, but for some."""
        for graph in without:
            self._note(last.quads_for_pattern(None, None, None, graph))
        kept = (quad for quad in named_quads(last) if quad.graph_name not in without)
        self.store.bulk_extend(_with_union(kept))

    def _note(self, quads: Iterable[Quad]) -> None:
        self.subjects.update(to_iri(quad) for quad in quads)


def union_triples(store: Store, subjects: Iterable[str] | None = None) -> Iterator[Triple]:
    """The triples of the union: all, or those about some subjects, by IRI."""
    nodes = [None] if subjects is None else map(NamedNode, subjects)
    for subject in nodes:
        for quad in store.quads_for_pattern(subject, None, None, DefaultGraph()):
            yield quad.triple


def named_quads(store: Store) -> Iterator[Quad]:
    """The quads of the named graphs, without the union: graph by graph, in the order of the store.

    That order rests on what the store holds and on the release of Oxigraph, on nothing else.
    """
    for graph in store.named_graphs():
        yield from store.quads_for_pattern(None, None, None, graph)


def _with_union(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        yield quad
        yield _to_union(quad)


def _to_union(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)
