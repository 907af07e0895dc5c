"""Figures in columns."""

from collections.abc import Sequence

from kg.messages import GAP


def columns(rows: Sequence[Sequence[str]], *, left: Sequence[int] = (0,)) -> str:
    """Rows in columns, flush right but for those named in `left`."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        GAP.join(
            cell.ljust(width) if i in left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
