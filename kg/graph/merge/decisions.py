"""What people decided about events and actors: a graph of its own, which no build computes anew."""

from collections import defaultdict
from collections.abc import Mapping

from pyoxigraph import NamedNode, Store

from kg.graph.merge.joining import Decisions, IriPair
from kg.graph.rdf.iris import JUDGEMENTS
from kg.graph.rdf.terms import node
from kg.ontology.namespaces import KG


def read_decisions(store: Store) -> Decisions:
    """The decisions that the graph of judgements holds."""
    same = _read_pairs(store, node(KG.sameEvent)) | _read_pairs(store, node(KG.sameActor))
    return Decisions(same, _read_pairs(store, node(KG.notSame)))


def _read_pairs(store: Store, verdict: NamedNode) -> frozenset[IriPair]:
    found: Mapping[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, verdict, None, JUDGEMENTS):
        if isinstance(quad.object, NamedNode):
            found[str(quad.subject)].append(quad.object.value)
    pairs = (tuple(sorted(iris)) for iris in found.values())
    return frozenset((pair[0], pair[-1]) for pair in pairs)
