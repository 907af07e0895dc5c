"""The command line: options in, one library call, messages out. One module per group.

A module is imported here so that its commands are there; kg.cli.app has what they share.
"""

from kg.cli import (
    analyze,
    commands,
    diff,
    evaluation,
    forget,
    gazetteer,
    languages,
    lexicon,
    merges,
    queries,
)
from kg.cli.app import main

__all__ = [
    "analyze",
    "commands",
    "diff",
    "evaluation",
    "forget",
    "gazetteer",
    "languages",
    "lexicon",
    "main",
    "merges",
    "queries",
]
