import csv
import json
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from stories import BRAZIL, LULA, PARAGUAY, PENA, build_directory

from kg.errors import KgError, StoreError
from kg.export import FORMATS, export
from kg.graph.directory.store import open_store
from kg.graph.rdf.union import named_quads, union_triples
from kg.ontology.namespaces import KG

REIFIES = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"


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


UNION = [
    ("turtle", RdfFormat.TURTLE, "turtle"),
    ("ntriples", RdfFormat.N_TRIPLES, "nt"),
    ("rdfxml", RdfFormat.RDF_XML, "xml"),
    ("jsonld", RdfFormat.JSON_LD, "json-ld"),
]


@pytest.mark.parametrize(("fmt", "reader", "name"), UNION, ids=[row[0] for row in UNION])
def test_the_union_is_read_back(demo, written, fmt, reader, name):
    path = written(fmt)
    triples = set(union_triples(open_store(demo)))
    assert {quad.triple for quad in parse(path=path, format=reader)} == triples
    assert isomorphic(Graph().parse(path, format=name), Graph().parse(demo / "graph.ttl"))


def test_turtle_is_that_of_the_build(demo, written):
    assert written("turtle").read_bytes() == (demo / "graph.ttl").read_bytes()


def test_lines_of_ntriples_stand_in_the_order_of_the_turtle(written):
    subjects = [line.split()[0] for line in written("ntriples").read_text().splitlines()]
    assert subjects == sorted(subjects)


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


def test_trig_is_laid_out_as_turtle_is(written):
    lines = written("trig").read_text(encoding="utf8").splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(lines[: len(prefixes)])
    assert lines[len(prefixes)] == ""


def reifications(path):
    """Relation to the reports that state it."""
    quads = parse(path=path, format=RdfFormat.TURTLE)
    return {(q.subject, q.object) for q in quads if q.predicate.value == REIFIES}


def test_relations_are_annotated_with_the_reports_that_state_them(demo, written):
    path = written("turtle12")
    read = {quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE)}
    plain = {triple for triple in read if triple.predicate.value != REIFIES}
    assert plain == set(union_triples(open_store(demo)))
    stated = reifications(path)
    store = open_store(demo)
    for report, triple in stated:
        assert triple in plain
        types = store.quads_for_pattern(report, NamedNode(KG.eventType), None)
        assert any(types)
    met = {triple.subject.value for _, triple in stated if triple.predicate.value == str(KG.met)}
    assert met == {LULA, PENA}
    # Two reports, a mutual meeting and mutual talks and a mutual treaty, and a deployment.
    assert len(stated) == 7
    assert "kg:met person:santiago-pena ~ report:" in path.read_text(encoding="utf8")


def test_what_is_denied_is_not_annotated(written):
    relations = {triple.predicate.value for _, triple in reifications(written("turtle12"))}
    names = ("met", "negotiatedWith", "signedTreatyWith", "deployedTroopsTo")
    assert relations == {str(KG[name]) for name in names}


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


def test_gephi_finds_the_time_of_each_edge(written):
    root = ET.parse(written("gexf")).getroot()
    space = {"g": root.tag[1:].partition("}")[0]}
    graph = root.find("g:graph", space)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    spans = [(edge.get("start"), edge.get("end")) for edge in graph.iterfind(".//g:edge", space)]
    assert sorted(spans, key=str) == [("2024-06-03",) * 2, *[(None, None)] * 3]


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
        "subject_country": "BRA",
        "object_country": "PRY",
        "plover": "CONSULT",
        "cameo": "046",
        "goldstein": "7.0",
        **dict.fromkeys(("date", "earliest", "latest"), "2024-06-03"),
        "place": "Planalto Palace",
        "place_country": "BRA",
        "polarity": "positive",
        "modality": "actual",
        "sources": "",
        "score": "1.0",
        "reports": "2",
        "article": "visita.txt; talks",
        "published": "2024-06-04",
    }
    assert rows["Negotiation"]["url"].startswith("https://example.org/visita")
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
    with pytest.raises(KgError, match="turtle, turtle12, ntriples, rdfxml, jsonld, trig"):
        export(demo, "pdf", tmp_path / "graph.pdf")


def test_no_graph_writes_nothing(tmp_path):
    for fmt in FORMATS:
        with pytest.raises(StoreError):
            export(tmp_path / "nowhere", fmt, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_lost_turtle_is_said(tmp_path):
    graph = build_directory(tmp_path / "graph")
    (graph / "graph.ttl").unlink()
    with pytest.raises(StoreError, match=r"lost its graph\.ttl"):
        export(graph, "ntriples", tmp_path / "out")


def test_a_file_in_the_way_is_replaced(demo, tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    export(demo, "turtle", path)
    assert path.read_bytes().startswith(b"@prefix")
