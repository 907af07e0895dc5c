"""What rests on the article graphs of a store: computed anew, written where it differs."""

from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.change.gazetteer import copy_facts, to_containers
from kg.graph.directory.archive import Held
from kg.graph.merge import NOTHING, Articles, Memory, Merge, merge_parts
from kg.graph.rdf.iris import GAZETTEER, MERGED
from kg.graph.rdf.terms import node
from kg.graph.rdf.union import Writer
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import DCTERMS, KG


def derive(writer: Writer, articles: Articles, last: Memory = NOTHING) -> Memory:
    """Bring the merged graph, the gazetteer's and the union of all in step with the articles.

    writer: to the store.
    articles: what the article graphs say.
    last: what the merge before the writer left; when it is not known, all of the merged graph is
    computed and compared. Returns what this one leaves.
    """
    gazetteer = load_gazetteer()
    containers = to_containers(gazetteer)
    merge = merge_parts(writer.store, articles, last, known=gazetteer.label, containers=containers)
    memory = _write_parts(writer, merge, last)
    writer.replace(GAZETTEER, copy_facts(merge.iris, gazetteer))
    return memory


def _write_parts(writer: Writer, merge: Merge, last: Memory) -> Memory:
    """Write the parts of the merged graph that differ."""
    found, changed = dict(merge.memory.parts), []
    for part in merge.parts:
        iri = part.subject.value
        found[iri] = part.known
        # What the writer touched is not what was described.
        if last.parts.get(iri) != part.known or iri in writer.subjects:
            changed.append(part)
    quads = [quad for part in changed for quad in part.quads()]
    gone = [NamedNode(iri) for iri in last.parts.keys() - found.keys()]
    about = [*gone, *(part.subject for part in changed)] if last.parts else None
    writer.replace(MERGED, quads, about)
    return replace(merge.memory, parts=found)


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
