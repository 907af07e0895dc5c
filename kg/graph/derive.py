"""What rests on the article graphs of a store: computed anew, whatever was there."""

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.archive import Held
from kg.graph.gazetteer_graph import copy_facts, to_containers
from kg.graph.iris import GAZETTEER, MERGED
from kg.graph.merge import merge_articles
from kg.graph.terms import node
from kg.graph.union import fill_union
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import DCTERMS, KG


def derive(store: Store) -> None:
    """Write the merged graph, the gazetteer's and the union of all."""
    gazetteer = load_gazetteer()
    store.remove_graph(MERGED)
    store.remove_graph(GAZETTEER)
    store.extend(list(copy_facts(store, gazetteer)))
    merged = merge_articles(store, known=gazetteer.label, containers=to_containers(gazetteer))
    store.extend(list(merged))
    fill_union(store)


def read_held(store: Store) -> Held:
    """The articles of a store by id, with their digests; "" for one of an older release."""
    ids = _read_values(store, DCTERMS.identifier)
    digests = _read_values(store, KG.inputDigest)
    return {id_: digests.get(article, "") for article, id_ in ids.items()}


def _read_values(store: Store, predicate: str) -> dict[NamedNode, str]:
    """What each article says of itself; both terms have no other subject."""
    return {
        quad.graph_name: quad.object.value
        for quad in store.quads_for_pattern(None, node(predicate), None, None)
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.object, Literal)
    }
