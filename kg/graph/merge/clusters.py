"""Reports into events."""

from collections.abc import Hashable

from kg.graph.merge.features import at_odds, weigh
from kg.graph.merge.joining import Measure
from kg.graph.merge.reports import Report
from kg.graph.merge.settings import load_settings


def measure_reports() -> Measure[Report]:
    """How reports are compared."""
    return Measure(weigh, at_odds, _kind, load_settings().limits)


def _kind(report: Report) -> Hashable:
    """Whatever a veto looks at: reports of one kind are at odds with the same others."""
    return (
        *(report.type, report.polarity, report.span, report.sources, report.targets),
        *(report.places, report.around),
    )
