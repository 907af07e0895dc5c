"""The most central actors."""

from collections import defaultdict

import networkx as nx

from kg.frame import Table
from kg.graph.results.network import Network

_SAMPLE = 500
"""Actors from which paths are followed: enough to rank by, and the time stays linear."""
_COLUMNS = ("actor", "type", "country", "events", "partners", "betweenness", "iri")


def rank_actors(network: Network) -> Table:
    """Every actor with its events, its partners and its betweenness, that with most events first.

    events: how many it takes part in; partners: how many other actors in them; betweenness: the
    share of shortest paths between two others that lead through it, in [0, 1], whichever way the
    acts went; from a sample of 500 actors where there are more.

    Source: L. C. Freeman, Sociometry 40 (1977); algorithm of U. Brandes, "On Variants of
    Shortest-Path Betweenness Centrality", Social Networks 30 (2008).
    """
    partners: nx.Graph[str] = nx.Graph()
    events: dict[str, set[str]] = defaultdict(set)
    partners.add_nodes_from(sorted(network))
    for source, target, key in network.edges(keys=True):
        partners.add_edge(source, target)
        for actor in (source, target):
            events[actor].add(key)
    sample = _SAMPLE if len(partners) > _SAMPLE else None
    between = nx.betweenness_centrality(partners, k=sample, seed=0)
    order = sorted(partners, key=lambda actor: (-len(events[actor]), -between[actor], actor))
    return Table(
        _COLUMNS,
        tuple(
            (
                *(network.nodes[actor][name] for name in ("label", "type", "country")),
                len(events[actor]),
                partners.degree[actor],
                round(between[actor], 4),
                actor,
            )
            for actor in order
        ),
    )
