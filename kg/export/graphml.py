"""GraphML: the network of actors, for yEd, Cytoscape, igraph and Gephi."""

from pathlib import Path

import networkx as nx

from kg.graph.directory.store import open_dataset
from kg.graph.results.network import to_networkx


def write(directory: Path, path: Path) -> None:
    """Write the actors and, as edges with dates, the events between them."""
    network = to_networkx(open_dataset(directory))
    # An event has an edge for each pair of its actors, and the ids of edges must be unique.
    for i, (_, _, attributes) in enumerate(network.edges(data=True)):
        attributes["id"] = f"e{i}"
    nx.write_graphml_xml(network, path, edge_id_from_attribute="id")
