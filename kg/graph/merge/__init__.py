"""Article graphs to the merged graph: which reports tell of one event, and what it was."""

from kg.graph.merge.graph import merge_articles

__all__ = ["merge_articles"]
