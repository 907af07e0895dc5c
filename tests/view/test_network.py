import pytest
from pyvis.network import Network
from view.graphs import event, iri

from kg.view.model import Edge, Node, PageGraph
from kg.view.network import edge_id, to_pyvis


@pytest.fixture(scope="module")
def network(strait):
    return to_pyvis(strait)


def edge_of(network, source, target):
    wanted = (str(source), str(target))
    return next(edge for edge in network.edges if (edge["from"], edge["to"]) == wanted)


def test_it_is_a_network_of_pyvis_with_all_nodes_and_edges(network, strait):
    assert isinstance(network, Network)
    assert len(network.nodes) == len(strait.nodes)
    assert [edge["id"] for edge in network.edges] == [edge_id(edge) for edge in strait.edges]


def test_each_type_has_its_own_shape_and_colour(network, strait):
    types = {node.id: node.type for node in strait.nodes}
    looks = {
        (types[node["id"]], node["shape"], node["color"]["background"]) for node in network.nodes
    }
    assert len(looks) == len({shape for _, shape, _ in looks}) == len({c for *_, c in looks}) == 6


def test_physics_is_off_and_every_node_has_its_place(network):
    assert network.options["physics"] == {"enabled": False}
    assert network.options["edges"]["smooth"] == {"enabled": False}
    assert all(isinstance(node[axis], int) for node in network.nodes for axis in "xy")


def test_an_event_shows_type_and_date(network):
    label = network.get_node(str(event("lisbon-talks")))["label"]
    assert label == "<b>Reunião</b>\n3 mar. 2026"


def test_an_edge_shows_the_part_and_tells_the_event_and_its_date(network):
    edge = edge_of(network, iri("state/MAR"), event("troops"))
    assert edge["label"] == "quem"
    assert edge["title"] == "Marrocos · quem · Envio de tropas · fev. 2026"


def test_denied_and_planned_are_dashed(network):
    assert network.get_node(str(event("troops-denied")))["shapeProperties"]["borderDashes"]
    assert edge_of(network, event("summit"), iri("person/ingrid-solberg"))["dashes"]
    assert edge_of(network, iri("state/MAR"), event("troops"))["dashes"] is False


def test_only_acts_have_arrows(network):
    def has_arrow(source, target):
        return edge_of(network, source, target)["arrows"]["to"]["enabled"]

    assert has_arrow(iri("state/MAR"), event("troops"))
    assert not has_arrow(event("lisbon-talks"), iri("person/joao-avila"))
    assert not has_arrow(event("troops"), iri("place/ESP/ceuta"))


def test_markup_in_what_an_event_names_is_escaped():
    node = Node("e", "event", "Attack", detail="<b>&c</b>")
    (drawn,) = to_pyvis(PageGraph("en", (node,))).nodes
    assert drawn["label"] == "<b>Attack</b>\n&lt;b>&amp;c&lt;/b>"


@pytest.mark.parametrize("label", ["x" * 1_000_000, "word " * 200_000, " ", "\u202e\u202e", ""])
def test_any_name_is_drawn_short(label):
    (drawn,) = to_pyvis(PageGraph("en", (Node("n", "person", label),))).nodes
    assert 0 < len(drawn["label"]) < 80
    assert len(drawn["title"]) < 300


def test_an_edge_from_a_node_to_itself():
    graph = PageGraph("en", (Node("n", "event", "Attack"),), (Edge("n", "n", "inResponseTo"),))
    assert len(to_pyvis(graph).edges) == 1
