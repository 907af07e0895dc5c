"""The named graphs as text, so that formats with graphs need not look up every term in the store.

What an article says lies in the archive as N-Triples from when it was read, and most of the merged
graph stands in the directory's Turtle. Only what is in neither comes from the store.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, QuerySolutions, RdfFormat, Store, serialize

from kg.export.ntriples import stream_subjects
from kg.export.statements import turtle_of
from kg.graph.archive import Archive, open_archive
from kg.graph.derive import read_held
from kg.graph.iris import JUDGEMENTS, MERGED, PREFIXES, article_iri
from kg.graph.store import open_store

_MERGED_ALONE = (PREFIXES["event"], PREFIXES["judgement"])
"""What subjects begin with of which no article says anything, nor the gazetteer."""


def stream_graphs(directory: Path) -> Iterator[tuple[NamedNode, Iterator[bytes]]]:
    """The named graphs, sorted, each with its statements as whole lines of N-Triples in UTF-8.

    The lines of a graph are to be read before the next graph. They are the same for the same
    graph. Raises StoreError when the directory holds no graph.
    """
    store, turtle = open_store(directory), turtle_of(directory)
    digests = {article_iri(id_): digest for id_, digest in read_held(store).items()}
    with open_archive(directory) as archive:
        for graph in sorted(_list_graphs(store), key=str):
            if graph == MERGED:
                yield graph, _read_merged(store, turtle)
            else:
                yield graph, iter([_read_graph(store, archive, graph, digests.get(graph, ""))])


def _list_graphs(store: Store) -> Iterator[NamedNode]:
    return (graph for graph in store.named_graphs() if isinstance(graph, NamedNode))


def _read_graph(store: Store, archive: Archive, graph: NamedNode, digest: str) -> bytes:
    """From the archive when it knows the digest, that is of an article."""
    lines = archive.find_lines(digest)
    if lines is None:
        return _to_lines(store.quads_for_pattern(None, None, None, graph))
    return _sort(lines)


def _read_merged(store: Store, turtle: Path) -> Iterator[bytes]:
    """From the Turtle what stands in no other graph, then the rest from the store."""
    decided = set(_list_subjects(store, JUDGEMENTS))

    def alone(subject: str) -> bool:
        return subject.startswith(_MERGED_ALONE) and subject not in decided

    for subject, lines in stream_subjects(turtle):
        if alone(subject):
            yield lines.encode()
    for subject in sorted(iri for iri in _list_subjects(store, MERGED) if not alone(iri)):
        yield _to_lines(store.quads_for_pattern(NamedNode(subject), None, None, MERGED))


def _list_subjects(store: Store, graph: NamedNode) -> Iterator[str]:
    """Each once, of all that a graph says."""
    found = store.query(f"SELECT DISTINCT ?s WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
    assert isinstance(found, QuerySolutions)
    return (row["s"].value for row in found)


def _to_lines(quads: Iterable[Quad]) -> bytes:
    triples = (quad.triple for quad in quads)
    return _sort(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")


def _sort(lines: bytes) -> bytes:
    """No line breaks stand in N-Triples but at the end of a statement."""
    return b"".join(sorted(lines.splitlines(keepends=True)))
