import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal
from stories import tell_english, to_store
from towns import ALONE, HOST, SENDER, SENT, STATE, tell, tell_all

from kg.graph.rdf.iris import MERGED, PREFIXES
from kg.graph.rdf.turtle import sort_quads
from kg.graph.results.counts import count_entities


@pytest.fixture(scope="module")
def store():
    return to_store(tell_all())


def ask(store, query):
    rows = store.query(query, prefixes=dict(PREFIXES))
    return sorted(tuple(term and term.value for term in row) for row in rows)


def test_the_other_nodes_hang_on_the_one_that_stands_for_all(store):
    rows = ask(store, "SELECT ?a ?b { GRAPH graph:merged { ?a owl:sameAs ?b } }")
    assert rows == [(SENT, ALONE), (SENT, SENDER)]


def test_it_has_every_form_of_the_name_and_one_label_a_language(store):
    names = f"SELECT ?n {{ <{SENT}> kg:mentionedAs ?n }}"
    assert ask(store, names) == [("Chubai",), ("Sergei Chubai",), ("Serhiy Chubay",)]
    labels = store.query(f"SELECT ?n {{ <{SENT}> rdfs:label ?n }}", prefixes=dict(PREFIXES))
    assert {row["n"] for row in labels} == {
        Literal("Sergei Chubai", language="en"),
        Literal("Serhiy Chubay", language="pt"),
    }


def test_it_has_class_and_state(store):
    query = f"SELECT ?c ?s {{ GRAPH graph:merged {{ <{SENT}> a ?c ; kg:country ?s }} }}"
    assert ask(store, query) == [(PREFIXES["kg"] + "Person", STATE + "UKR")]


def test_three_tellings_are_one_event_of_one_person(store):
    query = """SELECT ?a (COUNT(?r) AS ?n) { ?e a kg:Event ; kg:source|kg:target ?a ;
               gaf:denotedBy ?r } GROUP BY ?a"""
    assert ask(store, query) == sorted([(SENT, "3"), (HOST, "3")])


def test_the_label_of_the_event_has_the_fuller_name(store):
    query = "SELECT ?l { ?e a kg:Event ; rdfs:label ?l }"
    assert ask(store, query) == [
        ("Meeting: Sergei Chubai – Inês Couto, 2024-06-03",),
        ("Reunião: Serhiy Chubay – Inês Couto, 2024-06-03",),
    ]


def test_plain_relations_hold_of_the_one_node(store):
    query = "SELECT ?a ?b { GRAPH graph:merged { ?a kg:met ?b } }"
    assert ask(store, query) == sorted([(SENT, HOST), (HOST, SENT)])


def test_the_articles_keep_their_own_nodes(store):
    query = f"SELECT ?a {{ GRAPH ?a {{ <{SENDER}> kg:met <{HOST}> }} }}"
    assert len(ask(store, query)) == 1


def test_the_judgements_say_why(store):
    query = "SELECT ?a ?why { ?j kg:sameActor ?a ; kg:decidedBy 'rule' ; rdfs:comment ?why }"
    rows = ask(store, query)
    assert {iri for iri, _ in rows} == {SENDER, SENT, ALONE}
    assert "same_name +0.57, same_country +0.20, same_office +0.15" in {why for _, why in rows}


def test_a_person_of_several_nodes_counts_once(store):
    assert count_entities(store) == 3


def test_nobody_of_several_nodes_no_triples():
    store = to_store([tell_english()])
    assert ask(store, "SELECT ?a ?b { GRAPH graph:merged { ?a owl:sameAs ?b } }") == []
    types = ask(store, "SELECT ?a { GRAPH graph:merged { ?a a kg:Person } }")
    assert types == []


TELLINGS = st.lists(
    st.tuples(
        st.sampled_from([(SENDER, "Serhiy Chubay"), (SENT, "Sergei Chubai"), (ALONE, "Chubai")]),
        st.sampled_from(["pt", "en"]),
        st.sampled_from(["2024-06-03", "2024-06-04", "2024-06"]),
    ),
    max_size=6,
)


@settings(max_examples=40)
@given(TELLINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_never_shows(drawn, random):
    stories = [tell(i, *who, lang, day) for i, (who, lang, day) in enumerate(drawn)]
    shuffled = stories.copy()
    random.shuffle(shuffled)
    merged = [
        sort_quads(to_store(told).quads_for_pattern(None, None, None, MERGED))
        for told in (stories, shuffled)
    ]
    assert merged[0] == merged[1]
