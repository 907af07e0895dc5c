"""The part of a network that happened, by actor or by state."""

from collections.abc import Mapping

import networkx as nx

from kg.graph.rdf.iris import PREFIXES
from kg.graph.results.network import Network


def keep_facts(network: Network) -> Network:
    """The network with only the events that are reported as facts, and their actors."""
    facts: Network = nx.MultiDiGraph()
    for source, target, key, event in network.edges(keys=True, data=True):
        if event["polarity"] == "positive" and event["modality"] == "actual" and source != target:
            for actor in (source, target):
                facts.add_node(actor, **network.nodes[actor])
            facts.add_edge(source, target, key=key, **event)
    return facts


def group_by_state(
    network: Network, labels: Mapping[str, str], *, only_places: bool = False
) -> Network:
    """The network with the state in the place of each actor that acts for one or lies in it.

    labels: IRI of a state to its name. only_places: people and organisations stay themselves.
    Actors of no state stay, but for places, who act for nobody; events inside a state go.
    """
    grouped: Network = nx.MultiDiGraph()
    for source, target, key, event in network.edges(keys=True, data=True):
        a, b = (find_state(network, end, only_places=only_places) for end in (source, target))
        if a is None or b is None or a == b:
            continue
        for actor, state in ((source, a), (target, b)):
            own = network.nodes[actor]
            changed = {"label": labels.get(state, own["country"]), "type": "STATE"}
            grouped.add_node(state, **(own if state == actor else {**own, **changed}))
        grouped.add_edge(a, b, key=key, **event)
    return grouped


def find_state(network: Network, actor: str, *, only_places: bool) -> str | None:
    """The state in the place of an actor, the actor itself, or None for a place of no state."""
    own = network.nodes[actor]
    is_place = own["type"] == "PLACE"
    if only_places and not is_place:
        return actor
    if own["country"]:
        return PREFIXES["state"] + str(own["country"])
    return None if is_place else actor
