import pytest
from pyoxigraph import QueryBoolean, QueryTriples
from stories import BRAZIL, LULA, PARAGUAY, PENA

from kg.errors import QueryError, StoreError
from kg.query import named_queries, run_query


def rows(result):
    return sorted(tuple(term and term.value for term in row) for row in result)


def test_select_with_the_prefixes_of_the_model(demo):
    assert rows(run_query(demo, "SELECT ?b { person:santiago-pena kg:met ?b }")) == [(LULA,)]


def test_ask(demo):
    result = run_query(demo, "ASK { ?a kg:deployedTroopsTo state:PRY }")
    assert isinstance(result, QueryBoolean)
    assert bool(result)


def test_construct(demo):
    result = run_query(demo, "CONSTRUCT { ?b kg:met ?a } WHERE { ?a kg:met ?b }")
    assert isinstance(result, QueryTriples)
    assert len(list(result)) == 2


def test_describe(demo):
    assert {t.subject.value for t in run_query(demo, "DESCRIBE article:talks")} == {
        "https://w3id.org/geopolitical-kg/article/talks"
    }


def test_one_article(demo):
    query = "SELECT DISTINCT ?id { GRAPH ?article { ?a kg:met ?b } ?article dcterms:identifier ?id}"
    assert rows(run_query(demo, query)) == [("visita.txt",)]


@pytest.mark.parametrize(
    ("sparql", "words"),
    [
        ("SELECT ?x { ?x ?p }", ["line 1", 'after "SELECT ?x { ?x ?p }"']),
        ("SELECT ?x {\n ?x foo:bar ?y }", ["line 2", 'after "?x foo:bar"', "declare the prefix"]),
        ("SELECT ?x { ?x ?p ?y", ['?p ?y"']),
        ("DELETE WHERE { ?a ?b ?c }", ["line 1"]),
        ("", ["line 1", "beginning"]),
    ],
)
def test_a_query_that_does_not_parse_is_one_line(demo, sparql, words):
    with pytest.raises(QueryError) as error:
        run_query(demo, sparql)
    message = str(error.value)
    assert "\n" not in message
    assert len(message) < 200
    for word in words:
        assert word in message


def test_no_graph(tmp_path):
    with pytest.raises(StoreError):
        run_query(tmp_path, "ASK {}")


def test_an_unknown_name_suggests_another(demo):
    with pytest.raises(QueryError, match="did you mean meetings"):
        run_query(demo, name="meeting")
    with pytest.raises(QueryError, match="kg queries"):
        run_query(demo, name="xyzzy")


def test_either_a_query_or_a_name(demo):
    for options in ({}, {"sparql": "ASK {}", "name": "meetings"}):
        with pytest.raises(QueryError, match="either"):
            run_query(demo, **options)
    with pytest.raises(QueryError, match="named query"):
        run_query(demo, "ASK {}", params={"a": "b"})


def cells(result, *names):
    return [tuple(row[name] and row[name].value for name in names) for row in result]


def test_meetings_of_a_person(demo):
    result = run_query(demo, name="meetings", params={"person": "lula"})
    assert cells(result, "kind", "date", "met") == [("Negotiation", "2024-06-03", "Santiago Peña")]
    assert cells(run_query(demo, name="meetings", params={"person": "Milei"}), "kind") == []


def test_events_between_two_states(demo):
    result = run_query(demo, name="events-between", params={"a": "brasil", "b": "PRY"})
    assert sorted(cells(result, "kind", "polarity")) == [
        ("AidRequest", "negative"),
        ("Negotiation", "positive"),
        ("TreatySigned", "positive"),
        ("TroopDeployment", "positive"),
    ]


def test_offices_with_and_without_a_parameter(demo):
    found = sorted(cells(run_query(demo, name="offices"), "of", "title"))
    assert found == [("Brazil", "presidente"), ("Paraguay", "presidente")]
    params = {"state": "Paraguai", "lang": "pt"}
    result = run_query(demo, name="offices", params=params)
    assert cells(result, "holder", "of") == [("Santiago Peña", "Paraguai")]


def test_deployments(demo):
    result = run_query(demo, name="deployments")
    assert cells(result, "sender", "size", "saidBy") == [("Brazil", "120 militares", "Assunção")]


def test_treaties(demo):
    assert len(list(run_query(demo, name="treaties"))) == 1


def test_everything_one_article_says(demo):
    result = run_query(demo, name="article", params={"article": "visita.txt"})
    kinds = [kind for (kind,) in cells(result, "kind")]
    assert sorted(set(kinds)) == [
        *("Agreement", "DiplomaticSupport", "Meeting", "Tenure", "TreatySigned", "TroopDeployment")
    ]


@pytest.mark.parametrize("name", named_queries())
def test_a_value_is_never_read_as_sparql(demo, name):
    query = named_queries()[name]
    evil = '"} UNION { ?s ?p ?o } # \\" \n { <x:y>'
    safe = {"lang", "since", "until"}  # the last two are refused
    params = {p.name: evil for p in query.parameters if p.name not in safe}
    assert list(run_query(demo, name=name, params=params)) == [] or not params


def test_relations_need_no_join(demo):
    query = "SELECT ?a ?b { ?a kg:deployedTroopsTo ?b }"
    assert rows(run_query(demo, query)) == [(BRAZIL, PARAGUAY)]
    assert rows(run_query(demo, "SELECT ?a { ?a kg:negotiatedWith ?b }")) == [(LULA,), (PENA,)]
