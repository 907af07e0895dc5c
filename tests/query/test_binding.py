import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import DataError, QueryError
from kg.query.binding import bind
from kg.query.named import NamedQuery, Parameter

WORD = Parameter("word", "a word", required=True)
LANG = Parameter("lang", "a language", required=False)


def query(sparql, *parameters):
    return NamedQuery("test", "Test", "What?", parameters, sparql)


def answers(sparql):
    store = Store()
    for i, text in enumerate(("one", "two", 'say "hi" \\ {')):
        store.add(Quad(NamedNode(f"x:{i}"), NamedNode("x:p"), Literal(text, language="en")))
    return sorted(row["s"].value for row in store.query(sparql))


FORMS = [
    "SELECT ?s WHERE { ?s ?p ?o FILTER(STR(?o) = ?word) }",
    "SELECT ?s { ?s ?p ?o FILTER(STR(?o) = ?word) }",
    "# WHERE {\nSELECT ?s WHERE { ?s ?p ?o FILTER(STR(?o) = ?word) }",
    "PREFIX x: <http://x.org/where#> SELECT ?s WHERE { ?s ?p ?o FILTER(STR(?o) = ?word) }",
    "SELECT ?s ('WHERE {' AS ?x) WHERE { ?s ?p ?o FILTER(STR(?o) = ?word) }",
    "SELECT ?s WHERE { ?s ?p ?o OPTIONAL { ?s ?q ?t FILTER(STR(?t) = ?word) } FILTER(BOUND(?t)) }",
    "SELECT ?s WHERE { ?s ?p ?o FILTER EXISTS { ?s ?q ?t FILTER(STR(?t) = ?word) } }",
    "SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s ?p ?o FILTER(STR(?o) = ?word) } GROUP BY ?s",
]


@pytest.mark.parametrize("sparql", FORMS)
def test_a_parameter_is_bound_wherever_it_stands(sparql):
    assert answers(bind(query(sparql, WORD), {"word": "two"})) == ["x:1"]


def test_a_construct_is_bound_in_its_pattern():
    sparql = "CONSTRUCT { ?s ?p ?word } WHERE { ?s ?p ?o FILTER(STR(?o) = ?word) }"
    bound = bind(query(sparql, WORD), {"word": "two"})
    store = Store()
    store.add(Quad(NamedNode("x:1"), NamedNode("x:p"), Literal("two")))
    assert [triple.object.value for triple in store.query(bound)] == ["two"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_any_text_is_a_value(text):
    bound = bind(query("SELECT ?word WHERE { }", WORD), {"word": text})
    assert [row["word"].value for row in Store().query(bound)] == [text]


def test_an_optional_parameter_may_stay_unbound():
    sparql = "SELECT ?s WHERE { ?s ?p ?o FILTER(!BOUND(?lang) || LANG(?o) = ?lang) }"
    assert len(answers(bind(query(sparql, LANG), {}))) == 3
    assert answers(bind(query(sparql, LANG), {"lang": "pt"})) == []


def test_a_query_without_parameters_stays_as_it_is():
    assert bind(query("ASK { }"), {}) == "ASK { }"


@pytest.mark.parametrize(
    ("values", "words"),
    [({}, "needs word"), ({"word": "a", "size": "b"}, "has no size")],
)
def test_wrong_parameters_list_the_right_ones(values, words):
    with pytest.raises(QueryError, match=words) as error:
        bind(query("SELECT ?s WHERE { }", WORD, LANG), values)
    assert "word (a word; required)" in str(error.value)
    assert "lang (a language; optional)" in str(error.value)


def test_a_query_that_takes_none_says_so():
    with pytest.raises(QueryError, match="takes no parameters"):
        bind(query("ASK { }"), {"a": "b"})


def test_a_query_without_a_pattern_is_an_error():
    with pytest.raises(DataError, match=r"test\.rq"):
        bind(query("DESCRIBE <x:y>", WORD), {"word": "a"})


def test_days_are_days():
    asked = query("SELECT * WHERE { ?s ?p ?o }", Parameter("since", "first day", required=False))
    for day in ("2024", "2024-05", "2024-05-03"):
        assert day in bind(asked, {"since": day})
    for day in ("yesterday", "3/5/2024", ""):
        with pytest.raises(QueryError, match="no day like 2024-05-03"):
            bind(asked, {"since": day})
