"""The tree of a sentence in Universal Dependencies, and what parsers get wrong in it as a rule.

Importing it registers its pipeline components.
"""

from kg.language.trees import (
    arguments,
    asides,
    clauses,
    headlines,
    measures,
    mending,
    numerals,
    presents,
    relatives,
    series,
    speakers,
    subjects,
    ud,
    voices,
)

__all__ = [
    "arguments",
    "asides",
    "clauses",
    "headlines",
    "measures",
    "mending",
    "numerals",
    "presents",
    "relatives",
    "series",
    "speakers",
    "subjects",
    "ud",
    "voices",
]
