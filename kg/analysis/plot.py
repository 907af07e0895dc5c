"""The analyses as one picture, by matplotlib: pip install 'geopolitical-kg[plot]'."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.analysis.analyze import Analysis
from kg.errors import KgError
from kg.frame import Record, Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_BARS = 12
_LINES = 5
_NEUTRAL = "#555555"
_COOPERATION, _CONFLICT = "#2a6f97", "#b5442e"
_COLOURS = ("#2a6f97", "#b5442e", "#4f772d", "#7b5ea7", "#c98a1b")
_UNDATED: Mapping[str, dict[str, Any]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
_NAME = 30
"""Characters of a name that are drawn."""


def plot(analysis: Analysis, path: Path) -> None:
    """Draw the central actors, the strongest dyads and their months, as PNG, SVG or PDF.

    The ending of the path says which. Raises KgError when matplotlib is not installed, or for
    another ending.
    """
    figure = draw(analysis)
    known = figure.canvas.get_supported_filetypes()
    form = path.suffix.removeprefix(".").lower()
    if form not in known:
        raise KgError(f"Cannot draw {path.name}: end it in .png, .svg or .pdf.")
    from matplotlib import rc_context

    # No date and no random names in the file, so that equal graphs give equal pictures.
    with rc_context({"svg.hashsalt": "kg"}):
        figure.savefig(path, format=form, dpi=150, metadata=_UNDATED.get(form))


def draw(analysis: Analysis) -> "Figure":
    """The picture as a matplotlib figure. Raises KgError when matplotlib is not installed."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise KgError("Plots need matplotlib: pip install 'geopolitical-kg[plot]'.") from error
    figure = Figure(figsize=(13, 9), layout="constrained")
    grid = figure.add_gridspec(2, 2)
    _draw_actors(figure.add_subplot(grid[0, 0]), analysis.actors[:_BARS])
    _draw_dyads(figure.add_subplot(grid[0, 1]), analysis.dyads[:_BARS])
    _draw_months(figure.add_subplot(grid[1, :]), analysis.months, analysis.dyads[:_LINES])
    return figure


def _draw_actors(axes: "Axes", actors: Table) -> None:
    axes.set_title("Most central actors")
    names = [_short(row["actor"]) for row in actors]
    axes.barh(range(len(actors)), _numbers(actors, "events"), tick_label=names, color=_NEUTRAL)
    axes.invert_yaxis()
    axes.set_xlabel("events")


def _draw_dyads(axes: "Axes", dyads: Table) -> None:
    axes.set_title("Strongest dyads")
    names = [_dyad(row) for row in dyads]
    for column, colour in (("cooperation", _COOPERATION), ("conflict", _CONFLICT)):
        values = _numbers(dyads, column)
        axes.barh(range(len(dyads)), values, tick_label=names, color=colour, label=column)
    axes.axvline(0, color="black", linewidth=0.8)
    axes.invert_yaxis()
    axes.set_xlabel("sum of Goldstein's scale")
    if dyads:
        axes.legend(loc="best", frameon=False)


def _draw_months(axes: "Axes", months: Table, dyads: Table) -> None:
    axes.set_title("Balance of cooperation and conflict by month")
    every = _span([str(month) for month in months.column("month")])
    for dyad, colour in zip(dyads, _COLOURS, strict=False):
        ends = (dyad["a_iri"], dyad["b_iri"])
        own = {row["month"]: row for row in months if (row["a_iri"], row["b_iri"]) == ends}
        values = [float(str(own[month]["balance"])) if month in own else 0.0 for month in every]
        axes.plot(every, values, marker="o", markersize=4, color=colour, label=_dyad(dyad))
    axes.axhline(0, color="black", linewidth=0.8)
    axes.set_ylabel("sum of Goldstein's scale")
    axes.tick_params(axis="x", rotation=45)
    if dyads:
        axes.legend(loc="best", frameon=False)


def _span(months: Sequence[str]) -> list[str]:
    """Every month from the first to the last."""
    if not months:
        return []
    numbers = [int(month[:4]) * 12 + int(month[5:]) - 1 for month in months]
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(min(numbers), max(numbers) + 1)]


def _numbers(table: Table, column: str) -> list[float]:
    return [float(str(value)) for value in table.column(column)]


def _dyad(row: Record) -> str:
    return f"{_short(row['a'])} – {_short(row['b'])}"


def _short(name: object) -> str:
    text = str(name)
    return text if len(text) <= _NAME else f"{text[: _NAME - 1]}…"
