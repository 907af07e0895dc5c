import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from view.graphs import build
from view.worlds import STRAIT

from kg.graph.rdf.turtle import write_turtle
from kg.graph.rdf.union import Writer
from kg.ontology.namespaces import KG, RDF, RDFS
from kg.view.union import StoreUnion, TurtleUnion

A, G = NamedNode("https://x.org/a"), NamedNode("https://x.org/g")
LABEL = NamedNode(str(RDFS.label))


def read_turtle(store, folder):
    write_turtle(store, folder / "graph.ttl")
    return TurtleUnion(folder / "graph.ttl")


@pytest.mark.parametrize("predicate", [RDF.type, RDFS.label, KG.sentence, KG.source, KG.score])
def test_turtle_says_what_the_store_says(predicate, tmp_path):
    store = build(STRAIT)
    rows = sorted(StoreUnion(store).rows(predicate))
    assert rows
    assert sorted(read_turtle(store, tmp_path).rows(predicate)) == rows


@pytest.mark.parametrize(
    "text", ['He said "no".\nThen left', "a\\b\tc", " ;\n\t", " .\n", " , ", "\x07\u2028é", ""]
)
@pytest.mark.parametrize("lang", ["", "pt"])
def test_any_text_comes_through(text, lang, tmp_path):
    store = Store()
    value = Literal(text, language=lang) if lang else Literal(text)
    Writer(store).add([Quad(A, LABEL, value, G), Quad(A, LABEL, Literal("other"), G)])
    rows = read_turtle(store, tmp_path).rows(RDFS.label)
    assert set(rows) == {(A.value, text, lang), (A.value, "other", "")}


def test_an_iri_has_no_language_and_an_absent_predicate_no_rows(tmp_path):
    store = Store()
    store.add(Quad(A, LABEL, G))
    union = read_turtle(store, tmp_path)
    assert list(union.rows(RDFS.label)) == [(A.value, G.value, None)]
    assert list(union.rows(KG.source)) == []
