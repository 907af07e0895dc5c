"""How good the events are: predictions against a gold set, in figures and in confusions."""

from kg.evaluate.cluster_files import ClusterRecord, read_clusters
from kg.evaluate.confusions import Cause, Confusion
from kg.evaluate.files import GoldRecord, Record, read_gold, read_predictions
from kg.evaluate.marks import Mark
from kg.evaluate.merging import MergeEvaluation, MergeScore, evaluate_merging
from kg.evaluate.outcomes import Figures
from kg.evaluate.predict import predict
from kg.evaluate.score import Evaluation, GroupScore, RootScore, evaluate

__all__ = [
    "Cause",
    "ClusterRecord",
    "Confusion",
    "Evaluation",
    "Figures",
    "GoldRecord",
    "GroupScore",
    "Mark",
    "MergeEvaluation",
    "MergeScore",
    "Record",
    "RootScore",
    "evaluate",
    "evaluate_merging",
    "predict",
    "read_clusters",
    "read_gold",
    "read_predictions",
]
