"""Times and quantities as nodes that articles share when they say the same."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kg.edtf import to_span
from kg.graph.rdf.iris import mint, time_iri
from kg.graph.rdf.terms import LABEL, TYPE, Statement, day, node, number, plain, words
from kg.ontology.namespaces import KG, TIME
from kg.types import Quantity

_TIME_CLASSES = (node(TIME.TemporalEntity), node(TIME.ProperInterval))
_EDTF, _EARLIEST, _LATEST = node(KG.edtf), node(KG.earliest), node(KG.latest)
_QUANTITY = node(KG.Quantity)
_VALUE, _QUALIFIER, _UNIT = node(KG.value), node(KG.qualifier), node(KG.unit)


def is_bounded(edtf: str) -> bool:
    """Whether a value says anything about when: a first or a last day."""
    span = to_span(edtf)
    return span.earliest is not None or span.latest is not None


def describe_time(edtf: str) -> Iterator[Statement]:
    """The node of a time, with the first and the last day that it covers."""
    iri, span = time_iri(edtf), to_span(edtf)
    for name in _TIME_CLASSES:
        yield iri, TYPE, name
    yield iri, _EDTF, plain(edtf)
    if span.earliest is not None:
        yield iri, _EARLIEST, day(span.earliest)
    if span.latest is not None:
        yield iri, _LATEST, day(span.latest)


def quantity_iri(quantity: Quantity) -> NamedNode:
    """One node for equal number, qualifier and unit; words without a number are their own."""
    if quantity.value is None:
        return mint("quantity", quantity.text)
    return mint("quantity", number(quantity.value).value, quantity.qualifier, quantity.unit)


def describe_quantity(quantity: Quantity, lang: str) -> Iterator[Statement]:
    """The node of a quantity, labelled with the words of the article."""
    iri = quantity_iri(quantity)
    yield iri, TYPE, _QUANTITY
    yield iri, LABEL, words(quantity.text, lang)
    if quantity.value is not None:
        yield iri, _VALUE, number(quantity.value)
    # Without a number the words themselves are all that is said: "dozens of soldiers".
    qualifier = quantity.qualifier or (quantity.text if quantity.value is None else None)
    if qualifier:
        yield iri, _QUALIFIER, plain(qualifier)
    if quantity.unit:
        yield iri, _UNIT, plain(quantity.unit)
