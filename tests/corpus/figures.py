"""How well the corpus is merged, in figures from 0 to 1, with their floors."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from kg.errors import PipelineMissing
from kg.evaluate import Figures, MergeEvaluation, MergeScore, evaluate_merging
from kg.language.pipelines import find_pipeline
from kg.pipeline import extract
from kg.types import Extraction
from tests.corpus.corpus import PATH, stories

KINDS = ("found", "whole")
ALWAYS = ("pt", "en")
"""Languages whose figures have floors; pipelines for the others may not be installed."""


@cache
def read_all() -> Mapping[str, Extraction]:
    """Id of an article to what it says, for every article whose language can be read; once."""
    return {
        story.article.id: extract(story.article)
        for story in stories()
        if is_installed(story.article.lang)
    }


@cache
def is_installed(lang: str) -> bool:
    """Is there a pipeline for a language?"""
    try:
        find_pipeline(lang)
    except PipelineMissing:
        return False
    return True


@cache
def measure(*, everything: bool = False) -> MergeEvaluation:
    """Compare the merge with the gold. everything: also articles in other languages."""
    chosen = [story for story in stories() if everything or story.article.lang in ALWAYS]
    read = [story for story in chosen if story.article.id in read_all()]
    return evaluate_merging(
        [story.gold for story in read], [read_all()[story.article.id] for story in read]
    )


def figures(evaluation: MergeEvaluation) -> dict[str, float]:
    """Name of a figure to its value, in percent."""
    scores = {"events": evaluation.events, "actors": evaluation.actors}
    return {f"{name} {over}": f1(score, over) for name, score in scores.items() for over in KINDS}


def f1(score: MergeScore, over: str) -> float:
    """F1 over the mentions found, or over all."""
    value: Figures = getattr(score, over)
    return 100 * (value.f1 or 0)


def load_floors() -> dict[str, Any]:
    """The file as it stands."""
    text = Path(__file__).with_name("floors.yaml").read_text(encoding="utf8")
    floors: dict[str, Any] = yaml.safe_load(text)
    return floors


def corpus_hash() -> str:
    """The first digits of the SHA-256 of the articles and their gold."""
    return sha256(PATH.read_bytes()).hexdigest()[:16]


def table(evaluation: MergeEvaluation) -> Iterator[str]:
    """The lines of a table: each figure with its floor in brackets, in percent."""
    floors = load_floors()["figures"]
    for name, value in figures(evaluation).items():
        yield f"{name:14}{value:8.1f} ({floors.get(name, '-'):>3})"
