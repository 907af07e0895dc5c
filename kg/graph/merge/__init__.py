"""Article graphs to the merged graph: which reports tell of one event, and what it was."""

from kg.graph.merge.graph import Part, merge_articles, merge_parts

__all__ = ["Part", "merge_articles", "merge_parts"]
