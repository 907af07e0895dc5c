"""`kg diff`: what changed in a graph, or between two."""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import Graph, app, example, parse_day
from kg.messages import GAP

if TYPE_CHECKING:
    from kg.graph.compare.changes import Change
    from kg.graph.compare.difference import Difference


class DiffFormat(StrEnum):
    """How `kg diff` tells it."""

    text = "text"
    patch = "patch"


@app.command(
    epilog=example(
        "kg diff demo --since 2024-05-03",
        "kg diff monday tuesday",
        "kg diff monday tuesday --format patch > changes.rdfp",
    )
)
def diff(
    folder: Graph,
    other: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="A later graph.", show_default=False),
    ] = None,
    since: Annotated[
        datetime.date | None,
        typer.Option(
            "--since",
            parser=parse_day,
            metavar="YYYY-MM-DD",
            help="Show what was taken in from that day on.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        DiffFormat,
        typer.Option("--format", "-f", help="Words, or an RDF Patch of the named graphs."),
    ] = DiffFormat.text,
) -> None:
    """Show what changed in a graph, or leads from one to another.

    In words: articles, events and actors that came (+), went (-) or changed (~). Of a forgotten
    article nothing is left to compare, but that it went.
    """
    from kg.graph.compare.difference import to_patch

    difference = find_difference(folder, other, since)
    typer.echo(
        to_patch(difference)
        if form is DiffFormat.patch
        else "\n".join(difference_lines(difference))
    )


def find_difference(folder: Path, other: Path | None, since: datetime.date | None) -> "Difference":
    """What leads from one graph to the other, or what was taken in since the start of a day.

    Raises BadParameter when both are given, or neither.
    """
    from kg.graph.compare.difference import compare, compare_since

    if other is not None and since is None:
        return compare(folder, other)
    if since is not None and other is None:
        # The day begins where the user is.
        return compare_since(
            folder, datetime.datetime.combine(since, datetime.time.min).astimezone()
        )
    raise typer.BadParameter("give either a second DIR or --since.")


def difference_lines(difference: "Difference") -> Iterator[str]:
    """A block for each kind of change, then how many statements there are more and fewer."""
    for kind, changes in groupby(difference.changes, key=lambda change: change.kind):
        yield kind
        yield from (GAP + change_line(change) for change in changes)
    yield f"statements: {len(difference.added):,} added, {len(difference.removed):,} removed"


def change_line(change: "Change") -> str:
    """A change on one line."""
    return f"{change.sign} {change.text}" + (f"{GAP}({change.detail})" if change.detail else "")
