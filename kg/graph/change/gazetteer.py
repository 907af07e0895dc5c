"""What gazetteer and ontology say of what occurs, copied into the graph of a dataset."""

from collections import defaultdict
from collections.abc import Iterator, Set
from functools import cache, partial

from pyoxigraph import NamedNode, Quad, Triple

from kg.graph.merge.reading import Containers
from kg.graph.rdf.iris import GAZETTEER, PREFIXES, state_iri
from kg.graph.rdf.terms import LABEL, TYPE, decimal, node, plain, words
from kg.ontology.cities import City, load_cities
from kg.ontology.classes import event_classes
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.namespaces import KG, RDFS, SCHEMA
from kg.slug import slug

_LARGER = frozenset([str(KG.locatedIn), str(KG.country)])


def copy_facts(iris: Set[str], gazetteer: Gazetteer) -> Iterator[Quad]:
    """Labels, links and codes of whatever the articles name, in the graph for them.

    iris: of entities, kinds of office, event classes and whatever else occurs; what is unknown
    gives nothing.
    """
    for triple in [*_find_facts(gazetteer, iris), *_describe_classes(iris)]:
        yield Quad(triple.subject, triple.predicate, triple.object, GAZETTEER)


def _describe_classes(iris: Set[str]) -> Iterator[Triple]:
    """Root, codes and superclass of each event class, and of those above it."""
    known = event_classes()
    found = {name for name in (iri.removeprefix(KG) for iri in iris) if name in known}
    for name in sorted(found.union(*(known[name].ancestors for name in found)) & known.keys()):
        kind, iri = known[name], node(KG[name])
        yield Triple(iri, node(RDFS.subClassOf), node(KG[kind.ancestors[0]]))
        yield Triple(iri, node(KG.ploverRoot), node(f"{PREFIXES['plover']}{kind.root}"))
        yield Triple(iri, node(KG.goldstein), decimal(kind.goldstein))
        if kind.cameo:
            yield Triple(iri, node(KG.cameo), node(f"{PREFIXES['cameo']}{kind.cameo}"))


def to_containers(gazetteer: Gazetteer) -> Containers:
    """A function from a place to the larger places and the states that it lies in."""
    return cache(partial(_find_containers, gazetteer))


def _find_containers(gazetteer: Gazetteer, place: str) -> frozenset[str]:
    """Follow the links upwards; a state that is its own country ends them."""
    larger: dict[str, set[str]] = defaultdict(set)
    for triple in _find_facts(gazetteer, {place}):
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


def _find_facts(gazetteer: Gazetteer, iris: Set[str]) -> list[Triple]:
    """What the gazetteer says of these, and the table of cities of the places that it lacks."""
    places = sorted(iri for iri in iris if iri.startswith(PREFIXES["place"]))
    unknown = (load_cities().get(iri) for iri in places if gazetteer.get(iri) is None)
    described = [fact for city in unknown if city for fact in _describe_city(gazetteer, city)]
    values = {fact.object.value for fact in described if isinstance(fact.object, NamedNode)}
    return [*gazetteer.facts({*iris, *values}), *described]


def _describe_city(gazetteer: Gazetteer, city: City) -> Iterator[Triple]:
    """Its name, where it lies, and the same city in GeoNames."""
    iri = node(city.iri)
    yield Triple(iri, TYPE, node(KG.Place))
    yield Triple(iri, LABEL, words(city.name, "en"))
    yield Triple(iri, node(KG.country), state_iri(city.country))
    yield Triple(iri, node(SCHEMA.latitude), decimal(city.latitude))
    yield Triple(iri, node(SCHEMA.longitude), decimal(city.longitude))
    yield Triple(iri, node(SCHEMA.sameAs), node(f"https://sws.geonames.org/{city.geonames}/"))
    region = f"{PREFIXES['place']}{city.country}/{slug(city.region)}"
    if gazetteer.get(region) is not None and load_cities().get(region) is None:
        yield Triple(iri, node(KG.locatedIn), node(region))
    elif city.region:
        yield Triple(iri, node(KG.regionName), plain(city.region))
