"""Python values as RDF terms, and the few names of other vocabularies that every graph uses."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.ontology.namespaces import RDF, RDFS, XSD

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""Subject, predicate, object: a triple before it is put into a graph."""


@lru_cache(maxsize=100_000)
def node(iri: str) -> NamedNode:
    """An IRI as a term. Raises ValueError when it is none."""
    return NamedNode(iri)


TYPE = node(RDF.type)
LABEL = node(RDFS.label)
TRUE = Literal("true", datatype=node(XSD.boolean))
_DATE = node(XSD.date)
_INTEGER = node(XSD.integer)
_DECIMAL = node(XSD.decimal)
_URI = node(XSD.anyURI)


def to_iri(quad: Quad) -> str:
    """The IRI that a statement is about."""
    return quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)


def words(value: str, lang: str) -> Literal:
    """Words of an article, in its language."""
    return Literal(value, language=lang)


def plain(value: str) -> Literal:
    """A string that belongs to no language."""
    return Literal(value)


def day(value: date) -> Literal:
    """A date as xsd:date."""
    return Literal(value.isoformat(), datatype=_DATE)


def uri(value: str) -> Literal:
    """An address as xsd:anyURI: unlike an IRI it may be any string that a page gives."""
    return Literal(value, datatype=_URI)


def number(value: int | float) -> Literal:
    """A whole number as xsd:integer, any other as xsd:decimal with at most six decimals."""
    if value == int(value):
        return Literal(str(int(value)), datatype=_INTEGER)
    return decimal(value)


def decimal(value: float) -> Literal:
    """A number as xsd:decimal of at most six decimals, in the canonical form of XSD 1.1.

    Oxigraph keeps it in that form: a literal in another would differ from what was stored of it.
    """
    text = f"{Decimal(str(round(value, 6))):f}"
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return Literal("0" if short == "-0" else short, datatype=_DECIMAL)
