"""What rests on the article graphs of a store: computed anew, written where it differs."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.archive import Held
from kg.graph.gazetteer_graph import copy_facts, to_containers
from kg.graph.iris import GAZETTEER, MERGED
from kg.graph.merge import merge_articles
from kg.graph.merge.records import Told, read_articles
from kg.graph.terms import node
from kg.graph.union import Writer
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import DCTERMS, KG


def derive(writer: Writer, articles: Iterable[Told] | None = None) -> None:
    """Bring the merged graph, the gazetteer's and the union of all in step with the articles.

    writer: to the store.
    articles: what the article graphs say, where that need not be read from the store.
    """
    store, gazetteer, iris = writer.store, load_gazetteer(), set[str]()
    found = _note_iris(read_articles(store) if articles is None else articles, iris)
    containers = to_containers(gazetteer)
    merged = merge_articles(store, known=gazetteer.label, containers=containers, articles=found)
    writer.replace(MERGED, merged)
    writer.replace(GAZETTEER, copy_facts(iris, gazetteer))


def _note_iris(articles: Iterable[Told], iris: set[str]) -> Iterator[Told]:
    """The articles, and on the way what they name."""
    for told in articles:
        iris.update(told.iris)
        yield told


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
