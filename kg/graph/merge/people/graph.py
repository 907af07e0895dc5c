"""People of several IRIs in the merged graph: one node with all that is said of any."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.merge.people.values import is_known
from kg.graph.merge.reading import Canonical, from_articles
from kg.graph.rdf.terms import LABEL, TYPE, Statement, node, words
from kg.ontology.classes import event_classes
from kg.ontology.namespaces import KG, OWL


def describe_people(store: Store, canonical: Canonical) -> Iterator[Statement]:
    """Names, class and state of each canonical node, its other IRIs, and the plain relations.

    The links run from the canonical node to the others, so that whoever asks about it finds them.
    Other nodes keep what their articles say. A statement may come twice.
    """
    relations = {kind.relation for kind in event_classes().values() if kind.relation}
    related = frozenset(node(KG[name]) for name in relations)
    for best, others in _group(canonical).items():
        yield from ((node(best), node(OWL.sameAs), node(other)) for other in others)
        yield from _label_person(store, best, others)
        for iri in (best, *others):
            yield from _describe_person(store, iri, best)
            yield from _relate_person(store, iri, canonical, related)


def _group(canonical: Canonical) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for other, best in sorted(canonical.items()):
        groups[best].append(other)
    return groups


def _label_person(store: Store, best: str, others: list[str]) -> Iterator[Statement]:
    """A label in each language in which the canonical node has none: the longest of several.

    One a language is enough to show, and a surname alone says less than the name in another
    language. Whoever searches finds the other forms by kg:mentionedAs.
    """
    if is_known(best):
        return
    own = {label.language for label in _labels(store, best)}
    found = [label for iri in others for label in _labels(store, iri) if " " in label.value]
    for lang in sorted({label.language or "" for label in found} - own):
        names = [label.value for label in found if label.language == lang]
        yield node(best), LABEL, words(min(names, key=lambda name: (-len(name), name)), lang)


def _labels(store: Store, iri: str) -> list[Literal]:
    quads = from_articles(store, subject=node(iri), predicate=LABEL)
    return [quad.object for quad in quads if isinstance(quad.object, Literal)]


def _describe_person(store: Store, iri: str, best: str) -> Iterator[Statement]:
    """What the articles say of an IRI, said of the canonical one."""
    shared = (TYPE, node(KG.mentionedAs), node(KG.country))
    for quad in from_articles(store, subject=node(iri)):
        if quad.predicate in shared and isinstance(quad.object, NamedNode | Literal):
            yield node(best), quad.predicate, quad.object


def _relate_person(
    store: Store, iri: str, canonical: Canonical, related: frozenset[NamedNode]
) -> Iterator[Statement]:
    """The relations of an IRI to others, between the canonical ones."""
    ends = (
        *from_articles(store, subject=node(iri)),
        *from_articles(store, value=node(iri)),
    )
    for quad in ends:
        source, target = _resolve(quad, canonical)
        if quad.predicate in related and source != target:
            yield node(source), quad.predicate, node(target)


def _resolve(quad: Quad, canonical: Canonical) -> tuple[str, str]:
    source, target = (getattr(end, "value", "") for end in (quad.subject, quad.object))
    return canonical.get(source, source), canonical.get(target, target)
