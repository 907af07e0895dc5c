"""Groups of actors that cooperate with each other more than with others."""

import networkx as nx

from kg.frame import Table
from kg.graph.results.network import Network

_COLUMNS = ("community", "size", "cooperation", "members")


def find_communities(network: Network) -> Table:
    """The communities of two actors and more, the largest first.

    A tie between two actors is the sum of Goldstein's scale over their cooperative events; conflict
    ties nobody. cooperation: that sum inside the community. members: labels, the most tied first.

    Source: V. D. Blondel et al., "Fast unfolding of communities in large networks", 2008 (Louvain).
    """
    ties = _to_ties(network)
    # In the order of the IRIs and from one seed, so that equal graphs give equal communities.
    found = nx.community.louvain_communities(ties, weight="weight", seed=0) if ties else []
    groups = sorted(
        (sorted(group) for group in found if len(group) > 1), key=lambda g: (-len(g), g)
    )
    rows = (
        (number, len(group), *_describe(ties.subgraph(group), network))
        for number, group in enumerate(groups, start=1)
    )
    return Table(_COLUMNS, tuple(rows))


def _to_ties(network: Network) -> "nx.Graph[str]":
    ties: nx.Graph[str] = nx.Graph()
    ties.add_nodes_from(sorted(network))
    for source, target, event in network.edges(data=True):
        if event["goldstein"] > 0:
            before = ties.get_edge_data(source, target, {"weight": 0.0})["weight"]
            ties.add_edge(source, target, weight=before + event["goldstein"])
    return ties


def _describe(ties: "nx.Graph[str]", network: Network) -> tuple[float, str]:
    strength = dict(ties.degree(weight="weight"))
    members = sorted(strength, key=lambda actor: (-strength[actor], actor))
    labels = "; ".join(network.nodes[actor]["label"] for actor in members)
    return round(ties.size(weight="weight"), 1), labels
