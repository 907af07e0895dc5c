"""The articles of a graph directory: their texts, what was read from them, and when.

An SQLite file beside the store. An extraction is kept as soon as it is made, under the digest of
the article and of who read it, so that a build that is killed goes on where it was, and none reads
an article twice. What the graph holds is what its store says; the archive may know more.

The history tells which version of which article the graph held from when on. It has the only clock
of a graph directory.
"""

import datetime
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import StoreError
from kg.graph.directory.layout import ARTICLES
from kg.graph.directory.memory import SCHEMA, read_memory, write_memory
from kg.graph.merge import NOTHING, Memory, outlines, records
from kg.graph.merge.outlines import Outline, make_outline
from kg.graph.merge.records import Told, read_told
from kg.graph.rdf.iris import article_iri
from kg.graph.rdf.lines import to_lines
from kg.graph.rdf.packs import Packs
from kg.types import Article

Held = Mapping[str, str]
"""Id of each article of a graph to its digest."""

_SCHEMA = """
    CREATE TABLE IF NOT EXISTS extraction (
      digest TEXT PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL, lang TEXT NOT NULL, date TEXT,
      title TEXT, url TEXT, source TEXT, body TEXT NOT NULL, sentences INTEGER NOT NULL,
      triples BLOB NOT NULL);
    CREATE INDEX IF NOT EXISTS extraction_id ON extraction (id);
    CREATE TABLE IF NOT EXISTS history (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, digest TEXT, time TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS saying (
      digest TEXT PRIMARY KEY, id TEXT NOT NULL, outline BLOB NOT NULL, told BLOB NOT NULL);
    CREATE INDEX IF NOT EXISTS saying_id ON saying (id);
    CREATE TABLE IF NOT EXISTS sealed (
      digest TEXT NOT NULL, triples INTEGER NOT NULL, merger TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS pack (first BLOB PRIMARY KEY, lines BLOB NOT NULL);
"""
_LAST = """
    SELECT id, digest FROM history WHERE number IN
      (SELECT MAX(number) FROM history WHERE time < ? GROUP BY id) AND digest IS NOT NULL
"""
_EVER = "9999"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from an article."""

    sentences: int
    triples: tuple[Triple, ...]
    """Its graph."""


class Archive:
    """The archive of a graph directory; there is no file before something is kept."""

    def __init__(self, directory: Path, *, write: bool = False) -> None:
        self._path = directory / ARTICLES
        self._writable = write

    def find(self, digest: str) -> Reading | None:
        """What was read from the article with a digest, None when it was not read."""
        query = "SELECT sentences, triples FROM extraction WHERE digest = ?"
        for sentences, packed in self._select(query, digest):
            triples = parse(zlib.decompress(packed), RdfFormat.N_TRIPLES)
            return Reading(sentences, tuple(quad.triple for quad in triples))
        return None

    def find_lines(self, digest: str) -> bytes | None:
        """The graph of the article with a digest as sorted N-Triples, None when it was not read."""
        for (packed,) in self._select("SELECT triples FROM extraction WHERE digest = ?", digest):
            return zlib.decompress(packed)
        return None

    def has(self, digest: str) -> bool:
        """Whether the article with a digest is kept."""
        return any(self._select("SELECT 1 FROM extraction WHERE digest = ?", digest))

    def read_article(self, digest: str) -> Article | None:
        """The article with a digest as it was read, None when it is not kept."""
        query = "SELECT id, text, lang, date, title, url, source, body FROM extraction"
        for row in self._select(f"{query} WHERE digest = ?", digest):
            return _to_article(row)
        return None

    def keep(self, article: Article, digest: str, reading: Reading) -> None:
        """Keep an article and what was read from it, safely on disk on return."""
        lines = zlib.compress(to_lines(reading.triples))
        row = (digest, *_to_row(article), reading.sentences, lines)
        marks = ", ".join("?" for _ in row)
        told = read_told(article_iri(article.id).value, reading.triples)
        with self._database as transaction:
            transaction.execute(f"REPLACE INTO extraction VALUES ({marks})", row)
            _keep_told(transaction, article.id, digest, told)

    def find_told(self, digest: str) -> Told | None:
        """What the article with a digest says; None when that is not kept."""
        for (packed,) in self._select("SELECT told FROM saying WHERE digest = ?", digest):
            return records.from_json(zlib.decompress(packed).decode())
        return None

    def find_outline(self, digest: str) -> Outline | None:
        """The outline of that; None when it is not kept."""
        for (packed,) in self._select("SELECT outline FROM saying WHERE digest = ?", digest):
            return outlines.from_json(zlib.decompress(packed).decode())
        return None

    def settle(self, held: Held, time: datetime.datetime) -> None:
        """Write into the history what the graph holds from now on.

        Of an article that it holds no longer nothing is left but the id, and when it went.
        time: with its zone.
        """
        last = self.held_before(None)
        gone = sorted(last.keys() - held.keys())
        news = [(id_, held[id_]) for id_ in sorted(held) if last.get(id_) != held[id_]]
        stamp = _to_stamp(time)
        if not news and not gone:
            return
        rows = [(id_, digest, stamp) for id_, digest in [*news, *((id_, None) for id_ in gone)]]
        with self._database as transaction:
            transaction.executemany("INSERT INTO history(id, digest, time) VALUES (?, ?, ?)", rows)
            for table in ("extraction", "saying"):
                ids = [(id_,) for id_ in gone]
                transaction.executemany(f"DELETE FROM {table} WHERE id = ?", ids)

    def held_before(self, time: datetime.datetime | None) -> Held:
        """What the graph held just before a moment, as far as it is not forgotten; None: now."""
        return dict(self._select(_LAST, _to_stamp(time) if time else _EVER))

    def recall_triples(self, seal: str) -> int | None:
        """How many triples the Turtle of a seal has; None when it is not the one that was kept."""
        rows = self._select("SELECT triples FROM sealed WHERE digest = ?", seal)
        return rows[0][0] if rows else None

    def recall_packs(self, seal: str) -> Iterator[tuple[bytes, bytes]]:
        """What the Turtle of a seal says: its packs, sorted; none when it is not the one kept."""
        query = "SELECT first, lines FROM pack, sealed WHERE digest = ? ORDER BY first"
        if self._path.exists():
            yield from self._database.execute(query, (seal,))

    def recall(self, seal: str, version: str) -> Memory:
        """What the last merge left; nothing when that is not known.

        seal: of the Turtle of the graph, which is known when it is the one that was kept.
        version: of the merger; another one may say the same otherwise.
        """
        query = "SELECT 1 FROM sealed WHERE digest = ? AND merger = ?"
        return read_memory(self._database) if self._select(query, seal, version) else NOTHING

    def seal(
        self, seal: str, triples: int, packs: Packs, version: str, last: Memory, now: Memory
    ) -> None:
        """Keep the seal of the Turtle of the graph, what it says, and what the merge left.

        triples: how many it says. last: what was recalled; where that is nothing, whatever was
        kept goes.
        """
        with self._database as transaction:
            transaction.execute("DELETE FROM sealed")
            transaction.execute("INSERT INTO sealed VALUES (?, ?, ?)", (seal, triples, version))
            _keep_packs(transaction, packs)
            write_memory(transaction, last, now)

    def close(self) -> None:
        """Let go of the file."""
        if "_database" in self.__dict__:
            if self._writable:
                # In this mode the file can be read from a folder that cannot be written to. It
                # stays in the other as long as somebody reads it.
                with suppress(sqlite3.OperationalError):
                    self._database.execute("PRAGMA journal_mode = DELETE")
            self._database.close()

    @cached_property
    def _database(self) -> sqlite3.Connection:
        mode = "rwc" if self._writable else "ro"
        database = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode={mode}", uri=True)
        if self._writable:
            # With a log a commit takes a quarter of the time; what is deleted is overwritten.
            for setting in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
                database.execute(f"PRAGMA {setting}")
            database.executescript(_SCHEMA + SCHEMA)
        return database

    def _select(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        return self._database.execute(query, values).fetchall() if self._path.exists() else []


@contextmanager
def open_archive(directory: Path, *, write: bool = False) -> Iterator[Archive]:
    """The archive of a graph directory.

    write: only for who holds the directory (see kg.graph.directory.layout.stage).
    Raises StoreError when the file is none that kg wrote.
    """
    archive = Archive(directory, write=write)
    try:
        yield archive
    except sqlite3.DatabaseError as error:
        path = directory / ARTICLES
        raise StoreError(f"{path} cannot be used ({error}): build into a new directory.") from error
    finally:
        archive.close()


def _keep_told(transaction: sqlite3.Connection, id_: str, digest: str, told: Told) -> None:
    """In place of what an earlier version of the article says: no graph will ask for that again."""
    transaction.execute("DELETE FROM saying WHERE id = ?", (id_,))
    texts = (outlines.to_json(make_outline(told)), records.to_json(told))
    packed = (zlib.compress(text.encode(), 1) for text in texts)
    transaction.execute("INSERT INTO saying VALUES (?, ?, ?, ?)", (digest, id_, *packed))


def _keep_packs(transaction: sqlite3.Connection, packs: Packs) -> None:
    """In place of those that were kept; most are the same after a small change."""
    last = dict(transaction.execute("SELECT first, lines FROM pack"))
    gone = [(first,) for first in last.keys() - packs.keys()]
    news = [(first, lines) for first, lines in packs.items() if last.get(first) != lines]
    transaction.executemany("DELETE FROM pack WHERE first = ?", gone)
    transaction.executemany("REPLACE INTO pack VALUES (?, ?)", news)


def _to_row(article: Article) -> tuple[str | None, ...]:
    day = article.date.isoformat() if article.date else None
    texts = (article.id, article.text, article.lang, day, article.title, article.url)
    return (*texts, article.source, json.dumps(article.body))


def _to_article(row: tuple[Any, ...]) -> Article:
    article, text, lang, day, title, url, source, body = row
    return Article(
        id=article,
        text=text,
        lang=lang,
        date=datetime.date.fromisoformat(day) if day else None,
        title=title,
        url=url,
        source=source,
        body=tuple((start, end) for start, end in json.loads(body)),
    )


def _to_stamp(time: datetime.datetime) -> str:
    return time.astimezone(datetime.UTC).isoformat(timespec="microseconds")
