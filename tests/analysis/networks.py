"""Networks to analyse, made by hand."""

import networkx as nx

from kg.graph.rdf.iris import PREFIXES

STATE = PREFIXES["state"]


def make_network(*events):
    """(source, target, Goldstein value, day) and, if need be, other attributes of each event."""
    network = nx.MultiDiGraph()
    for i, (source, target, value, day, *others) in enumerate(events):
        for name in (source, target):
            code = name if len(name) == 3 else ""
            network.add_node(
                STATE + name if code else name, label=name, type="STATE", country=code, bipartite=0
            )
        attributes = {"polarity": "positive", "modality": "actual", "weight": 1}
        attributes |= {"goldstein": value, "earliest": day, "latest": day}
        ends = [STATE + name if len(name) == 3 else name for name in (source, target)]
        network.add_edge(*ends, key=f"event/{i}", **{**attributes, **dict(*others)})
    return network
