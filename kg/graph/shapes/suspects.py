"""Which nodes of a store may break a SHACL shape: a quick look that spares most graphs a close one.

A node that is left out here conforms; whether the others do takes pySHACL to tell. Shapes are read
as far as ``ontologies/shapes.ttl`` goes: where they use more, no node is left out.

Source: the constraint components of https://www.w3.org/TR/shacl/
"""

import datetime
import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, Triple
from rdflib import RDF, RDFS, SH, XSD, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Literal as Plain
from rdflib.term import Node

from kg.graph.rdf.terms import TYPE, node

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Verdict: TypeAlias = bool | None
"""Whether something conforms; None when that takes a closer look."""
Values: TypeAlias = Mapping[str, Sequence[Term]]
"""Predicate to its objects."""
Classes: TypeAlias = Mapping[Term, set[str]]
"""Node to the IRIs of its classes."""
Check: TypeAlias = Callable[[Sequence[Term], Values, Classes], Verdict]
"""From the values that a shape is about, and from what is said of the focus node."""

_FORMS: Mapping[str, re.Pattern[str]] = {
    str(XSD.string): re.compile(r"[^\0]*"),
    str(XSD.integer): re.compile(r"-?[0-9]+"),
    str(XSD.decimal): re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    str(XSD.boolean): re.compile("true|false"),
    str(XSD.date): re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    str(RDF.langString): re.compile(r"[^\0]*"),
}
"""Datatype to the usual form of its literals; others may be valid too."""
_TEXTS = frozenset(map(str, (XSD.string, RDF.langString)))
_NUMBERS = frozenset(map(str, (XSD.integer, XSD.decimal)))


def find_suspects(store: Store, shapes: Graph) -> Iterator[Term]:
    """The nodes of the default graph that may break a shape, some perhaps twice."""
    classes = _read_classes(store)
    understood = _are_understood(shapes, store)
    for shape, target in shapes.subject_objects(SH.targetClass):
        check = _read_shape(shapes, shape) if understood else _doubt
        for focus, found in classes.items():
            if str(target) in found and not check([focus], _read_values(store, focus), classes):
                yield focus


def _are_understood(shapes: Graph, store: Store) -> bool:
    """Nothing unknown in the shapes, plain paths, and no classes of classes in the data."""
    is_subclass = store.quads_for_pattern(None, node(RDFS.subClassOf), None, DefaultGraph())
    paths = all(isinstance(path, URIRef) for path in shapes.objects(None, SH.path))
    return paths and set(shapes.predicates()) <= _READ and next(is_subclass, None) is None


def _read_classes(store: Store) -> Classes:
    classes: dict[Term, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, TYPE, None, DefaultGraph()):
        if isinstance(quad.object, NamedNode):
            classes[quad.subject].add(quad.object.value)
    return classes


def _read_values(store: Store, focus: Term) -> Values:
    values: dict[str, list[Term]] = defaultdict(list)
    if isinstance(focus, NamedNode | BlankNode):
        for quad in store.quads_for_pattern(focus, None, None, DefaultGraph()):
            values[quad.predicate.value].append(quad.object)
    return values


def _doubt(nodes: Sequence[Term], values: Values, classes: Classes) -> Verdict:
    return None


def _all(verdicts: Iterable[Verdict]) -> Verdict:
    found = set(verdicts)
    return False if False in found else None if None in found else True


def _any(verdicts: Iterable[Verdict]) -> Verdict:
    found = set(verdicts)
    return True if True in found else None if None in found else False


def _one(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    return None if None in found else found.count(True) == 1


def _read_shape(shapes: Graph, shape: Node, *, within: bool = False) -> Check:
    """within: whether it is about the values of another shape, of which nothing else is known."""
    path = shapes.value(shape, SH.path)
    if path is not None and within:
        return _doubt
    deep = within or path is not None
    checks = [
        _READERS[predicate](shapes, value, deep)
        for predicate, value in shapes.predicate_objects(shape)
        if predicate in _READERS
    ]

    def check(nodes: Sequence[Term], values: Values, classes: Classes) -> Verdict:
        found = nodes if path is None else values.get(str(path), ())
        return _all(one(found, values, classes) for one in checks)

    return check


def _read_property(shapes: Graph, value: Node, deep: bool) -> Check:
    return _read_shape(shapes, value, within=deep)


def _read_choice(choose: Callable[[Iterable[Verdict]], Verdict]) -> "Reader":
    """sh:or and sh:xone: each value by the shapes of a list."""

    def read(shapes: Graph, value: Node, deep: bool) -> Check:
        members = [_read_shape(shapes, one, within=deep) for one in Collection(shapes, value)]

        def check(nodes: Sequence[Term], values: Values, classes: Classes) -> Verdict:
            return _all(choose(one([n], values, classes) for one in members) for n in nodes)

        return check

    return read


def _read_class(shapes: Graph, value: Node, deep: bool) -> Check:
    name = str(value)
    return lambda nodes, _, classes: _sure(name in classes.get(one, ()) for one in nodes)


def _read_count(agrees: Callable[[int, int], bool]) -> "Reader":
    def read(shapes: Graph, value: Node, deep: bool) -> Check:
        limit = int(str(value))
        return lambda nodes, _, __: agrees(len(nodes), limit)

    return read


def _read_unique(shapes: Graph, value: Node, deep: bool) -> Check:
    def check(nodes: Sequence[Term], values: Values, classes: Classes) -> Verdict:
        tags = [(one.language or "").lower() for one in nodes if isinstance(one, Literal)]
        return _sure([len(tags) == len(set(tags))])

    return check


def _read_order(agrees: Callable[[Any, Any], bool]) -> "Reader":
    """sh:lessThan and sh:lessThanOrEquals: each value and each one of another property."""

    def read(shapes: Graph, value: Node, deep: bool) -> Check:
        def check(nodes: Sequence[Term], values: Values, classes: Classes) -> Verdict:
            pairs = [(_measure(a), _measure(b)) for a in nodes for b in values.get(str(value), ())]
            alike = (a is not None and type(a) is type(b) for a, b in pairs)
            return _sure(same and agrees(a, b) for same, (a, b) in zip(alike, pairs, strict=True))

        return check

    return read


def _read_each(test: Callable[[Term, str], bool]) -> "Reader":
    """What asks the same of each value."""

    def read(shapes: Graph, value: Node, deep: bool) -> Check:
        asked = str(value)
        return lambda nodes, _, __: _sure(test(one, asked) for one in nodes)

    return read


def _read_in(shapes: Graph, value: Node, deep: bool) -> Check:
    known = {Literal(str(one)) for one in Collection(shapes, value) if one == Plain(str(one))}
    return lambda nodes, _, __: _sure(one in known for one in nodes)


def _read_kind(shapes: Graph, value: Node, deep: bool) -> Check:
    kinds: Mapping[Node, type] = {SH.IRI: NamedNode, SH.Literal: Literal}
    if value not in kinds:
        return _doubt
    return lambda nodes, _, __: all(isinstance(one, kinds[value]) for one in nodes)


def _sure(tests: Iterable[bool]) -> Verdict:
    return all(tests) or None


def _text(term: Term) -> str | None:
    if isinstance(term, NamedNode):
        return term.value
    return term.value if isinstance(term, Literal) and term.datatype.value in _TEXTS else None


def _measure(term: Term) -> Decimal | datetime.date | None:
    """A number or a date in its usual form."""
    if not isinstance(term, Literal) or not _has_form(term, term.datatype.value):
        return None
    if term.datatype.value in _NUMBERS:
        return Decimal(term.value)
    is_date = term.datatype.value == str(XSD.date)
    return datetime.date.fromisoformat(term.value) if is_date else None


def _has_form(term: Term, datatype: str) -> bool:
    form = _FORMS.get(datatype)
    if not isinstance(term, Literal) or term.datatype.value != datatype or form is None:
        return False
    return bool(form.fullmatch(term.value)) and (datatype != str(XSD.date) or _is_day(term.value))


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _matches(term: Term, pattern: str) -> bool:
    text = _text(term)
    return text is not None and re.search(pattern, text) is not None


def _is_long(term: Term, least: str) -> bool:
    text = _text(term)
    return text is not None and len(text) >= int(least)


def _is_from(term: Term, least: str) -> bool:
    value = _measure(term)
    return isinstance(value, Decimal) and value >= Decimal(least)


def _is_up_to(term: Term, most: str) -> bool:
    value = _measure(term)
    return isinstance(value, Decimal) and value <= Decimal(most)


Reader: TypeAlias = Callable[[Graph, Node, bool], Check]
_READERS: Mapping[Node, Reader] = {
    SH.property: _read_property,
    SH["or"]: _read_choice(_any),
    SH.xone: _read_choice(_one),
    SH["class"]: _read_class,
    SH.minCount: _read_count(operator.ge),
    SH.maxCount: _read_count(operator.le),
    SH.uniqueLang: _read_unique,
    SH.lessThan: _read_order(operator.lt),
    SH.lessThanOrEquals: _read_order(operator.le),
    SH["in"]: _read_in,
    SH.nodeKind: _read_kind,
    SH.datatype: _read_each(_has_form),
    SH.pattern: _read_each(_matches),
    SH.minLength: _read_each(_is_long),
    SH.minInclusive: _read_each(_is_from),
    SH.maxInclusive: _read_each(_is_up_to),
}
_READ = _READERS.keys() | {
    *(SH.targetClass, SH.path, SH.message),
    *(RDF.type, RDF.first, RDF.rest),
}
"""All that shapes may say to be understood."""
