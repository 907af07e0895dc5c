from dataclasses import replace

from stories import BRAZIL, LULA, tell_portuguese, to_store

from kg.graph.merge.outlines import from_json, make_outline, to_json
from kg.graph.merge.reading import Entities
from kg.graph.merge.records import read_articles
from kg.graph.rdf.iris import ARTICLES, PREFIXES


def outline():
    (told,) = read_articles(to_store([tell_portuguese()]))
    return make_outline(told)


def test_what_bears_on_other_articles():
    found = outline()
    assert found.article == ARTICLES + "visita.txt"
    assert LULA in found.people
    assert BRAZIL in found.states
    assert [LULA, BRAZIL] in found.countries
    assert [LULA, "pt", "Luiz Inácio Lula da Silva"] in found.labels
    assert {LULA, BRAZIL} <= set(found.iris)


def test_an_armed_group_does_not_act_for_its_state():
    group = PREFIXES["group"] + "rapid-support-forces"
    said, entities = outline(), Entities()
    entities.add(replace(said, countries=[*said.countries, [group, BRAZIL]]))
    assert entities.countries[LULA] == {BRAZIL}
    assert group not in entities.countries


def test_reports_and_times_bear_on_none():
    folders = {iri.split("/")[-2] for iri in outline().iris}
    assert folders.isdisjoint({"report", "time", "quantity"})


def test_json_and_back():
    assert from_json(to_json(outline())) == outline()
