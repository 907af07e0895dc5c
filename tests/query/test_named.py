import pytest
from pyoxigraph import Store

from kg.errors import DataError, QueryError
from kg.query.binding import bind
from kg.query.named import Parameter, find_query, named_queries, read_query


def test_there_are_many_questions():
    assert len(named_queries()) >= 20
    assert {"disagreements", "meetings", "unsure"} <= set(named_queries())


def test_find_query():
    assert find_query("meetings").name == "meetings"
    with pytest.raises(QueryError, match="did you mean meetings"):
        find_query("meeting")


@pytest.mark.parametrize("query", named_queries().values(), ids=named_queries())
def test_each_says_what_it_answers_and_runs(query):
    assert query.title
    assert query.question.endswith("?")
    days = {"since": "2024-05-03", "until": "2024-05-03"}
    values = {parameter.name: days.get(parameter.name, "x") for parameter in query.parameters}
    assert list(Store().query(bind(query, values))) == []


@pytest.mark.parametrize("query", named_queries().values(), ids=named_queries())
def test_each_parameter_is_a_variable_of_the_query(query):
    for parameter in query.parameters:
        assert f"?{parameter.name}" in query.sparql


def test_a_file_as_a_value(tmp_path):
    path = tmp_path / "who.rq"
    path.write_text(
        "# title: Who\n# question: Who is it?\n# param name: the name, in full (required)\n"
        "# param lang: ISO 639-1 (optional)\nSELECT * { }\n"
    )
    query = read_query(path)
    assert (query.name, query.title, query.question) == ("who", "Who", "Who is it?")
    assert query.parameters == (
        Parameter("name", "the name, in full", required=True),
        Parameter("lang", "ISO 639-1", required=False),
    )


def test_a_file_without_a_question_is_an_error(tmp_path):
    path = tmp_path / "who.rq"
    path.write_text("# title: Who\nSELECT * { }\n")
    with pytest.raises(DataError, match=r"who\.rq"):
        read_query(path)
