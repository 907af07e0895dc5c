from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple
from rdflib import Graph

from kg.graph.rdf.iris import article_id, article_iri, mint, time_iri
from kg.graph.rdf.turtle import to_turtle

BASE = "https://w3id.org/geopolitical-kg/"


def test_a_minted_iri_is_the_same_everywhere():
    # Fixed, so that graphs built by different versions still merge.
    assert mint("report", "a", None, [1, 2]).value == f"{BASE}report/aea6d8bcbf7c82ce"


@given(st.lists(st.text(), min_size=2), st.integers(min_value=1))
def test_parts_do_not_run_into_each_other(parts, cut):
    joined = ["".join(parts[:cut]), *parts[cut:]]
    assert (mint("event", *parts) == mint("event", *joined)) == (parts == joined)


@given(st.text())
def test_any_id_gives_an_iri_of_its_own_segment(article_id):
    iri = article_iri(article_id)
    assert NamedNode(iri.value) == iri
    assert "/" not in iri.value.removeprefix(f"{BASE}article/")


def test_an_interval_is_one_segment():
    assert time_iri("2022/..").value == f"{BASE}time/2022%2F%2E%2E"


def test_rdflib_reads_turtle_of_names_that_end_in_a_point():
    for iri in (time_iri("2022/.."), article_iri("talks in the U.S.")):
        (read,) = Graph().parse(data=to_turtle([Triple(iri, iri, iri)]), format="turtle")
        assert str(read[0]) == iri.value
    assert article_id(article_iri("talks in the U.S.").value) == "talks in the U.S."
