"""Statements of all shapes that a graph can have, for hypothesis."""

from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.rdf.terms import TYPE

BASE = "https://w3id.org/geopolitical-kg/"
XSD = "http://www.w3.org/2001/XMLSchema#"
ENDS = ("person/a", "article/b%20c,%3B.", "place/XX/d", "time/2022~", "article/e.")
NODES = st.sampled_from(
    [NamedNode(iri) for iri in (*(BASE + end for end in ENDS), "http://example.org/?a=b&c,d;e.")]
)
PREDICATES = st.sampled_from(
    [NamedNode(BASE + "ontology#met"), NamedNode("http://example.org/met"), NamedNode("x:label")]
)
XML = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"
)
MARKS = st.sampled_from(list('\n\r\t"\\,;.<>&]@^ '))


def literals(characters):
    """Literals with and without language and datatype, their words of some characters."""
    words = st.text(characters | MARKS, max_size=8)
    numbers = st.integers().map(str) | st.sampled_from(["007", "-0", "+1", str(2**53)])
    return st.one_of(
        st.builds(Literal, words),
        st.builds(
            lambda text, lang: Literal(text, language=lang), words, st.sampled_from(["pt", "en"])
        ),
        typed("integer", numbers),
        typed("decimal", st.sampled_from(["1.5", "1.", ".5", "-0.0"])),
        typed("double", st.sampled_from(["1e5", "1.5E-3", "INF"])),
        typed("boolean", st.sampled_from(["true", "false", "1"])),
        typed("date", st.dates().map(str)),
    )


def typed(name, words):
    return words.map(lambda text: Literal(text, datatype=NamedNode(XSD + name)))


def graphs(characters):
    """Sets of triples."""
    plain = st.builds(Triple, NODES, PREDICATES, NODES | literals(characters))
    classes = st.builds(lambda node, kind: Triple(node, TYPE, kind), NODES, NODES)
    return st.sets(plain | classes, max_size=8)
