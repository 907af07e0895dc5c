from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse, serialize

from kg.export.ntriples import stream_subjects, write
from tests.export.triples import graphs


@given(graphs(st.characters(codec="utf-8")))
def test_lines_are_those_of_oxigraph(put, triples):
    directory = put(triples)
    write(directory, directory / "out.nt")
    read = parse(path=directory / "graph.ttl", format=RdfFormat.TURTLE)
    assert (directory / "out.nt").read_bytes() == serialize(
        (quad.triple for quad in read), format=RdfFormat.N_TRIPLES
    )


def test_each_subject_comes_with_its_lines(demo):
    for subject, lines in stream_subjects(demo / "graph.ttl"):
        assert {line.split(" ")[0] for line in lines.splitlines()} == {f"<{subject}>"}
