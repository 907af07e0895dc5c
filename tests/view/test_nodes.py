import pytest
from pyoxigraph import Literal, NamedNode, Quad
from view.graphs import Holding, Story, Telling, World, article, build, iri
from view.worlds import STRAIT

from kg.graph.rdf.terms import node as term
from kg.ontology.namespaces import SCHEMA
from kg.view.read import read_page_graph

ENTITIES = {"person/ana-lima": {"pt": "Ana Lima"}, "state/BRA": {"pt": "Brasil"}}
ATTACK = Telling("um", "x", "Attack", "Ana [atacou].", source=("person/ana-lima",))


@pytest.fixture(scope="module")
def nodes(strait):
    return {node.id: node for node in strait.nodes}


@pytest.mark.parametrize(
    ("name", "kind", "label"),
    [
        ("state/NOR", "state", "Noruega"),
        ("person/ingrid-solberg", "person", None),
        ("organisation/united-nations", "organisation", "Organização das Nações Unidas"),
        ("group/frente-das-ilhas", "group", "Frente das Ilhas"),
        ("place/PRT/lisbon", "place", "Lisboa"),
    ],
)
def test_entities_have_their_type_and_label(nodes, name, kind, label):
    node = nodes[str(iri(name))]
    assert (node.type, node.labels.get("pt")) == (kind, label)


def test_labels_are_in_every_language(nodes):
    assert nodes[str(iri("state/NOR"))].labels == {"en": "Norway", "pt": "Noruega"}


def test_what_only_the_gazetteer_names_is_no_node():
    graph = build(World((Story("um", "pt"),), {"state/BRA": {"pt": "Brasil"}}))
    assert read_page_graph(graph).nodes == ()


def test_an_entity_knows_its_country_links_and_articles(strait, nodes):
    prado = nodes[str(iri("person/helena-prado"))]
    assert prado.country == "BRA"
    assert [strait.articles[i].id for i in prado.articles] == [
        str(article("estreito")),
        str(article("talks")),
    ]
    assert nodes[str(iri("state/BRA"))].links == ("http://www.wikidata.org/entity/Q155",)


def test_a_place_has_its_coordinates():
    store = build(STRAIT)
    lisbon = NamedNode(str(iri("place/PRT/lisbon")))
    for name, value in [(SCHEMA.latitude, "38.72"), (SCHEMA.longitude, "-9.13")]:
        store.add(Quad(lisbon, term(name), Literal(value)))
    (found,) = [node for node in read_page_graph(store).nodes if node.id == lisbon.value]
    assert (found.lat, found.lon) == (38.72, -9.13)


def test_a_link_that_is_no_web_page_is_left_out():
    world = World(
        (Story("um", "pt"),), ENTITIES, (ATTACK,), links={"person/ana-lima": "javascript:alert(1)"}
    )
    assert [node.links for node in read_page_graph(build(world)).nodes] == [()]


def test_the_most_reported_come_first(strait, nodes):
    order = [node.id for node in strait.nodes]
    assert order[0] == str(iri("state/MAR"))
    assert order.index(str(iri("state/NOR"))) < order.index(str(iri("state/FRA")))


def test_an_office_told_in_two_languages_is_one(strait, nodes):
    (office,) = nodes[str(iri("person/helena-prado"))].offices
    assert office.title == {"en": "foreign minister", "pt": "chanceler"}
    assert office.of is not None
    assert strait.nodes[office.of].id == str(iri("state/BRA"))
    assert len(office.reports) == 2


def test_two_offices_of_one_state_are_two():
    held = [
        Holding("um", "person/ana-lima", title, "state/BRA", f"A {title}, Ana Lima.")
        for title in ("ministra da Defesa", "presidente")
    ]
    graph = read_page_graph(build(World((Story("um", "pt"),), ENTITIES, (ATTACK,), tuple(held))))
    (ana,) = [node for node in graph.nodes if node.type == "person"]
    assert [office.title for office in ana.offices] == [
        {"pt": "ministra da Defesa"},
        {"pt": "presidente"},
    ]


def test_an_office_of_no_state_stays_with_its_holder(strait, nodes):
    (office,) = nodes[str(iri("person/karim-benali"))].offices
    assert (office.title, office.of) == ({"pt": "general"}, None)
    assert strait.reports[office.reports[0]].before == "O general Karim Benali não comentou."
