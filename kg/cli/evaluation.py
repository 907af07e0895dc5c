"""`kg eval`: how good the events are, measured on a gold set."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import NoGuess, app, complain, example, report_skipped
from kg.cli.commands import track
from kg.cli.tables import columns

if TYPE_CHECKING:
    from kg.evaluate import (
        Confusion,
        Evaluation,
        Figures,
        GroupScore,
        MergeEvaluation,
        MergeScore,
        Record,
        RootScore,
    )

SHOWN = 10
HEAD = ("", "sentences", "gold", "predicted")
FIGURES = ("P", "R", "F1")


class ScoreFormat(StrEnum):
    """How `kg eval` prints its figures."""

    table = "table"
    json = "json"


Predictions = Annotated[
    Path | None,
    typer.Option(
        "--pred",
        metavar="FILE",
        help="Events that kg extract has written, against finding them now.",
        show_default=False,
    ),
]
Clusters = Annotated[
    bool,
    typer.Option(
        "--clusters",
        help="The gold says which reports tell of one event, and which words mean one actor.",
    ),
]


@app.command(
    "eval",
    epilog=example(
        "kg eval gold.jsonl",
        "kg extract gold.jsonl > pred.jsonl && kg eval gold.jsonl --pred pred.jsonl",
        "kg eval --clusters articles.jsonl",
    ),
)
def evaluate_events(
    gold: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD", help="Gold sets: JSON lines (docs/evaluation.md).", show_default=False
        ),
    ],
    pred: Predictions = None,
    clusters: Clusters = False,
    form: Annotated[
        ScoreFormat, typer.Option("--format", "-f", help="How to print the figures.")
    ] = ScoreFormat.table,
    no_guess: NoGuess = False,
) -> None:
    """Measure the events against a gold set.

    Precision, recall and F1 of events with root and actors (PAIR), of roots, and of actors; the
    events in sentences that should have none; and the costliest confusions. With --clusters B³ of
    events and actors after the merge.
    """
    from kg.evaluate import evaluate, read_gold, read_predictions

    skipped: list[str] = []
    if clusters:
        if pred:
            raise typer.BadParameter("--clusters reads the articles itself: leave out --pred.")
        typer.echo(measure_merging(gold, skipped, form, guess=not no_guess))
        report_skipped(skipped)
        return
    records = read_gold(gold)
    predictions = read_predictions(pred) if pred else predict_now(gold, skipped, guess=not no_guess)
    evaluation = evaluate(records, predictions)
    if form is ScoreFormat.json:
        typer.echo(json.dumps(asdict(evaluation), ensure_ascii=False, indent=1))
    else:
        typer.echo(format_evaluation(evaluation))
    if unknown := evaluation.unknown:
        complain(f"{len(unknown)} predicted ids are in no gold file, such as {unknown[0]!r}.")
    report_skipped(skipped)


def predict_now(gold: list[Path], skipped: list[str], *, guess: bool) -> "dict[str, list[Record]]":
    """The events that kg finds in gold files; what cannot be read is added to `skipped`."""
    from kg.evaluate import predict
    from kg.pipeline import extract
    from kg.read import read_inputs

    inputs = [str(path) for path in gold]
    with track(read_inputs(inputs), inputs, show=sys.stderr.isatty()) as tracked:
        find = partial(extract, guess=guess)
        return predict(tracked, extract=find, on_skip=skipped.append)


def measure_merging(gold: list[Path], skipped: list[str], form: ScoreFormat, *, guess: bool) -> str:
    """Read and merge the articles of gold files, and print how well that went."""
    from kg.evaluate import evaluate_merging, read_clusters
    from kg.export.records import extract_each
    from kg.pipeline import extract
    from kg.read import read_inputs

    inputs, find = [str(path) for path in gold], partial(extract, guess=guess)
    records = read_clusters(gold)
    with track(read_inputs(inputs), inputs, show=sys.stderr.isatty()) as tracked:
        extractions = extract_each(tracked, extract=find, on_skip=skipped.append)
        evaluation = evaluate_merging(records, extractions)
    if form is ScoreFormat.json:
        return json.dumps(asdict(evaluation), indent=1)
    return format_merging(evaluation)


def format_merging(evaluation: "MergeEvaluation") -> str:
    """A table of events and actors: B³ over all mentions, and over those that were found."""
    head = ["", "gold", "missed", "spurious", *(FIGURES * 2)]
    over = ["", "", "", "", "", "B³", "", "", "found", ""]
    rows = (("events", evaluation.events), ("actors", evaluation.actors))
    return columns([over, head, *(merge_row(name, score) for name, score in rows)])


def merge_row(name: str, score: "MergeScore") -> list[str]:
    """The figures of events or of actors."""
    counts = map(str, (score.gold, score.missed, score.spurious))
    return [name, *counts, *figures(score.whole, score.found)]


def format_evaluation(evaluation: "Evaluation") -> str:
    """Three tables: groups of sentences, roots of all of them, and the costliest confusions."""
    groups = evaluation.groups
    by_group = [group_head(), *map(group_row, groups.items())]
    by_root = [root_head(), *map(root_row, groups["all"].by_root.items())]
    blocks = [columns(over(by_group, "ACTORS")), columns(over(by_root, "DYAD"))]
    if costliest := evaluation.confusions[:SHOWN]:
        rows = [("errors", "costliest confusions", "for instance"), *map(confusion_row, costliest)]
        blocks.append(columns(rows, left=(1, 2)))
    return "\n\n".join(blocks)


def over(rows: list[list[str]], third: str) -> list[list[str]]:
    """Rows under a line that names each three figures."""
    named = [*([""] * len(HEAD)), *("", "PAIR", ""), *("", "ROOT", ""), *("", third, "")]
    return [named + [""] * (len(rows[0]) - len(named)), *rows]


def group_head() -> list[str]:
    """The heads of the columns of groups."""
    return [*HEAD, *(FIGURES * 3), "ROOT|P", "empty", "events in empty"]


def group_row(item: "tuple[str, GroupScore]") -> list[str]:
    """The figures of a group."""
    name, score = item
    rate = score.empty_events / score.empty_sentences if score.empty_sentences else None
    return [
        name,
        *map(str, (score.sentences, score.gold_events, score.predicted_events)),
        *figures(score.pair, score.root, score.actors),
        percent(score.root_given_pair),
        str(score.empty_sentences),
        "-" if rate is None else f"{rate:.2f}",
    ]


def root_head() -> list[str]:
    """The heads of the columns of roots."""
    return ["", "", *HEAD[2:], *(FIGURES * 3)]


def root_row(item: "tuple[str, RootScore]") -> list[str]:
    """The figures of one root."""
    root, score = item
    return [
        *(root, "", str(score.gold_events), str(score.predicted_events)),
        *figures(score.pair, score.root, score.dyad),
    ]


def confusion_row(confusion: "Confusion") -> tuple[str, str, str]:
    """A confusion in words."""
    cause = confusion.cause
    words = {
        "root": f"{cause.gold} taken for {cause.predicted}",
        "swapped": f"{cause.gold} with source and target swapped",
        "actors": f"{cause.gold} with other actors",
        "missed": f"{cause.gold} not found",
        "spurious": f"{cause.predicted} where the gold has none",
    }
    return str(confusion.cost), words[cause.kind], ", ".join(confusion.examples)


def figures(*measures: "Figures") -> list[str]:
    """Precision, recall and F1 of each, in per cent."""
    return [
        percent(value)
        for measure in measures
        for value in (measure.precision, measure.recall, measure.f1)
    ]


def percent(share: float | None) -> str:
    """A share in per cent, a dash for none."""
    return "-" if share is None else f"{100 * share:.1f}"
