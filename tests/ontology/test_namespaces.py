import pytest
import rdflib
from rdflib import OWL, RDF, URIRef

from kg.errors import DataError
from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import BASE, GAF, GRASP, KG, PREFIXES, SEM, read_base, read_terms

TERM_TYPES = (
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    KG.Valence,
)


@pytest.mark.parametrize(
    ("namespace", "typo"),
    [
        (KG, "Meting"),
        (KG, "meeting"),
        (SEM, "hasActors"),
        (GAF, "mention"),
        (GRASP, "attributedTo"),
    ],
)
def test_typo_raises(namespace, typo):
    with pytest.raises(AttributeError, match=typo):
        getattr(namespace, typo)
    with pytest.raises(KeyError, match=typo):
        namespace[typo]


def test_terms_are_those_that_a_parser_finds():
    graph = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
    parsed = {s for kind in TERM_TYPES for s in graph.subjects(RDF.type, kind)}
    assert {KG[name] for name in dir(KG)} == {term for term in parsed if term.startswith(str(KG))}


def test_each_term_stands_once():
    text = (ontology_dir() / "kg.ttl").read_text(encoding="utf8")
    assert len(read_terms(text)) == len(set(read_terms(text)))


def test_no_term_hides_behind_a_method_of_str():
    assert all(isinstance(getattr(KG, name), URIRef) for name in dir(KG))


def test_prefixes_name_every_namespace_of_the_ontology():
    graph = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
    known = {prefix: str(uri) for prefix, uri in graph.namespaces()}
    assert {prefix: known.get(prefix) for prefix in PREFIXES} == dict(PREFIXES)


@pytest.mark.parametrize(
    ("environment", "base"),
    [
        ({}, "https://w3id.org/geopolitical-kg/"),
        ({"KG_BASE_IRI": ""}, "https://w3id.org/geopolitical-kg/"),
        ({"KG_BASE_IRI": "https://example.org/kg"}, "https://example.org/kg/"),
        ({"KG_BASE_IRI": "https://example.org/kg#"}, "https://example.org/kg#"),
        ({"KG_BASE_IRI": "urn:kg:"}, "urn:kg:/"),
    ],
)
def test_base(environment, base):
    assert read_base(environment) == base


@pytest.mark.parametrize("iri", ["example.org", "https://exa mple.org/", "https://<x>/", "kg/"])
def test_base_that_is_no_iri(iri):
    with pytest.raises(DataError, match="KG_BASE_IRI"):
        read_base({"KG_BASE_IRI": iri})


def test_ontology_stays_where_it_is_when_the_base_moves():
    assert str(KG) == "https://w3id.org/geopolitical-kg/ontology#"
    assert BASE["state/RUS"] == URIRef(f"{BASE}state/RUS")
