from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import Literal, Store
from stories import (
    BRAZIL,
    EN,
    LULA,
    PARAGUAY,
    PENA,
    PT,
    tell_english,
    tell_portuguese,
    to_store,
)

from kg.errors import DataError
from kg.graph.article.graph import article_triples
from kg.graph.rdf.iris import PREFIXES, article_iri
from kg.graph.rdf.turtle import to_turtle
from kg.graph.rdf.union import union_triples
from kg.types import Attribution, Casualties, Place, Quantity

GOLDEN = Path(__file__).parent / "golden" / "meeting.ttl"


def ask(store: Store, query: str) -> list[tuple[str, ...]]:
    rows = store.query(query, prefixes=dict(PREFIXES))
    return sorted(tuple(term.value for term in row) for row in rows)


def with_event(i=0, **changes):
    story = tell_portuguese()
    events = list(story.events)
    events[i] = replace(events[i], **changes)
    return replace(story, events=tuple(events))


def test_two_articles_give_the_golden_graph():
    store = to_store([tell_portuguese(), tell_english()])
    assert to_turtle(union_triples(store)) == GOLDEN.read_bytes()


def test_everything_stands_in_the_graph_of_the_article():
    quads = list(article_triples(tell_portuguese()))
    assert {quad.graph_name for quad in quads} == {article_iri("visita.txt")}
    assert ask(
        to_store([tell_portuguese()], merged=False),
        "SELECT ?id ?sum { ?a a kg:Article ; dcterms:identifier ?id ; kg:sha256 ?sum }",
    ) == [("visita.txt", sha256(PT.text.encode()).hexdigest())]


def test_offsets_point_at_the_words():
    store = to_store([tell_english()], merged=False)
    rows = ask(
        store,
        "SELECT ?w ?a ?b { ?r kg:trigger ?w ; kg:triggerStart ?a ; kg:triggerEnd ?b }",
    )
    assert [EN.text[int(a) : int(b)] for _, a, b in rows] == [word for word, _, _ in rows]
    assert len(rows) == 2


def test_a_mutual_relation_holds_both_ways():
    rows = ask(to_store([tell_portuguese()]), "SELECT ?a ?b { ?a kg:met ?b }")
    assert rows == sorted([(LULA, PENA), (PENA, LULA)])


def test_sources_of_a_mutual_act_without_target_are_related():
    rows = ask(to_store([tell_portuguese()]), "SELECT ?a ?b { ?a kg:signedTreatyWith ?b }")
    assert rows == sorted([(LULA, PENA), (PENA, LULA)])


def test_a_directed_relation_holds_one_way():
    rows = ask(to_store([tell_portuguese()]), "SELECT ?a ?b { ?a kg:deployedTroopsTo ?b }")
    assert rows == [(BRAZIL, PARAGUAY)]


@pytest.mark.parametrize(
    "changes", [{"polarity": "negative"}, {"modality": "planned"}, {"modality": "possible"}]
)
def test_what_is_no_fact_implies_no_relation(changes):
    store = to_store([with_event(0, **changes)], merged=False)
    assert ask(store, "SELECT ?a ?b { ?a kg:met ?b }") == []
    assert len(ask(store, "SELECT ?r { ?r kg:eventType kg:Meeting }")) == 1


def test_nobody_is_related_to_himself():
    event = tell_portuguese().events[0]
    source = event.arguments[0]
    store = to_store([with_event(0, arguments=(source, replace(source, role="target")))])
    assert ask(store, "SELECT ?a ?b { ?a kg:met ?b }") == []


def test_the_same_telling_twice_is_one_report():
    story = tell_english()
    twice = replace(story, events=(*story.events, *story.events))
    assert set(article_triples(twice)) == set(article_triples(story))


def test_one_trigger_with_other_arguments_is_another_report():
    story = tell_english()
    other = replace(story.events[0], arguments=story.events[0].arguments[:1])
    store = to_store([replace(story, events=(*story.events, other))], merged=False)
    assert len(ask(store, "SELECT ?r { ?r a kg:Report }")) == 3


def test_an_office_stated_twice_is_one_tenure():
    story = tell_portuguese()
    offices = (*story.offices, replace(story.offices[0], sentence=PT.sentence("mandou")))
    store = to_store([replace(story, offices=offices)], merged=False)
    rows = ask(store, "SELECT ?holder ?s { ?t kg:holder ?holder ; kg:sentence ?s }")
    assert rows == sorted([(LULA, PT.sentence("reuniu").text), (PENA, PT.sentence("reuniu").text)])


def test_an_office_of_somebody_unknown_is_left_out():
    story = tell_portuguese()
    unknown = replace(story.offices[0], person=replace(story.offices[0].person, entity=None))
    store = to_store([replace(story, offices=(unknown,))], merged=False)
    assert ask(store, "SELECT ?t { ?t a kg:Tenure }") == []


def test_pronouns_name_nobody():
    rows = ask(to_store([tell_portuguese()]), f"SELECT ?w {{ <{PARAGUAY}> kg:mentionedAs ?w }}")
    assert rows == []


def test_a_link_leads_to_the_report_with_that_trigger():
    rows = ask(
        to_store([tell_portuguese()]),
        "SELECT ?a ?b { ?r kg:inExchangeFor ?s . ?r kg:trigger ?a . ?s kg:trigger ?b }",
    )
    assert rows == [("mandou", "apoio")]


def test_an_agreement_and_its_part():
    rows = ask(
        to_store([tell_portuguese()]),
        """SELECT ?whole ?part ?word { ?w rdfs:label ?whole ; dcterms:hasPart/rdfs:label ?part ;
           kg:signedIn/kg:trigger ?word }""",
    )
    assert rows == [("um tratado de defesa", "um pacto de fronteira", "assinaram")]


def test_a_time_that_says_nothing_keeps_its_words_only():
    store = to_store([with_event(0, time=PT.time("na segunda-feira", "someday"))], merged=False)
    assert ask(store, "SELECT ?t { ?r kg:timeText ?t }") == [("na segunda-feira",)]
    assert ask(store, "SELECT ?t { ?r kg:reportedTime ?t }") == []


def test_a_quantity_without_a_number_is_its_words():
    words = PT.find("120 militares")
    quantity = Quantity("120 militares", words.start, words.end, None, None, "soldier")
    store = to_store([with_event(2, quantity=quantity)], merged=False)
    rows = ask(store, "SELECT ?q ?v { ?r kg:reportedQuantity/kg:qualifier ?q BIND(1 AS ?v) }")
    assert [row[0] for row in rows] == ["120 militares"]
    assert ask(store, "SELECT ?v { ?q kg:value ?v }") == []


def test_literals_carry_the_language_of_the_article():
    quads = article_triples(tell_portuguese())
    tags = {q.object.language for q in quads if isinstance(q.object, Literal)}
    assert tags == {None, "pt"}


def test_an_unknown_event_class_is_an_error():
    with pytest.raises(DataError, match="Meetin"):
        list(article_triples(with_event(0, type="Meetin")))


def test_casualties_are_quantities_of_the_report():
    story = tell_portuguese()
    sent = next(event for event in story.events if event.quantity is not None)
    toll = Quantity("12 mortos", 0, 9, 12, None, "dead")
    events = tuple(
        replace(event, casualties=(Casualties("killed", toll),)) if event is sent else event
        for event in story.events
    )
    rows = ask(
        to_store([replace(story, events=events)]),
        "SELECT ?w ?n { ?r kg:trigger ?w ; kg:reportedKilled/kg:value ?n }",
    )
    assert rows == [("mandou", "12")]


def test_who_denies_it_stands_beside_the_polarity():
    words = PT.find("Lula")
    denial = Attribution(words.text, words.start, words.end, (LULA,))
    store = to_store([with_event(0, polarity="negative", denied_by=denial)])
    rows = ask(store, "SELECT ?w ?by { ?r kg:denialText ?w ; kg:deniedBy ?by }")
    assert rows == [("Lula", LULA)]
    assert ask(store, "SELECT ?by { ?e a kg:Event ; kg:deniedBy ?by }") == [(LULA,)]


def test_a_place_that_is_not_known_keeps_its_words():
    words = PT.find("Lula")
    place = Place("o moinho", words.start, words.end, None, None)
    store = to_store([with_event(2, place=place)])
    rows = ask(store, "SELECT ?w { ?r a kg:Report ; kg:placeText ?w }")
    assert rows == [("o moinho",)]
    assert ask(store, "SELECT ?w { ?e a kg:Event ; kg:placeText ?w }") == [("o moinho",)]


@pytest.mark.parametrize("modality", ["habitual", "demanded", "hypothetical"])
def test_only_what_is_a_fact_implies_a_relation(modality):
    assert ask(to_store([with_event(0, modality=modality)]), "SELECT ?a { ?a kg:met ?b }") == []
