"""Rows under named columns: what queries and analyses return."""

import csv
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, TypeAlias, overload

from kg.errors import KgError

if TYPE_CHECKING:
    from pandas import DataFrame

Cell: TypeAlias = str | int | float | bool | date | None
Record: TypeAlias = dict[str, Cell]

_SHOWN = 50
"""Rows that a notebook shows."""


@dataclass(frozen=True, slots=True)
class Table(Sequence[Record]):
    """A sequence of rows, each a mapping from column to value; empty cells are None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> "Table": ...

    def __getitem__(self, index: int | slice) -> "Record | Table":
        if isinstance(index, slice):
            return Table(self.columns, self.rows[index])
        return dict(zip(self.columns, self.rows[index], strict=True))

    def __iter__(self) -> Iterator[Record]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def column(self, name: str) -> list[Cell]:
        """The values of one column. Raises KgError when there is none of that name."""
        if name not in self.columns:
            raise KgError(f"No column {name!r}: choose one of {', '.join(self.columns)}.")
        at = self.columns.index(name)
        return [row[at] for row in self.rows]

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180) under a header."""
        text = StringIO()
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return text.getvalue()

    def to_pandas(self) -> "DataFrame":
        """The rows as a pandas DataFrame. Raises KgError when pandas is not installed."""
        try:
            from pandas import DataFrame
        except ImportError as error:
            raise KgError("This needs pandas: pip install 'geopolitical-kg[pandas]'.") from error
        return DataFrame(list(self.rows), columns=list(self.columns))

    def _repr_html_(self) -> str:
        """What a notebook shows: the first rows as a table."""
        head = _to_row("th", self.columns)
        body = "".join(_to_row("td", row) for row in self.rows[:_SHOWN])
        rest = len(self.rows) - _SHOWN
        foot = f"<p>{rest:,} more rows</p>" if rest > 0 else ""
        return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>{foot}"


def _to_row(tag: str, cells: Sequence[Cell]) -> str:
    texts = (html.escape("" if cell is None else str(cell)) for cell in cells)
    return f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in texts)}</tr>"
