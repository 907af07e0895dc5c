import json

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.export.jsonld import write
from tests.export.triples import BASE, XSD, graphs

A = NamedNode(BASE + "person/a")


def written(directory):
    path = directory / "out.jsonld"
    write(directory, path)
    return path


@given(graphs(st.characters(codec="utf-8")))
def test_what_is_written_is_read_back(put, triples):
    path = written(put(triples))
    assert {quad.triple for quad in parse(path=path, format=RdfFormat.JSON_LD)} == triples


def test_two_predicates_of_one_name_keep_their_prefixes(put):
    same = [
        NamedNode(f"{ns}sameAs") for ns in ("https://schema.org/", "http://www.w3.org/2002/07/owl#")
    ]
    document = json.loads(written(put([Triple(A, p, A) for p in same])).read_text(encoding="utf8"))
    assert set(document["graph"][0]) == {"id", "schema_sameAs", "owl_sameAs"}


def test_a_number_is_one_in_json_where_that_loses_nothing(put):
    integer, count = NamedNode(XSD + "integer"), NamedNode(BASE + "ontology#count")
    numbers = ["12", "-3", "0", "007", str(2**53)]
    triples = [Triple(A, count, Literal(number, datatype=integer)) for number in numbers]
    document = json.loads(written(put(triples)).read_text(encoding="utf8"))
    assert set(document["graph"][0]["count"]) == {12, -3, 0, "007", str(2**53)}
