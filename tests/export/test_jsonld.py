import json

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.export.jsonld import to_jsonld
from kg.graph.terms import TYPE

BASE = "https://w3id.org/geopolitical-kg/"
XSD = "http://www.w3.org/2001/XMLSchema#"
NODES = st.sampled_from([NamedNode(f"{BASE}person/{x}") for x in "abc"])
PREDICATES = st.sampled_from(
    [NamedNode(BASE + "ontology#met"), NamedNode("http://example.org/met"), NamedNode("x:label")]
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=5)
LITERALS = st.one_of(
    st.builds(Literal, TEXTS),
    st.builds(lambda text: Literal(text, language="pt"), TEXTS),
    st.builds(lambda i: Literal(str(i), datatype=NamedNode(XSD + "integer")), st.integers()),
    st.builds(lambda d: Literal(str(d), datatype=NamedNode(XSD + "date")), st.dates()),
)
PLAIN = st.builds(Triple, NODES, PREDICATES, NODES | LITERALS)
TYPED = st.builds(lambda node, kind: Triple(node, TYPE, kind), NODES, NODES)


@given(st.lists(PLAIN | TYPED, max_size=8, unique=True))
def test_what_is_written_is_read_back(triples):
    text = json.dumps(to_jsonld(triples))
    assert {quad.triple for quad in parse(text, RdfFormat.JSON_LD)} == set(triples)


def test_two_predicates_of_one_name_keep_their_prefixes():
    a = NamedNode(BASE + "person/a")
    same = [
        NamedNode(f"{ns}sameAs") for ns in ("https://schema.org/", "http://www.w3.org/2002/07/owl#")
    ]
    document = to_jsonld([Triple(a, predicate, a) for predicate in same])
    assert set(document["graph"][0]) == {"id", "schema_sameAs", "owl_sameAs"}
