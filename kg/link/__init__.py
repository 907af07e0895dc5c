"""Mention to IRI: names, offices, institutions and coreference, as spaCy components."""
