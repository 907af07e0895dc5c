"""Whether a graph conforms to the SHACL shapes."""
