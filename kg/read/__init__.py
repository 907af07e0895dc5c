"""File to Article: which formats there are, what is prose, in which language, of which day."""

from kg.read.inputs import count_inputs, read_inputs

__all__ = ["count_inputs", "read_inputs"]
