"""How good the events are: predictions against a gold set, in figures and in confusions."""

from kg.evaluate.confusions import Cause, Confusion
from kg.evaluate.files import GoldRecord, Record, read_gold, read_predictions
from kg.evaluate.outcomes import Figures
from kg.evaluate.predict import predict
from kg.evaluate.score import Evaluation, GroupScore, RootScore, evaluate

__all__ = [
    "Cause",
    "Confusion",
    "Evaluation",
    "Figures",
    "GoldRecord",
    "GroupScore",
    "Record",
    "RootScore",
    "evaluate",
    "predict",
    "read_gold",
    "read_predictions",
]
