"""News in, a knowledge graph of states, leaders and events out, with the evidence for each edge.

The parts, in the order of the flow: `kg.read`, `kg.pipeline` (with `kg.language`, `kg.extract`,
`kg.link`), `kg.graph`, then `kg.query`, `kg.export` and `kg.view`.
"""
