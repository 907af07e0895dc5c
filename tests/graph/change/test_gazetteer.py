from kg.graph.change.gazetteer import copy_facts, to_containers
from kg.graph.rdf.iris import GAZETTEER, PREFIXES
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import KG, RDFS, SCHEMA

KREMLIN, MOSCOW = PREFIXES["place"] + "RUS/kremlin", PREFIXES["place"] + "RUS/moscow"
RUSSIA, CHINA = PREFIXES["state"] + "RUS", PREFIXES["state"] + "CHN"


def names(quads):
    return {q.subject.value for q in quads if q.predicate.value == str(RDFS.label)}


def test_what_occurs_and_what_it_lies_in_is_named():
    quads = list(copy_facts({KREMLIN}, load_gazetteer()))
    assert {quad.graph_name for quad in quads} == {GAZETTEER}
    assert {KREMLIN, MOSCOW, RUSSIA} <= names(quads)
    assert CHINA not in names(quads)


def test_what_is_unknown_gives_nothing():
    assert (
        list(copy_facts({"x:unknown", PREFIXES["place"] + "RUS/nowhere"}, load_gazetteer())) == []
    )


def test_the_classes_of_events_have_their_place_in_the_code_books():
    quads = list(copy_facts({KG.Negotiation, KG.Report, "x:unknown"}, load_gazetteer()))
    talks, root = (values(quads, str(KG[name])) for name in ("Negotiation", "Consultation"))
    assert talks[str(RDFS.subClassOf)] == str(KG.Meeting)
    assert talks[str(KG.ploverRoot)] == PREFIXES["plover"] + "CONSULT"
    assert talks[str(KG.cameo)] == PREFIXES["cameo"] + "046"
    assert float(talks[str(KG.goldstein)]) == 7.0
    assert root[str(RDFS.subClassOf)] == str(KG.Event)
    assert {quad.subject.value for quad in quads} == {
        *(str(KG[name]) for name in ("Negotiation", "Meeting", "Consultation")),
    }


def test_a_place_lies_in_its_city_and_state():
    containers = to_containers(load_gazetteer())
    assert set(containers(KREMLIN)) == {MOSCOW, RUSSIA}
    assert set(containers(RUSSIA)) == set()
    assert set(containers("x:unknown")) == set()


JALANDHAR = PREFIXES["place"] + "IND/jalandhar"
PUNJAB, INDIA = PREFIXES["place"] + "IND/punjab", PREFIXES["state"] + "IND"


def values(quads, iri):
    return {q.predicate.value: q.object.value for q in quads if q.subject.value == iri}


def test_a_city_that_the_gazetteer_lacks_is_described():
    quads = list(copy_facts({JALANDHAR}, load_gazetteer()))
    facts = values(quads, JALANDHAR)
    assert facts[str(RDFS.label)] == "Jalandhar"
    assert (facts[str(KG.locatedIn)], facts[str(KG.country)]) == (PUNJAB, INDIA)
    assert facts[str(SCHEMA.sameAs)] == "https://sws.geonames.org/1268782/"
    assert 31 < float(facts[str(SCHEMA.latitude)]) < 32
    assert 75 < float(facts[str(SCHEMA.longitude)]) < 76
    assert {PUNJAB, INDIA} <= names(quads)


def test_a_region_without_an_entry_is_named():
    iri = PREFIXES["place"] + "BRA/campinas"
    facts = values(copy_facts({iri}, load_gazetteer()), iri)
    assert facts[str(KG.regionName)] == "Sao Paulo"
    assert str(KG.locatedIn) not in facts


def test_cities_and_states_have_coordinates():
    quads = list(copy_facts({MOSCOW}, load_gazetteer()))
    assert (
        values(quads, MOSCOW)[str(SCHEMA.latitude)] == values(quads, RUSSIA)[str(SCHEMA.latitude)]
    )


def test_a_city_lies_in_its_region_and_state():
    assert set(to_containers(load_gazetteer())(JALANDHAR)) == {PUNJAB, INDIA}
