"""News in, a knowledge graph of states, leaders and events out, with the evidence for each edge.

    graph = kg.build("news/", "demo")          # or kg.open("demo")
    graph.query(name="meetings", person="Lula").to_pandas()

The parts, in the order of the flow: `kg.read`, `kg.pipeline` (with `kg.language`, `kg.extract`,
`kg.link`), `kg.graph`, then `kg.query`, `kg.analysis`, `kg.export` and `kg.view`.
"""

from kg.api import Graph, build
from kg.api import open_graph as open  # noqa: A004  (kg.open, like gzip.open)

__all__ = ["Graph", "build", "open"]
