"""The memory of the merge in the archive of a graph directory: written where it changed."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from kg.graph.merge.cells import Cell
from kg.graph.merge.joining import Decisions
from kg.graph.merge.memory import NOTHING, Described, Memory

SCHEMA = """
    CREATE TABLE IF NOT EXISTS cell (
      article TEXT PRIMARY KEY, digest BLOB NOT NULL, reports TEXT NOT NULL, links TEXT NOT NULL,
      numbers BLOB NOT NULL, blocks BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS likely (
      a TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS decided (
      a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL,
      PRIMARY KEY (a, b)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS part (
      iri TEXT PRIMARY KEY, about TEXT NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID;
"""
_Tables = Mapping[str, Mapping[tuple[str, ...], tuple[Any, ...]]]
"""Table to key to the rest of a row."""
_KEYS = {"cell": ("article",), "likely": ("a", "b"), "decided": ("a", "b"), "part": ("iri",)}


def read_memory(database: sqlite3.Connection) -> Memory:
    """What the last merge left."""

    def rows(table: str) -> Iterable[Any]:
        return database.execute(f"SELECT * FROM {table}")

    decided = list(rows("decided"))
    return Memory(
        cells={article: _to_cell(*rest) for article, *rest in rows("cell")},
        likely=frozenset(rows("likely")),
        decisions=Decisions(
            frozenset((a, b) for a, b, same in decided if same),
            frozenset((a, b) for a, b, same in decided if not same),
        ),
        parts={iri: Described(about, digest) for iri, about, digest in rows("part")},
    )


def write_memory(transaction: sqlite3.Connection, last: Memory, now: Memory) -> None:
    """Put what a merge left in place of what the last one did; after none, of all there was."""
    if last is NOTHING:
        for table in _KEYS:
            transaction.execute(f"DELETE FROM {table}")
    before, after = _to_tables(last, now), _to_tables(now, last)
    for table, keys in _KEYS.items():
        where = " AND ".join(f"{key} = ?" for key in keys)
        gone = before[table].keys() - after[table].keys()
        transaction.executemany(f"DELETE FROM {table} WHERE {where}", gone)
        for key, rest in after[table].items():
            marks = ", ".join("?" for _ in (*key, *rest))
            transaction.execute(f"REPLACE INTO {table} VALUES ({marks})", (*key, *rest))


def _to_tables(memory: Memory, other: Memory) -> _Tables:
    """What a merge left and the other one did not."""
    decisions, others = memory.decisions, other.decisions
    same, apart = decisions.same - others.same, decisions.apart - others.apart
    return {
        "cell": {
            (article,): _from_cell(cell)
            for article, cell in memory.cells.items()
            if other.cells.get(article) is not cell
        },
        "likely": dict.fromkeys(memory.likely - other.likely, ()),
        "decided": {**dict.fromkeys(same, (True,)), **dict.fromkeys(apart, (False,))},
        "part": {
            (iri,): tuple(part)
            for iri, part in memory.parts.items()
            if other.parts.get(iri) != part
        },
    }


def _from_cell(cell: Cell) -> tuple[Any, ...]:
    links = "\n".join(map(" ".join, cell.links))
    return cell.digest, "\n".join(cell.reports), links, cell.rows, cell.blocks


def _to_cell(digest: bytes, reports: str, links: str, rows: bytes, blocks: bytes) -> Cell:
    pairs = (link.split(" ") for link in links.splitlines())
    found = tuple((one, other) for one, other in pairs)
    return Cell(digest, tuple(reports.splitlines()), found, rows, blocks)
