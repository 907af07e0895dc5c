"""RDF as every graph here has it: terms, IRIs, the union of graphs, and how it is written."""
