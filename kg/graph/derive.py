"""What rests on the article graphs of a store: computed anew, written where it differs."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.archive import Described, Held
from kg.graph.gazetteer_graph import copy_facts, to_containers
from kg.graph.iris import GAZETTEER, MERGED
from kg.graph.merge import Part, merge_parts
from kg.graph.merge.records import Told, read_articles
from kg.graph.terms import node
from kg.graph.union import Writer
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import DCTERMS, KG


def derive(
    writer: Writer,
    articles: Iterable[Told] | None = None,
    described: Described = MappingProxyType({}),
) -> Described:
    """Bring the merged graph, the gazetteer's and the union of all in step with the articles.

    writer: to the store.
    articles: what the article graphs say, where that need not be read from the store.
    described: what the merged graph said before the writer, nothing when that is not known: then
    all of it is compared. Returns what it says now.
    """
    store, gazetteer, iris = writer.store, load_gazetteer(), set[str]()
    found = _note_iris(read_articles(store) if articles is None else articles, iris)
    containers = to_containers(gazetteer)
    parts = merge_parts(store, found, known=gazetteer.label, containers=containers)
    now = _write_parts(writer, parts, described)
    writer.replace(GAZETTEER, copy_facts(iris, gazetteer))
    return now


def _write_parts(writer: Writer, parts: Iterable[Part], described: Described) -> Described:
    """Write the parts of the merged graph that differ."""
    found, changed = {}, []
    for part in parts:
        iri = part.subject.value
        found[iri] = part.digest
        # What the writer touched is not what was described.
        if described.get(iri) != part.digest or iri in writer.subjects:
            changed.append(part)
    quads = [quad for part in changed for quad in part.quads()]
    gone = [NamedNode(iri) for iri in described.keys() - found.keys()]
    about = [*gone, *(part.subject for part in changed)] if described else None
    writer.replace(MERGED, quads, about)
    return found


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
