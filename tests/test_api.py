import html
import re
import sys
import warnings
from datetime import date
from subprocess import run

import networkx as nx
import pytest
import rdflib
from stories import BRAZIL, LULA, PARAGUAY, PENA, build_directory
from view.packed import data_of

import kg
from kg.errors import InputError, QueryError, StoreError


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    return kg.open(build_directory(tmp_path_factory.mktemp("api") / "graph"))


def test_importing_it_loads_neither_spacy_nor_a_store():
    code = "import sys, kg; print({'spacy', 'pyoxigraph', 'rdflib'} & set(sys.modules))"
    assert run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


def test_select_gives_values(graph):
    table = graph.query(
        "SELECT ?s ?day ?start ?x { ?s dcterms:issued ?day . ?r prov:wasDerivedFrom ?s ;"
        " kg:sentenceStart ?start } ORDER BY ?day ?start LIMIT 1"
    )
    assert table.columns == ("s", "day", "start", "x")
    assert table[0]["day"] == date(2024, 6, 4)
    assert (table[0]["start"], table[0]["x"]) == (0, None)


def test_other_answers(graph):
    assert graph.query("ASK { ?a kg:met ?b }") is True
    found = graph.query("CONSTRUCT { ?b kg:met ?a } WHERE { ?a kg:met ?b }")
    assert isinstance(found, rdflib.Graph)
    assert len(found) == 2


def test_a_named_query_takes_its_parameters_by_name(graph):
    assert graph.query(name="meetings", person="lula")[0]["met"] == "Santiago Peña"
    assert len(graph.query(name="corroborated", least=2, state=None)) == 1
    with pytest.raises(QueryError, match="needs person"):
        graph.query(name="meetings")
    with pytest.raises(QueryError, match="does not parse"):
        graph.query("SELECT")


def test_pandas(graph):
    pytest.importorskip("pandas")
    frame = graph.query(name="meetings", person="lula").to_pandas()
    assert list(frame["date"]) == ["2024-06-03"]


def test_networks(graph):
    network = graph.to_networkx()
    assert network.number_of_edges(LULA, PENA) == 2
    assert network.number_of_edges(BRAZIL, PARAGUAY) == 1
    assert nx.is_bipartite(graph.to_networkx(events=True))


def test_analyze(graph):
    assert graph.analyze(by="state").dyads[0]["events"] == 3


def test_export_and_view(graph, tmp_path):
    path = graph.export("csv", tmp_path / "events.csv")
    assert path.read_text(encoding="utf8").startswith("event,subject")
    page = graph.view(str(tmp_path / "page.html"))
    assert page.text.lower().startswith("<!doctype html>")
    assert page.path.read_text(encoding="utf8") == page.text


def test_pyvis(graph):
    assert LULA in {node["id"] for node in graph.to_pyvis().nodes}


def test_a_notebook_shows_the_page_and_asks_nothing_of_the_network(graph):
    frame = graph.view()._repr_html_()
    assert graph._repr_html_() == frame
    page = html.unescape(re.search(r'srcdoc="([^"]*)"', frame)[1])
    assert page.lstrip().lower().startswith("<!doctype html>")
    nodes = data_of(page)["nodes"]
    assert "Santiago Peña" in {label for node in nodes for label in node["labels"].values()}
    assert not re.search(r'(src|href)="https?://', page)
    assert "default-src 'none'" in page


def test_no_graph(tmp_path):
    with pytest.raises(StoreError):
        kg.open(tmp_path)


def test_build(tmp_path):
    (tmp_path / "a.txt").write_text("Brazil sent 20 tanks to Paraguay on 3 June 2024.\n")
    (tmp_path / "b.pdf").write_text("not read")
    with pytest.warns(UserWarning, match="skipped"):
        graph = kg.build([tmp_path / "a.txt", tmp_path / "b.pdf"], tmp_path / "out", lang="en")
    assert graph.summary.articles == 1
    assert graph.directory == tmp_path / "out"
    assert len(graph.query(name="arms", state="Brazil")) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        again = kg.build(tmp_path / "a.txt", tmp_path / "out", lang="en")
    assert again.summary.unchanged == 1


def test_build_without_a_directory_lasts_as_long_as_the_graph(tmp_path):
    (tmp_path / "a.txt").write_text("Brazil sent 20 tanks to Paraguay on 3 June 2024.\n")
    graph = kg.build(str(tmp_path / "a.txt"), lang="en")
    directory = graph.directory
    assert (directory / "graph.html").exists()
    assert len(graph.to_networkx()) == 2
    del graph
    assert not directory.exists()


def test_build_of_nothing(tmp_path):
    (tmp_path / "a.pdf").write_text("not read")
    with pytest.warns(UserWarning, match="skipped"), pytest.raises(InputError, match="No article"):
        kg.build(tmp_path / "a.pdf", tmp_path / "out")
    assert not (tmp_path / "out").exists()
