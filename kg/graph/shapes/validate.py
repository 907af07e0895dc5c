"""Whether a graph conforms to the SHACL shapes of ``ontologies/shapes.ttl``."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, Store, serialize
from pyshacl import validate as run_shacl
from rdflib import SH, XSD, Graph, Literal
from rdflib.term import Node

from kg.graph.directory.store import open_store
from kg.graph.rdf.union import union_triples
from kg.graph.shapes.suspects import find_suspects
from kg.ontology.files import ontology_dir


@dataclass(frozen=True, slots=True)
class ShapeReport:
    """Whether a graph conforms, and where it does not."""

    conforms: bool
    violations: tuple[str, ...]
    """One line for each: the node, the path and what the shape asks, sorted."""


def validate(directory: Path) -> ShapeReport:
    """Check the union of all graphs of a graph directory; nothing is inferred.

    A graph without a suspect conforms, which takes a tenth of the time; any other is given to
    pySHACL whole.
    Raises StoreError when the directory holds no graph.
    """
    return check_store(open_store(directory), Graph().parse(ontology_dir() / "shapes.ttl"))


def check_store(store: Store, shapes: Graph) -> ShapeReport:
    """Check the default graph of a store against shapes, with the verdict of `check_shapes`."""
    if next(find_suspects(store, shapes), None) is None:
        return ShapeReport(True, ())
    return check_shapes(_read_union(store), shapes)


def check_shapes(graph: Graph, shapes: Graph) -> ShapeReport:
    """Check a graph against shapes by pySHACL; both stay as they are."""
    # pySHACL writes terms of its own into the graph of the shapes.
    own = Graph() + shapes
    conforms, results, _ = run_shacl(graph, shacl_graph=own, inference="none", inplace=True)
    assert isinstance(results, Graph)
    found = results.subjects(SH.resultMessage, unique=True)
    return ShapeReport(bool(conforms), tuple(sorted(_describe(results, node) for node in found)))


def _describe(results: Graph, result: Node) -> str:
    parts = (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage)
    texts = [results.value(result, part) for part in parts]
    return " ".join(str(text) for text in texts if text is not None)


def _read_union(store: Store) -> Graph:
    """The union as a graph of rdflib's own.

    Through N-Triples, since terms that come straight from Oxigraph bear xsd:string, which to
    rdflib, and so to sh:in, is another literal than one without a datatype. What is no literal of
    its datatype, such as "x"^^xsd:integer, becomes a token, which no shape asks for: pySHACL
    fails where it is to compare it.
    """
    triples = serialize(union_triples(store), format=RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=triples or b"", format="nt")
    for subject, predicate, value in list(graph):
        if isinstance(value, Literal) and value.ill_typed:
            graph.remove((subject, predicate, value))
            graph.add((subject, predicate, Literal(str(value), datatype=XSD.token)))
    return graph
