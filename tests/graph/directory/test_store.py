import pytest
from pyoxigraph import NamedNode, Quad
from rdflib import Literal, URIRef
from stories import LULA, PENA

from kg.errors import StoreError
from kg.graph.directory.store import open_dataset, open_store
from kg.ontology.namespaces import KG


def test_plain_queries_see_the_union(demo):
    rows = open_dataset(demo).query("SELECT ?w { ?r kg:trigger ?w ; prov:wasDerivedFrom ?a }")
    assert sorted(str(row[0]) for row in rows) == [
        *("apoio", "ask", "assinaram", "mandou", "reuniu", "talks")
    ]


def test_a_graph_pattern_narrows_to_an_article(demo):
    rows = open_dataset(demo).query("SELECT ?w { GRAPH article:talks { ?r kg:trigger ?w } }")
    assert sorted(str(row[0]) for row in rows) == ["ask", "talks"]


def test_the_api_of_rdflib_sees_the_union(demo):
    dataset = open_dataset(demo)
    assert (URIRef(LULA), KG.met, URIRef(PENA)) in dataset
    assert Literal("ask", lang="en") in set(dataset.objects(predicate=KG.trigger))
    assert len(dataset) == len(set(dataset.triples((None, None, None))))


def test_the_store_is_not_written_to(demo):
    node = NamedNode("x:y")
    with pytest.raises(RuntimeError):
        open_store(demo).add(Quad(node, node, node))


def test_no_graph(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="kg build"):
        open_dataset(tmp_path / "nowhere")


def test_a_store_that_is_none(tmp_path):
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "CURRENT").write_text("rubbish")
    with pytest.raises(StoreError, match="build it again"):
        open_store(tmp_path)
