import csv
import io
import json
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, Variable
from rdflib.query import Result

from kg.errors import QueryError
from kg.query import FORMATS, format_result, run_query

SELECT = """SELECT ?person ?name ?nothing { ?person a kg:Person ; rdfs:label ?name
    FILTER(LANG(?name) = "pt") } ORDER BY ?person"""


def test_csv(demo):
    rows = list(csv.DictReader(io.StringIO(format_result(run_query(demo, SELECT), "csv"))))
    assert [row["name"] for row in rows] == ["Luiz Inácio Lula da Silva", "Santiago Peña"]
    assert {row["nothing"] for row in rows} == {""}


def test_json(demo):
    data = json.loads(format_result(run_query(demo, SELECT), "json"))
    assert data["head"]["vars"] == ["person", "name", "nothing"]
    assert data["results"]["bindings"][1]["name"] == {
        "type": "literal",
        "value": "Santiago Peña",
        "xml:lang": "pt",
    }


def test_xml(demo):
    text = format_result(run_query(demo, SELECT), "xml")
    assert ElementTree.fromstring(text).tag.endswith("sparql")
    result = Result.parse(io.BytesIO(text.encode()), format="xml")
    assert [str(row[Variable("name")]) for row in result.bindings][1] == "Santiago Peña"


def test_table(demo, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    text = format_result(run_query(demo, SELECT))
    assert "person:santiago-pena" in text
    assert "Luiz Inácio Lula da Silva" in text
    assert "\x1b" not in text


def test_a_table_shows_brackets_as_they_are(demo, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    assert "[bold]x" in format_result(run_query(demo, 'SELECT ("[bold]x" AS ?y) { }'))


@pytest.mark.parametrize(
    ("form", "text"), [("table", "true"), ("csv", "true"), ("json", '"boolean":true')]
)
def test_ask(demo, form, text):
    assert text in format_result(run_query(demo, "ASK { ?a kg:met ?b }"), form)


@pytest.mark.parametrize("form", FORMATS)
def test_triples_come_as_turtle(demo, form):
    text = format_result(run_query(demo, "CONSTRUCT WHERE { ?a kg:met ?b }"), form)
    assert "person:santiago-pena kg:met person:luiz-inacio-lula-da-silva ." in text
    assert len(Graph().parse(data=text, format="turtle")) == 2
    assert len(list(parse(text, RdfFormat.TURTLE))) == 2


def test_an_unknown_format_lists_the_others(demo):
    with pytest.raises(QueryError, match="table, csv, json, xml"):
        format_result(run_query(demo, "ASK {}"), "yaml")


def test_a_query_that_fails_on_the_way_is_one_line(demo):
    with pytest.raises(QueryError, match="x:unknown"):
        run_query(demo, "SELECT ?x { ?x ?p ?o FILTER(<x:unknown>(?x)) }")
