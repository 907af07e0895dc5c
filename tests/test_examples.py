"""The main job on the example articles: what `make demo` does, and what people ask of it."""

import csv
import io
from pathlib import Path

import pytest
import rdflib
from demo import EXAMPLES, build_examples
from view.browser.opening import open_page

from kg.export import FORMATS, export
from kg.graph import open_store, validate
from kg.query import format_result, run_query
from kg.read import read_inputs


@pytest.fixture
def graph(example_graph: Path) -> Path:
    return example_graph


def ask(graph: Path, name: str, **params: str) -> list[dict[str, str]]:
    text = format_result(run_query(graph, name=name, params=params), "csv")
    return list(csv.DictReader(io.StringIO(text)))


def test_meetings_meet_across_languages(graph: Path) -> None:
    rows = ask(graph, "meetings", person="Putin", lang="en")
    kremlin = next(row for row in rows if row["met"] == "Choe Son-hui")
    assert kremlin["date"] == "2025-10-27"
    assert kremlin["place"] == "Kremlin"
    assert "held talks" in kremlin["sentence"]
    assert "reuniu-se" in kremlin["sentence"]


def test_who_will_not_meet_refuses_and_meets_nobody(graph: Path) -> None:
    assert not [row for row in ask(graph, "meetings", person="Putin") if "Zelensky" in row["met"]]
    refused = run_query(graph, "ASK { ?e a kg:Refusal ; kg:target ?who }")
    assert format_result(refused) == "true"


def test_events_between_two_states(graph: Path) -> None:
    rows = ask(graph, "events-between", a="RUS", b="North Korea", lang="en")
    kinds = ", ".join(row["kind"] for row in rows)
    assert {"TroopDeployment", "ArmsTransfer", "TreatySigned"} <= set(kinds.split(", "))


def test_offices(graph: Path) -> None:
    held = {(row["holder"], row["office"], row["of"]) for row in ask(graph, "offices", lang="en")}
    assert ("Vladimir Putin", "president", "Russia") in held
    assert ("Choe Son-hui", "foreign minister", "North Korea") in held
    assert ("Xi Jinping", "president", "China") in held


def test_deployments_with_size_and_source(graph: Path) -> None:
    (row,) = ask(graph, "deployments", lang="en")
    assert (row["sender"], row["destination"], row["date"]) == ("North Korea", "Russia", "")
    assert "more than 10,000 soldiers" in row["size"]
    assert "Ukraine and South Korea" in row["saidBy"]
    assert "Coreia do Sul" in row["saidBy"]


def test_treaties(graph: Path) -> None:
    (row,) = ask(graph, "treaties", lang="en")
    assert row["date"] == "2024"
    assert "pacto de defesa mútua" in row["parts"]
    assert {"Vladimir Putin", "Kim Jong-un"} == set(row["signatories"].split(", "))


def test_everything_that_one_article_says(graph: Path) -> None:
    rows = ask(graph, "article", article="talks-in-moscow", lang="en")
    assert len(rows) > 15
    assert {"Tenure", "Meeting"} <= {row["kind"] for row in rows}


def test_the_graph_conforms_to_its_shapes(graph: Path) -> None:
    report = validate(graph)
    assert report.conforms, report.violations


def test_every_sentence_stands_at_its_offsets(graph: Path) -> None:
    articles = {article.id: article.text for article in read_inputs([str(EXAMPLES)])}
    rows = open_store(graph).query(
        """PREFIX kg: <https://w3id.org/geopolitical-kg/ontology#>
        PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?id ?sentence ?start ?end WHERE {
          ?r kg:sentence ?sentence ; kg:sentenceStart ?start ; kg:sentenceEnd ?end ;
            prov:wasDerivedFrom/dcterms:identifier ?id }"""
    )
    found = [tuple(term.value for term in row) for row in rows]
    assert found
    for name, sentence, start, end in found:
        assert articles[name][int(start) : int(end)] == sentence


def test_the_same_articles_give_the_same_bytes(graph: Path, tmp_path: Path) -> None:
    again = build_examples(tmp_path)
    for name in ("graph.ttl", "graph.html"):
        assert (again / name).read_bytes() == (graph / name).read_bytes()


def test_turtle_loads_in_rdflib(graph: Path) -> None:
    assert len(rdflib.Graph().parse(graph / "graph.ttl")) > 1_000


@pytest.mark.parametrize("form", FORMATS)
def test_exports(graph: Path, tmp_path: Path, form: str) -> None:
    export(graph, form, tmp_path / "out")
    assert (tmp_path / "out").stat().st_size > 1_000


def test_the_page_tells_the_sentence_behind_a_node(graph: Path, reader) -> None:
    page = open_page(reader, graph / "graph.html")
    panel = page.locator("#panel")
    panel.get_by_role("button", name="Choe Son-hui", exact=True).first.click()
    assert panel.locator("h2").first.inner_text() == "Choe Son-hui"
    assert "reuniu-se no Kremlin" in panel.inner_text()
    assert "held talks" in panel.inner_text()
