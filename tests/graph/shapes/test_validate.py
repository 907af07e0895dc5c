import pytest
from rdflib import Graph

from kg.errors import StoreError
from kg.graph.shapes.validate import check_shapes, validate
from kg.ontology.files import ontology_dir


@pytest.fixture(scope="module")
def shapes():
    return Graph().parse(ontology_dir() / "shapes.ttl")


def test_what_a_build_writes_conforms(demo):
    report = validate(demo)
    assert report.violations == ()
    assert report.conforms


def test_a_violation_is_one_line_with_its_node(shapes):
    graph = Graph().parse(
        data="""@prefix kg: <https://w3id.org/geopolitical-kg/ontology#> .
        <x:report> a kg:Report ; kg:polarity "perhaps" .""",
        format="turtle",
    )
    sizes = len(graph), len(shapes)
    report = check_shapes(graph, shapes)
    assert not report.conforms
    line = next(line for line in report.violations if "polarity" in line)
    assert line.startswith("x:report ")
    assert "perhaps" in line
    assert "\n" not in "".join(report.violations)
    assert (len(graph), len(shapes)) == sizes


def test_violations_come_in_one_order(shapes):
    graph = Graph().parse(
        data="""@prefix kg: <https://w3id.org/geopolitical-kg/ontology#> .
        <x:b> a kg:Report . <x:a> a kg:Report . <x:c> a kg:Article .""",
        format="turtle",
    )
    violations = check_shapes(graph, shapes).violations
    assert list(violations) == sorted(violations)
    assert check_shapes(graph, shapes).violations == violations


def test_no_graph(tmp_path):
    with pytest.raises(StoreError):
        validate(tmp_path)
