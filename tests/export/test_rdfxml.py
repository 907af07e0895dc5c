import pytest
from hypothesis import given
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import KgError
from kg.export.rdfxml import write
from tests.export.triples import XML, graphs

A, SAYS = NamedNode("http://example.org/a"), NamedNode("http://example.org/says")


def written(directory):
    path = directory / "out.xml"
    write(directory, path)
    return path


@given(graphs(XML))
def test_what_is_written_is_read_back(put, triples):
    path = written(put(triples))
    assert {quad.triple for quad in parse(path=path, format=RdfFormat.RDF_XML)} == triples


def test_names_go_by_their_prefixes(demo, tmp_path):
    write(demo, tmp_path / "graph.rdf")
    lines = (tmp_path / "graph.rdf").read_text(encoding="utf8").splitlines()
    assert '\t\t<rdfs:label xml:lang="pt">Paraguai</rdfs:label>' in lines
    assert not [line for line in lines[2:] if "xmlns" in line]


def test_a_character_that_xml_lacks_leaves_a_mark(put):
    path = written(put([Triple(A, SAYS, Literal("a\x0bb\ufffec"))]))
    read = [quad.object.value for quad in parse(path=path, format=RdfFormat.RDF_XML)]
    assert read == ["a\ufffdb\ufffdc"]


def test_a_predicate_without_a_name_in_xml_is_said(put):
    directory = put([Triple(A, NamedNode("http://example.org/1/"), A)])
    with pytest.raises(KgError, match=r"predicate http://example\.org/1/: choose another format"):
        written(directory)
