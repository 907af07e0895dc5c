"""The default graph as the union of the named graphs, each triple once.

Oxigraph can also ask the union of its graphs without storing it, but then answers once for each
graph that has a triple: what three articles say would be counted three times. RDF 1.1 Semantics
has the union of graphs as a set.
"""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Quad, Store, Triple


def fill_union(store: Store) -> None:
    """Make the default graph the union of the named graphs, whatever it was."""
    store.clear_graph(DefaultGraph())
    store.bulk_extend(
        Quad(quad.subject, quad.predicate, quad.object) for quad in named_quads(store)
    )


def union_triples(store: Store) -> Iterator[Triple]:
    """The triples of the union."""
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph()))


def named_quads(store: Store) -> Iterator[Quad]:
    """The quads of the named graphs, without the union: graph by graph, in the order of the store.

    That order rests on what the store holds and on the release of Oxigraph, on nothing else.
    """
    for graph in store.named_graphs():
        yield from store.quads_for_pattern(None, None, None, graph)
