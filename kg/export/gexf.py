"""GEXF: the network of actors, for Gephi."""

import re
from pathlib import Path

import networkx as nx

from kg.graph.project import to_networkx
from kg.graph.store import open_dataset


def write(directory: Path, path: Path) -> None:
    """Write the actors and, as edges with dates, the events between them."""
    text = "\n".join(nx.generate_gexf(to_networkx(open_dataset(directory))))
    # networkx writes today's date, so that equal graphs would differ from day to day.
    path.write_text(re.sub(r' lastmodifieddate="[^"]*"', "", text) + "\n", encoding="utf8")
