"""Articles into the store of a build: none is read again before it or its reader changes."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.errors import InputError, KgError
from kg.fingerprint import digest_article
from kg.graph.article.graph import article_triples
from kg.graph.directory.archive import Archive, Held, Reading
from kg.graph.rdf.iris import article_iri
from kg.graph.rdf.union import Writer
from kg.types import Article, Extraction

Extractor = Callable[[Article], Extraction]
Version = Callable[[str], str]
"""Language to the version of what extracts from articles in it."""
OnArticle = Callable[[str], object]

_BATCH = 100_000
"""Quads that wait to be written together."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a run took in, and what it did not."""

    articles: int
    unchanged: int
    sentences: int
    skipped: tuple[str, ...]
    held: Held
    """What the store holds now."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles, or finds what was read from them."""

    archive: Archive
    extract: Extractor
    version: Version

    def read(self, article: Article, held: str | None) -> tuple[str, Reading | None]:
        """The digest of an article, and what it says.

        None when the graph holds it with the very digest ``held``. Raises whatever the extractor
        does.
        """
        extractor = self.version(article.lang)
        digest = digest_article(article, extractor)
        if digest == held and self.archive.has(digest):
            return digest, None
        reading = self.archive.find(digest)
        if reading is None:
            reading = _read(article, self.extract, extractor)
            self.archive.keep(article, digest, reading)
        return digest, reading


def take_in(
    writer: Writer,
    articles: Iterable[Article | InputError],
    reader: Reader,
    held: Held,
    on_article: OnArticle | None = None,
) -> Intake:
    """Put the graphs of articles into a store, each in place of an earlier one with its id.

    held: what the store holds.
    on_article: called with the id of each article, whatever came of it.
    """
    shelf, now = _Shelf(writer), dict(held)
    count, unchanged, sentences, skipped = 0, 0, 0, []
    for article in articles:
        if isinstance(article, InputError):
            skipped.append(str(article))
            continue
        try:
            digest, reading = reader.read(article, now.get(article.id))
        except sqlite3.Error:
            raise
        # Whatever goes wrong with one article must not cost the others.
        except Exception as error:
            skipped.append(_explain(article, error))
        else:
            if reading is None:
                unchanged += 1
            else:
                shelf.put(article.id, reading, known=article.id in now)
                now[article.id] = digest
                count, sentences = count + 1, sentences + reading.sentences
        if on_article:
            on_article(article.id)
    shelf.flush()
    return Intake(count, unchanged, sentences, tuple(skipped), now)


class _Shelf:
    """Puts the graphs of new articles into a store many at once, which is several times faster."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._waiting: list[Quad] = []

    def put(self, article_id: str, reading: Reading, *, known: bool) -> None:
        """The graph of an article, in place of one of the same id if that is known."""
        quads = to_quads(reading, article_id)
        if known:
            self.flush()
            self._writer.replace(article_iri(article_id), quads)
        else:
            self._waiting += quads
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._writer.add(self._waiting)
        self._waiting = []


def _read(article: Article, extract: Extractor, extractor: str) -> Reading:
    extraction = extract(article)
    quads = set(article_triples(extraction, extractor=extractor))
    return Reading(extraction.sentences, tuple(quad.triple for quad in quads))


def to_quads(reading: Reading, article_id: str) -> list[Quad]:
    """What was read from an article, in the article's graph."""
    graph = article_iri(article_id)
    return [Quad(t.subject, t.predicate, t.object, graph) for t in reading.triples]


def _explain(article: Article, error: Exception) -> str:
    if isinstance(error, KgError):
        return f"{article.id}: {error}"
    message = " ".join(str(error).split())
    return f"{article.id}: {type(error).__name__} {message}: a defect of kg, please report it."
