from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse, serialize

from kg.export.ntriples import stream_subjects, write
from kg.graph.rdf.iris import PREFIXES
from tests.export.triples import graphs

STATE = PREFIXES["state"]


@given(graphs(st.characters(codec="utf-8")))
def test_lines_are_those_of_oxigraph(put, triples):
    directory = put(triples)
    write(directory, directory / "out.nt")
    read = parse(path=directory / "graph.ttl", format=RdfFormat.TURTLE)
    assert (directory / "out.nt").read_bytes() == serialize(
        (quad.triple for quad in read), format=RdfFormat.N_TRIPLES
    )


def test_each_subject_comes_with_its_lines(demo):
    subjects = [{line.split(b" ")[0] for line in lines.splitlines()} for lines in everything(demo)]
    assert all(len(found) == 1 for found in subjects)
    assert len(set.union(*subjects)) == len(subjects)


def test_only_the_subjects_that_are_wanted(demo):
    states = list(stream_subjects(demo / "graph.ttl", lambda iri: iri.startswith(STATE)))
    assert states == [lines for lines in everything(demo) if lines.startswith(f"<{STATE}".encode())]
    assert states


def everything(directory):
    return list(stream_subjects(directory / "graph.ttl"))
