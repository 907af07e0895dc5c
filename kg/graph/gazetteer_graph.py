"""What the gazetteer knows of the entities that occur, copied into the graph of a dataset."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial

from pyoxigraph import NamedNode, Quad, Store

from kg.graph.iris import ARTICLES, GAZETTEER
from kg.graph.merge.reading import Containers
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.namespaces import KG

_LARGER = frozenset([str(KG.locatedIn), str(KG.country)])


def copy_facts(store: Store, gazetteer: Gazetteer) -> Iterator[Quad]:
    """Labels, links and codes of whatever the article graphs name, in the graph for them."""
    for triple in gazetteer.facts(_find_iris(store)):
        yield Quad(triple.subject, triple.predicate, triple.object, GAZETTEER)


def to_containers(gazetteer: Gazetteer) -> Containers:
    """A function from a place to the larger places and the states that it lies in."""
    return cache(partial(_find_containers, gazetteer))


def _find_iris(store: Store) -> set[str]:
    """The IRIs that article graphs have as subject or object."""
    terms = (
        term
        for quad in store
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(ARTICLES)
        for term in (quad.subject, quad.object)
    )
    return {term.value for term in terms if isinstance(term, NamedNode)}


def _find_containers(gazetteer: Gazetteer, place: str) -> frozenset[str]:
    """Follow the links upwards; a state that is its own country ends them."""
    larger: dict[str, set[str]] = defaultdict(set)
    for triple in gazetteer.facts([place]):
        subject, value = triple.subject, triple.object
        if triple.predicate.value not in _LARGER:
            continue
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode):
            larger[subject.value].add(value.value)
    found: set[str] = set()
    waiting = [place]
    while waiting:
        fresh = larger[waiting.pop()] - found - {place}
        found |= fresh
        waiting += fresh
    return frozenset(found)
