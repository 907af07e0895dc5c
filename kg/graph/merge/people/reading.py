"""The people of all article graphs as values."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.merge.people.values import Office, Person
from kg.graph.merge.reading import from_articles, to_iri
from kg.graph.terms import LABEL, TYPE, node
from kg.ontology.namespaces import KG
from kg.slug import slug

Index = Mapping[str, set[str]]
"""IRI to the values of one property."""


def read_people(store: Store) -> list[Person]:
    """The people that the articles name, sorted by IRI; other graphs are not looked at."""
    articles = _articles_by_entity(store, node(KG.Person))
    states = _invert(_articles_by_entity(store, node(KG.State)))
    labels = _values(store, LABEL)
    countries = _values(store, node(KG.country))
    offices = _read_offices(store)
    return [
        _to_person(iri, labels[iri], countries[iri], offices[iri], articles[iri], states)
        for iri in sorted(articles)
    ]


def _to_person(
    iri: str,
    labels: set[str],
    countries: set[str],
    offices: set[Office],
    articles: set[str],
    states: Index,
) -> Person:
    named = Counter(state for article in articles for state in states[article])
    return Person(
        iri=iri,
        full=frozenset(slug(label) for label in labels if " " in label),
        alone=frozenset(slug(label) for label in labels if " " not in label),
        countries=frozenset(countries),
        offices=frozenset(offices),
        articles=frozenset(articles),
        named={state: count / len(articles) for state, count in sorted(named.items())},
    )


def _read_offices(store: Store) -> Mapping[str, set[Office]]:
    """Person to offices."""
    kinds = _values(store, node(KG.officeKind))
    titles = _values(store, node(KG.officeTitle))
    owners = _values(store, node(KG.officeOf))
    offices: dict[str, set[Office]] = defaultdict(set)
    for tenure, holders in _values(store, node(KG.holder)).items():
        kind = min(kinds[tenure], default="").rpartition("/")[2]
        office = Office(kind or min(titles[tenure]).lower(), min(owners[tenure], default=None))
        for holder in holders:
            offices[holder].add(office)
    return offices


def _articles_by_entity(store: Store, kind: NamedNode) -> Index:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in from_articles(store, predicate=TYPE, value=kind):
        if isinstance(quad.graph_name, NamedNode):
            found[to_iri(quad)].add(quad.graph_name.value)
    return found


def _invert(index: Index) -> Index:
    found: dict[str, set[str]] = defaultdict(set)
    for key, values in index.items():
        for value in values:
            found[value].add(key)
    return found


def _values(store: Store, predicate: NamedNode) -> Index:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in from_articles(store, predicate=predicate):
        if isinstance(quad.object, NamedNode | Literal):
            found[to_iri(quad)].add(quad.object.value)
    return found
