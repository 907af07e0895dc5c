"""Parquet of events, by pyarrow: pip install 'geopolitical-kg[parquet]'."""

from itertools import islice
from pathlib import Path

from kg.errors import KgError
from kg.export.event_table import EventTable

_ROWS = 10_000
"""In memory at a time; each is a row group of the file."""


def write(directory: Path, path: Path, *, table: EventTable) -> None:
    """Write the events of a directory as Parquet in the shape of a table.

    Raises KgError when pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise KgError("Parquet needs pyarrow: pip install 'geopolitical-kg[parquet]'.") from error
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in table.columns.items()])
    with ParquetWriter(path, schema) as writer:
        read = table.read(directory)
        while rows := list(islice(read, _ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
