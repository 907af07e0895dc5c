"""What becomes of gold events and predictions, and the figures that follow from it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["found", "missed", "right", "wrong"]
"""The first two are of what the gold has, the others of what was predicted."""
Outcomes = Iterator[tuple[Outcome, str]]
"""Each with the root of the event."""


@dataclass(frozen=True)
class Figures:
    """Precision, recall and F1, from 0 to 1; None where there is nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None


def to_figures(counts: Counter[Outcome]) -> Figures:
    """The figures of some outcomes."""
    precision = ratio(counts["right"], counts["right"] + counts["wrong"])
    recall = ratio(counts["found"], counts["found"] + counts["missed"])
    return Figures(precision, recall, to_f1(precision, recall))


def to_f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean; 0 as soon as one of the two is 0 or unknown, None when both are."""
    if precision is None and recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def ratio(part: float, whole: float) -> float | None:
    """A share, None of nothing."""
    return part / whole if whole else None
