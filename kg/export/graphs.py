"""The named graphs as text, so that formats with graphs need not look up every term in the store.

What an article says lies in the archive as N-Triples from when it was read, and most of the merged
graph stands in the directory's Turtle. Only what is in neither comes from the store.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.export.ntriples import stream_subjects
from kg.export.statements import turtle_of
from kg.graph.directory.archive import Archive, open_archive
from kg.graph.directory.layout import find_home
from kg.graph.directory.store import open_store
from kg.graph.rdf.iris import JUDGEMENTS, MERGED, PREFIXES
from kg.graph.rdf.lines import to_lines
from kg.graph.rdf.terms import node
from kg.ontology.namespaces import KG

Graph = tuple[NamedNode, Iterator[bytes]]
"""Its name, and its statements as whole lines of N-Triples in UTF-8."""
_END = b" .\n"
"""Of a statement: line breaks in literals are escaped."""
_MERGED_ALONE = (PREFIXES["event"], PREFIXES["judgement"])
"""What subjects begin with of which no article says anything, nor the gazetteer."""


def stream_graphs(directory: Path) -> Iterator[Graph]:
    """The named graphs, sorted.

    The lines of a graph are to be read before the next graph. They are the same for the same
    graph. Raises StoreError when the directory holds no graph.
    """
    store, turtle = open_store(directory), turtle_of(directory)
    digests = _read_digests(store)
    with open_archive(find_home(directory)) as archive:
        for graph in sorted(_list_graphs(store), key=str):
            if graph == MERGED:
                yield graph, _read_merged(store, turtle)
            else:
                yield graph, iter([_read_graph(store, archive, graph, digests.get(graph, ""))])


def read_graphs(store: Store) -> Iterator[Graph]:
    """The same from a store without a directory; the lines of the merged graph are sorted, too."""
    for graph in sorted(_list_graphs(store), key=str):
        yield graph, iter([_read_store(store, None, graph)])


def to_nquads(graph: NamedNode, lines: bytes) -> bytes:
    """N-Triples as N-Quads of a graph."""
    return lines.replace(_END, f" {graph}".encode() + _END)


def _read_digests(store: Store) -> Mapping[NamedNode, str]:
    """The graph of each article, and the digest under which the archive may know it."""
    return {
        quad.graph_name: quad.object.value
        for quad in store.quads_for_pattern(None, node(KG.inputDigest), None, None)
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.object, Literal)
    }


def _list_graphs(store: Store) -> Iterator[NamedNode]:
    return (graph for graph in store.named_graphs() if isinstance(graph, NamedNode))


def _read_graph(store: Store, archive: Archive, graph: NamedNode, digest: str) -> bytes:
    """From the archive when it knows the digest, that is of an article."""
    lines = archive.find_lines(digest)
    return _read_store(store, None, graph) if lines is None else lines


def _read_merged(store: Store, turtle: Path) -> Iterator[bytes]:
    """From the Turtle what stands in no other graph, then the rest from the store."""
    decided = set(_list_subjects(store, JUDGEMENTS))

    def alone(subject: str) -> bool:
        return subject.startswith(_MERGED_ALONE) and subject not in decided

    yield from stream_subjects(turtle, alone)
    for subject in sorted(iri for iri in _list_subjects(store, MERGED) if not alone(iri)):
        yield _read_store(store, NamedNode(subject), MERGED)


def _list_subjects(store: Store, graph: NamedNode) -> Iterator[str]:
    """Each once, of all that a graph says."""
    found = store.query(f"SELECT DISTINCT ?s WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
    assert isinstance(found, QuerySolutions)
    return (row["s"].value for row in found)


def _read_store(store: Store, subject: NamedNode | None, graph: NamedNode) -> bytes:
    """What a graph says of a subject, or of all."""
    quads = store.quads_for_pattern(subject, None, None, graph)
    return to_lines(quad.triple for quad in quads)
