from dataclasses import replace

import pytest
from view.graphs import Story, Telling, World, build, event, iri

from kg.view.read import read_page_graph


@pytest.fixture(scope="module")
def events(strait):
    return {item.id: item for item in strait.events}


def ids(graph, places):
    return {graph.nodes[place].id for place in places}


def test_an_event_has_class_finest_time_and_quantity(events):
    talks, troops = (events[str(event(name))] for name in ("lisbon-talks", "troops"))
    assert (talks.classes, talks.time) == (("Meeting",), "2026-03-03")
    assert (troops.earliest, troops.latest) == ("2026-02-01", "2026-02-28")
    assert troops.detail == {"pt": "mais de 3.000 soldados"}


def test_a_theme_stands_in_for_a_quantity(events):
    assert events[str(event("aid"))].detail == {"pt": "radares"}


def test_participants_of_a_mutual_act_are_not_source_and_target(strait, events):
    talks = events[str(event("lisbon-talks"))]
    assert (talks.source, talks.target) == ((), ())
    both = {str(iri("person/helena-prado")), str(iri("person/joao-avila"))}
    assert ids(strait, talks.participant) == both
    assert ids(strait, talks.place) == {str(iri("place/PRT/lisbon"))}


def test_an_act_has_source_and_target(strait, events):
    sanctions = events[str(event("sanctions"))]
    assert ids(strait, sanctions.source) == {str(iri("organisation/european-union"))}
    assert ids(strait, sanctions.target) == {str(iri("group/frente-das-ilhas"))}
    assert len(sanctions.reports) == 2


def test_an_event_in_exchange_for_another(strait, events):
    ((kind, other),) = events[str(event("aid"))].links
    assert (kind, strait.events[other].id) == ("inExchangeFor", str(event("treaty")))


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("lisbon-talks", "actual"),
        ("troops-denied", "denied"),
        ("summit", "planned"),
        ("mediation", "possible"),
    ],
)
def test_status(events, name, status):
    assert events[str(event(name))].status == status


def test_one_report_of_a_fact_outweighs_a_plan():
    plan = Telling("um", "trip", "Visit", "Ana [visitará] Oslo.", modality="planned")
    fact = replace(plan, sentence="Ana [visitou] Oslo.", modality="actual")
    (trip,) = read_page_graph(build(World((Story("um", "pt"),), {}, (plan, fact)))).events
    assert (trip.status, len(trip.reports)) == ("actual", 2)


@pytest.mark.parametrize(("target", "whom"), [((), "dez pescadores"), (("state/GUY",), None)])
def test_words_stand_for_whom_nobody_names(target, whom):
    arrest = Telling("um", "arrest", "Arrest", "[Prisão] de dez pescadores.", target=target,
                     whom="dez pescadores")  # fmt: skip
    world = World((Story("um", "pt"),), {"state/GUY": {"pt": "Guiana"}}, (arrest,))
    (event,) = read_page_graph(build(world)).events
    assert (event.who, event.whom) == (None, whom)


def test_an_event_names_the_agreement_that_it_made(events):
    assert events[str(event("treaty"))].agreements == ("acordo de defesa marítima",)


def test_events_come_in_time_undated_ones_last(strait):
    days = [item.earliest or "~" for item in strait.events]
    assert days == sorted(days)
    assert days[-1] == "~"


def test_reports_of_an_event_are_its_sentences(strait, events):
    words = {strait.reports[i].trigger for i in events[str(event("lisbon-talks"))].reports}
    assert words == {"reuniu-se", "met"}
