"""`kg analyze`: central actors, communities, dyads and their balance by month."""

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import Graph, app, example
from kg.cli.tables import columns

if TYPE_CHECKING:
    from kg.analysis import Analysis
    from kg.frame import Cell, Table

_WIDTH = 60
"""Characters of a text in a table for people."""
_ROWS = 10
"""Rows of a table for people."""


class What(StrEnum):
    """The tables of an analysis."""

    all = "all"
    actors = "actors"
    communities = "communities"
    dyads = "dyads"
    months = "months"


class By(StrEnum):
    """Who counts as one actor."""

    actor = "actor"
    state = "state"


class TableFormat(StrEnum):
    """How tables are printed."""

    table = "table"
    csv = "csv"
    json = "json"


Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=1,
        metavar="N",
        help=f"Rows of each table; {_ROWS} where a person reads them.",
        show_default=False,
    ),
]


@app.command(
    epilog=example(
        "kg analyze demo --by state",
        "kg analyze demo --what months --format csv > balance.csv",
        "kg analyze demo --plot demo.png",
    )
)
def analyze(
    folder: Graph,
    what: Annotated[What, typer.Option("--what", help="Which table.")] = What.all,
    by: Annotated[
        By, typer.Option("--by", help="state: what its people and organisations do is its own.")
    ] = By.actor,
    limit: Limit = None,
    form: Annotated[
        TableFormat, typer.Option("--format", "-f", help="How to print it; CSV is of one table.")
    ] = TableFormat.table,
    plot: Annotated[
        Path | None,
        typer.Option(
            "--plot", metavar="FILE", help="Also draw it: .png, .svg or .pdf.", show_default=False
        ),
    ] = None,
) -> None:
    """Show who is central, who stands together, and how two actors get on.

    Actors by events and betweenness, communities by cooperation, dyads by events, and the balance
    of cooperation and conflict of each dyad by month, on Goldstein's scale (-10 to 10 an event).
    A place stands for its state. What is denied, planned, demanded, supposed or only possible does
    not count.
    """
    from kg.analysis import analyze as analyze_dataset
    from kg.analysis import plot as draw
    from kg.graph import open_dataset

    if form is TableFormat.csv and what is What.all:
        raise typer.BadParameter("CSV is of one table: name it with --what.")
    analysis = analyze_dataset(open_dataset(folder), by=by.value)
    if plot:
        draw(analysis, plot)
    most = limit or (_ROWS if form is TableFormat.table else None)
    typer.echo(render(pick(analysis, what, most), form).rstrip("\n"))


def pick(analysis: "Analysis", what: What, limit: int | None) -> "Mapping[str, Table]":
    """Name to table, cut to so many rows."""
    names = [name for name in What if name is not What.all] if what is What.all else [what]
    return {name.value: getattr(analysis, name.value)[:limit] for name in names}


def render(tables: "Mapping[str, Table]", form: TableFormat) -> str:
    """The tables as text."""
    if form is TableFormat.csv:
        return "".join(table.to_csv() for table in tables.values())
    if form is TableFormat.json:
        records = {name: list(table) for name, table in tables.items()}
        return json.dumps(records, ensure_ascii=False, indent=1)
    return "\n\n".join(f"{name.capitalize()}\n{draw_table(t)}" for name, t in tables.items())


def draw_table(table: "Table") -> str:
    """Columns for people, without the IRIs."""
    if not table:
        return "none"
    shown = [i for i, name in enumerate(table.columns) if not name.endswith("iri")]
    rows = [[word(row[i]) for i in shown] for row in table.rows]
    texts = [i for i, at in enumerate(shown) if isinstance(table.rows[0][at], str)]
    return columns([[table.columns[i] for i in shown], *rows], left=texts)


def word(cell: "Cell") -> str:
    """A cell, short enough for a line."""
    text = "" if cell is None else str(cell)
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
