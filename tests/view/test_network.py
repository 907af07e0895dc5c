import pytest
from pyvis.network import Network
from view.graphs import event, iri

from kg.view.model import Event, Node, PageGraph
from kg.view.network import to_pyvis
from kg.view.positions import position


@pytest.fixture(scope="module")
def actors(strait):
    return to_pyvis(strait)


@pytest.fixture(scope="module")
def events(strait):
    return to_pyvis(strait, events=True)


def edge_of(network, source, target):
    ends = {str(source), str(target)}
    return next(edge for edge in network.edges if {edge["from"], edge["to"]} == ends)


def test_it_is_a_network_of_pyvis(actors, strait):
    assert isinstance(actors, Network)
    drawn = [node.id for node in strait.nodes if node.type != "place"]
    assert [node["id"] for node in actors.nodes] == drawn


def test_with_events_all_is_drawn(events, strait):
    assert len(events.nodes) == len(strait.nodes) + len(strait.events)


def test_each_type_has_its_own_shape_and_colour(events, strait):
    types = {node.id: node.type for node in strait.nodes}
    looks = {
        (types[node["id"]], node["shape"], node["color"]["background"])
        for node in events.nodes
        if node["id"] in types
    }
    assert len(looks) == len({shape for _, shape, _ in looks}) == len({c for *_, c in looks}) == 5


def test_physics_is_off_and_every_node_stands_where_the_page_has_it(events, strait):
    assert events.options["physics"] == {"enabled": False}
    assert events.options["edges"]["smooth"] == {"enabled": False}
    spots = position(strait)
    assert [(node["x"], node["y"]) for node in events.nodes] == [*spots.nodes, *spots.events]


def test_a_relation_sums_up_its_events(actors):
    edge = edge_of(actors, iri("state/MAR"), iri("state/ESP"))
    assert edge["title"].startswith("Marrocos – Espanha · ")
    assert edge["arrows"] == ""


def test_cooperation_and_conflict_have_colours_of_their_own():
    nodes = tuple(Node(name, "state", {"en": name}) for name in "abcd")
    told = (
        Event("met", ("Meeting",), participant=(0, 1), reports=(0,)),
        Event("hit", ("Attack",), source=(1,), target=(2,), reports=(1, 2)),
        Event("both1", ("Meeting",), participant=(2, 3), reports=(3,)),
        Event("both2", ("Attack",), source=(3,), target=(2,), reports=(4,)),
    )
    network = to_pyvis(PageGraph("en", nodes, told))
    colours = {edge["id"]: edge["color"]["color"] for edge in network.edges}
    assert list(colours) == ["0-1", "1-2", "2-3"]
    assert len(set(colours.values())) == 3
    widths = {edge["id"]: edge["width"] for edge in network.edges}
    assert widths["1-2"] > widths["0-1"]


def test_an_event_shows_what_and_when(events):
    assert events.get_node(str(event("lisbon-talks")))["label"] == "Reunião\n2026-03-03"


def test_denied_and_planned_are_dashed(events):
    assert events.get_node(str(event("troops-denied")))["shapeProperties"]["borderDashes"]
    assert edge_of(events, event("summit"), iri("person/ingrid-solberg"))["dashes"]
    assert edge_of(events, iri("state/MAR"), event("troops"))["dashes"] is False


def test_only_acts_have_arrows(events):
    assert edge_of(events, iri("state/MAR"), event("troops"))["arrows"] == "to"
    assert edge_of(events, event("lisbon-talks"), iri("person/joao-avila"))["arrows"] == ""


@pytest.mark.parametrize("label", ["x" * 1_000_000, "word " * 200_000, " ", "\u202e\u202e", ""])
def test_any_name_is_drawn_short(label):
    (drawn,) = to_pyvis(PageGraph("en", (Node("n", "person", {"en": label}),))).nodes
    assert 0 < len(drawn["label"]) < 80
    assert len(drawn["title"]) < 300


def test_an_event_linked_to_itself():
    graph = PageGraph("en", (), (Event("e", ("Attack",), links=(("inResponseTo", 0),)),))
    assert len(to_pyvis(graph, events=True).edges) == 1


def test_an_actor_on_both_sides_is_no_relation():
    graph = PageGraph("en", (Node("n", "state", {}),), (Event("e", source=(0,), target=(0,)),))
    assert to_pyvis(graph).edges == []
