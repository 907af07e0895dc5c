"""Reports into events."""

from collections.abc import Hashable, Sequence

from kg.graph.merge.features import at_odds, weigh
from kg.graph.merge.joining import NO_DECISIONS, Decisions, Groups, Measure, join_pairs
from kg.graph.merge.pairs import find_pairs
from kg.graph.merge.reports import Report
from kg.graph.merge.settings import load_settings


def cluster_reports(
    reports: Sequence[Report], decisions: Decisions = NO_DECISIONS
) -> Groups[Report]:
    """Sort reports into events; the order of the reports never shows."""
    pairs = find_pairs(reports, window=load_settings().window)
    return join_pairs(reports, pairs, measure_reports(), decisions)


def measure_reports() -> Measure[Report]:
    """How reports are compared."""
    return Measure(weigh, at_odds, _kind, load_settings().limits)


def _kind(report: Report) -> Hashable:
    """Whatever a veto looks at: reports of one kind are at odds with the same others."""
    return (
        *(report.type, report.polarity, report.span, report.sources, report.targets),
        *(report.places, report.around),
    )
