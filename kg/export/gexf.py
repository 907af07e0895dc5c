"""GEXF: the network of actors over time, for Gephi."""

import re
from pathlib import Path

import networkx as nx

from kg.graph.directory.store import open_dataset
from kg.graph.results.network import to_networkx


def write(directory: Path, path: Path) -> None:
    """Write the actors and, as edges that last from their first day to their last, the events.

    Gephi shows them on its timeline; an undated event is there all the time.
    """
    network = to_networkx(open_dataset(directory))
    network.graph["mode"] = "dynamic"
    for *_, attributes in network.edges(data=True):
        for ours, theirs in (("earliest", "start"), ("latest", "end")):
            if day := attributes[ours]:
                attributes[theirs] = day
    text = "\n".join(nx.generate_gexf(network))
    # networkx writes today's date, so that equal graphs would differ from day to day.
    path.write_text(re.sub(r' lastmodifieddate="[^"]*"', "", text) + "\n", encoding="utf8")
