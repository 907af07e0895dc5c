"""What a year of events says: who is central, who stands together, and how dyads get on."""

from kg.analysis.analyze import Analysis, analyze
from kg.analysis.plot import plot

__all__ = ["Analysis", "analyze", "plot"]
