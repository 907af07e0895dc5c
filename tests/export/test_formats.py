import csv
import json

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from stories import BRAZIL, LULA, PARAGUAY, PENA

from kg.errors import KgError, StoreError
from kg.export import FORMATS, export
from kg.graph.store import open_store
from kg.graph.union import named_quads, union_triples


@pytest.fixture
def written(demo, tmp_path):
    """A function from a format to the file written in it."""

    def write(fmt):
        export(demo, fmt, tmp_path / f"graph.{fmt}")
        return tmp_path / f"graph.{fmt}"

    return write


@pytest.mark.parametrize("fmt", FORMATS)
def test_equal_graphs_give_equal_bytes(demo, tmp_path, fmt):
    for name in ("a", "b"):
        export(demo, fmt, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}


def test_turtle(demo, written):
    path = written("turtle")
    read = {quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE)}
    assert read == set(union_triples(open_store(demo)))
    assert path.read_bytes() == (demo / "graph.ttl").read_bytes()


@pytest.mark.parametrize(
    ("fmt", "reader"), [("trig", RdfFormat.TRIG), ("nquads", RdfFormat.N_QUADS)]
)
def test_named_graphs(demo, written, fmt, reader):
    read = set(parse(path=written(fmt), format=reader))
    assert read == set(named_quads(open_store(demo)))


@pytest.mark.parametrize("fmt", ["trig", "nquads"])
def test_rdflib_reads_the_named_graphs(written, fmt):
    dataset = Dataset()
    dataset.parse(written(fmt), format=fmt)
    names = sorted(str(graph.identifier).rpartition("/")[2] for graph in dataset.graphs())
    assert [name for name in names if ":" not in name] == [
        *("gazetteer", "merged", "talks", "visita.txt")
    ]


def test_jsonld(written):
    path = written("jsonld")
    read = Graph().parse(path, format="json-ld")
    assert isomorphic(read, Graph().parse(written("turtle")))
    quads = parse(path=path, format=RdfFormat.JSON_LD)
    assert len({quad.triple for quad in quads}) == len(read)


def test_jsonld_reads_as_plain_json(written):
    data = json.loads(written("jsonld").read_text(encoding="utf8"))
    nodes = {node["id"]: node for node in data["graph"]}
    person = nodes["person/santiago-pena"]
    assert person["type"] == "Person"
    assert person["met"] == "person/luiz-inacio-lula-da-silva"
    assert person["label"] == dict.fromkeys(("en", "es", "fr", "pt"), "Santiago Peña")
    talks = next(node for node in nodes.values() if "Negotiation" in node["type"])
    assert talks["time"] == "time/2024-06-03"
    report = next(node for node in nodes.values() if node.get("trigger") == {"en": "ask"})
    assert isinstance(report["sentenceStart"], int)


@pytest.mark.parametrize(("fmt", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks(written, fmt, read):
    graph = read(written(fmt))
    assert {(a, b, data["class"]) for a, b, data in graph.edges(data=True)} == {
        (LULA, PENA, "Negotiation"),
        (LULA, PENA, "TreatySigned"),
        (BRAZIL, PARAGUAY, "TroopDeployment"),
        (PARAGUAY, BRAZIL, "AidRequest"),
    }
    assert graph.nodes[LULA]["label"] == "Luiz Inácio Lula da Silva"
    dates = {data["class"]: data["date"] for _, _, data in graph.edges(data=True)}
    assert dates["Negotiation"] == "2024-06-03"


def test_csv(written):
    with written("csv").open(encoding="utf8", newline="") as file:
        rows = {row["class"]: row for row in csv.DictReader(file)}
    assert len(rows) == 5
    assert rows["Negotiation"] == {
        **rows["Negotiation"],
        "subject": "Luiz Inácio Lula da Silva",
        "subject_iri": LULA,
        "relation": "negotiatedWith",
        "object": "Santiago Peña",
        "object_iri": PENA,
        "plover": "CONSULT",
        "date": "2024-06-03",
        "polarity": "positive",
        "modality": "actual",
        "sources": "",
        "article": "visita.txt; talks",
    }
    assert rows["Negotiation"]["sentence"].startswith("O presidente do Brasil")
    assert (rows["TroopDeployment"]["quantity"], rows["TroopDeployment"]["sources"]) == (
        "120 militares",
        "Assunção",
    )
    assert rows["AidRequest"]["polarity"] == "negative"
    assert (rows["DiplomaticSupport"]["object"], rows["DiplomaticSupport"]["object_iri"]) == (
        "",
        "",
    )


def test_an_unknown_format_lists_the_others(demo, tmp_path):
    with pytest.raises(KgError, match="turtle, trig, nquads, jsonld, graphml, gexf, csv"):
        export(demo, "pdf", tmp_path / "graph.pdf")


def test_no_graph_writes_nothing(tmp_path):
    for fmt in FORMATS:
        with pytest.raises(StoreError):
            export(tmp_path / "nowhere", fmt, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_replaced(demo, tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    export(demo, "turtle", path)
    assert path.read_bytes().startswith(b"@prefix")
