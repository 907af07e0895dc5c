"""The dataset inside the page, which its SPARQL asks."""

from collections.abc import Iterator

from pyoxigraph import Quad, RdfFormat, Store, serialize

from kg.graph.iris import PREFIXES
from kg.graph.turtle import sort_quads, tidy


def pack_dataset(store: Store) -> bytes:
    """The named graphs of a store as TriG in UTF-8, equal bytes for equal graphs.

    TriG, since gzipped it is half as large as N-Quads and loads in half the time. The union is
    left out: the page makes it again.
    """
    written = serialize(_in_order(store), format=RdfFormat.TRIG, prefixes=dict(PREFIXES)) or b""
    return b"".join(tidy(written.splitlines(keepends=True)))


def _in_order(store: Store) -> Iterator[Quad]:
    """The quads sorted, one graph in memory at a time."""
    for graph in sorted(store.named_graphs(), key=str):
        yield from sort_quads(store.quads_for_pattern(None, None, None, graph))
