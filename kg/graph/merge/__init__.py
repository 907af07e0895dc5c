"""Article graphs to the merged graph: which reports tell of one event, and what it was."""

from kg.graph.merge.gathering import Articles
from kg.graph.merge.graph import Merge, Part, merge_articles, merge_parts
from kg.graph.merge.memory import NOTHING, Memory

__all__ = ["NOTHING", "Articles", "Memory", "Merge", "Part", "merge_articles", "merge_parts"]
