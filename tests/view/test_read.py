from dataclasses import replace

import pytest
from view.graphs import Holding, Story, Telling, World, article, build, event, iri
from view.worlds import STRAIT

from kg.view.model import PageGraph
from kg.view.read import read_page_graph

ANA = {"pt": "Ana Lima"}


@pytest.fixture(scope="module")
def nodes(strait):
    return {node.id: node for node in strait.nodes}


@pytest.fixture(scope="module")
def evidence(strait):
    return {item.id: item for item in strait.evidence}


def find_edges(graph, **wanted):
    return [
        edge
        for edge in graph.edges
        if all(getattr(edge, name) == str(value) for name, value in wanted.items())
    ]


def read_one(telling, **world):
    entities = {"person/ana-lima": ANA, "state/BRA": {"pt": "Brasil"}}
    stories = (Story("um", "pt"),)
    return read_page_graph(build(World(stories, entities, (telling,), **world)))


def test_language_is_that_of_most_articles(strait):
    assert strait.lang == "pt"


def test_language_that_ties_is_the_first_of_the_alphabet():
    stories = (Story("um", "pt"), Story("one", "en"))
    assert read_page_graph(build(World(stories, {}))).lang == "en"


def test_nothing_is_an_empty_graph():
    assert read_page_graph(build(World((), {}))) == PageGraph("en")


@pytest.mark.parametrize(
    ("name", "kind", "label"),
    [
        ("state/NOR", "state", "Noruega"),
        ("person/ingrid-solberg", "person", "Ingrid Solberg"),
        ("organisation/united-nations", "organisation", "Organização das Nações Unidas"),
        ("group/frente-das-ilhas", "group", "Frente das Ilhas"),
        ("place/PRT/lisbon", "place", "Lisboa"),
    ],
)
def test_entities_have_their_type_and_label(nodes, name, kind, label):
    node = nodes[str(iri(name))]
    assert (node.type, node.label) == (kind, label)


def test_all_names_are_kept_for_the_search(nodes):
    assert {"Noruega", "Norway"} <= set(nodes[str(iri("state/NOR"))].names)


def test_what_only_the_gazetteer_names_is_no_node():
    graph = build(World((Story("um", "pt"),), {"state/BRA": {"pt": "Brasil"}}))
    assert read_page_graph(graph).nodes == ()


def test_an_entity_knows_its_country_links_and_articles(nodes):
    prado = nodes[str(iri("person/helena-prado"))]
    brazil = nodes[str(iri("state/BRA"))]
    assert prado.country == "Brasil"
    assert brazil.links == ("http://www.wikidata.org/entity/Q155",)
    assert prado.articles == (str(article("estreito")), str(article("talks")))


def test_an_event_has_class_finest_time_and_quantity(nodes):
    talks = nodes[str(event("lisbon-talks"))]
    troops = nodes[str(event("troops"))]
    assert (talks.label, talks.time) == ("Reunião", "2026-03-03")
    assert troops.detail == "mais de 3.000 soldados"
    assert "Meeting" in talks.names


def test_reports_in_the_language_of_the_page_come_first(nodes, evidence):
    langs = [evidence[item].lang for item in nodes[str(event("lisbon-talks"))].evidence]
    assert langs == ["pt", "en"]


def test_participants_of_a_mutual_act_are_not_source_and_target(strait):
    kinds = {edge.kind for edge in find_edges(strait, source=event("lisbon-talks"))}
    assert kinds == {"participant", "place"}


def test_an_act_runs_from_source_to_target(strait):
    (source,) = find_edges(strait, target=event("sanctions"))
    (target,) = find_edges(strait, source=event("sanctions"))
    assert (source.kind, source.source) == ("source", str(iri("organisation/european-union")))
    assert (target.kind, target.target) == ("target", str(iri("group/frente-das-ilhas")))
    assert len(source.evidence) == 2


def test_an_event_in_exchange_for_another(strait):
    (edge,) = find_edges(strait, kind="inExchangeFor")
    assert (edge.source, edge.target) == (str(event("aid")), str(event("treaty")))


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("lisbon-talks", "actual"),
        ("troops-denied", "denied"),
        ("summit", "planned"),
        ("mediation", "possible"),
    ],
)
def test_status_of_event_and_edges(strait, nodes, name, status):
    assert nodes[str(event(name))].status == status
    assert {edge.status for edge in find_edges(strait, source=event(name))} <= {status}


def test_one_report_of_a_fact_outweighs_a_plan():
    plan = Telling("um", "trip", "Visit", "Ana [visitará] Oslo.", modality="planned")
    fact = replace(plan, sentence="Ana [visitou] Oslo.", modality="actual")
    world = World((Story("um", "pt"),), {}, (plan, fact))
    (node,) = read_page_graph(build(world)).nodes
    assert (node.status, len(node.evidence)) == ("actual", 2)


def test_an_edge_rests_on_the_reports_that_name_its_actor():
    both = Telling("um", "x", "Attack", "Ana [atacou].", source=("person/ana-lima",))
    other = replace(both, sentence="Alguém [atacou] o Brasil.", source=(), target=("state/BRA",))
    entities = {"person/ana-lima": ANA, "state/BRA": {"pt": "Brasil"}}
    graph = read_page_graph(build(World((Story("um", "pt"),), entities, (both, other))))
    told = {item.id: item.before + item.trigger for item in graph.evidence}
    (source,) = find_edges(graph, kind="source")
    (target,) = find_edges(graph, kind="target")
    assert [told[item] for item in source.evidence] == ["Ana atacou"]
    assert [told[item] for item in target.evidence] == ["Alguém atacou"]


def test_the_sentence_is_cut_at_its_trigger():
    graph = read_one(Telling("um", "x", "Attack", "Ele falou e [falou] de novo."))
    (item,) = graph.evidence
    assert (item.before, item.trigger, item.after) == ("Ele falou e ", "falou", " de novo.")


def test_who_says_so_when_where_and_what(strait):
    (item,) = [item for item in strait.evidence if "3.000" in item.after]
    assert (item.says, item.says_text) == ((str(iri("state/NOR")),), "a Noruega")
    assert (item.place, item.time, item.quantity) == ("Ceuta", "2026-02", "mais de 3.000 soldados")
    assert item.theme == ("soldados",)


def test_who_says_so_keeps_what_it_says(strait, nodes, evidence):
    norway = nodes[str(iri("state/NOR"))]
    assert {evidence[item].trigger for item in norway.evidence} == {"enviou", "mortos"}


def test_an_office_told_in_two_languages_is_one_edge(strait):
    (edge,) = find_edges(strait, source=iri("person/helena-prado"), kind="office")
    assert (edge.target, edge.label) == (str(iri("state/BRA")), "chanceler")
    assert len(edge.evidence) == 2


def test_two_offices_of_one_state_are_one_edge_with_both_titles():
    held = [
        Holding("um", "person/ana-lima", title, "state/BRA", f"A {title}, Ana Lima.")
        for title in ("ministra da Defesa", "presidente")
    ]
    telling = Telling("um", "x", "Attack", "Ana [atacou].", source=("person/ana-lima",))
    (edge,) = find_edges(read_one(telling, holdings=tuple(held)), kind="office")
    assert set((edge.label or "").split(", ")) == {"ministra da Defesa", "presidente"}


def test_an_office_of_no_state_stays_with_its_holder(nodes, evidence):
    benali = nodes[str(iri("person/karim-benali"))]
    assert benali.titles == ("general",)
    assert [evidence[item].before for item in benali.evidence] == [
        "O general Karim Benali não comentou."
    ]


def test_an_event_names_the_agreement_that_it_made(nodes):
    assert nodes[str(event("treaty"))].agreements == ("acordo de defesa marítima",)


def test_articles_are_cited(strait):
    cited = {item.id: item for item in strait.articles}[str(article("talks"))]
    assert cited.title == "Envoys meet again as the strait stays closed"
    assert (cited.source, cited.date) == ("Harbour Gazette", "2026-03-10")
    assert cited.url == "https://example.org/talks"


def test_the_same_world_reads_the_same():
    turned = replace(
        STRAIT,
        stories=STRAIT.stories[::-1],
        tellings=STRAIT.tellings[::-1],
        holdings=STRAIT.holdings[::-1],
    )
    assert read_page_graph(build(turned)) == read_page_graph(build(STRAIT))
