"""The reports of articles, complete, read from what an article says when they are asked for."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b

from kg.graph.merge.cells import Cell, make_cell
from kg.graph.merge.gathering import Articles, Gathered
from kg.graph.merge.labels import LANGUAGES, Namer
from kg.graph.merge.memory import Memory
from kg.graph.merge.reading import Copies, read_reports
from kg.graph.merge.reports import Actor, Report

_SIZE = 16
"""Bytes of a digest."""


class Shelf:
    """The reports of articles, each read once."""

    def __init__(self, articles: Articles, complete: Callable[[Report], Report]) -> None:
        self._articles = articles
        self._complete = complete
        self._read: dict[str, dict[str, Report]] = {}

    def cell(self, article: str, digest: bytes, last: Memory) -> Cell:
        """The reports of an article as columns: the very ones of the last merge if they stand."""
        known = last.cells.get(article)
        if known is not None and digest and known.digest == digest:
            return known
        return make_cell(digest, list(self._reports(article).values()))

    def find(self, cells: Mapping[str, Cell]) -> Callable[[str], Report]:
        """What finds a report of some articles by its IRI."""
        articles = {iri: article for article, cell in cells.items() for iri in cell.reports}
        return lambda iri: self._reports(articles[iri])[iri]

    def _reports(self, article: str) -> Mapping[str, Report]:
        if article not in self._read:
            told = self._articles.tell(article)
            reports = map(self._complete, read_reports(told))
            self._read[article] = {report.iri: report for report in reports}
        return self._read[article]


def digest_articles(
    found: Gathered, actors: Mapping[str, Actor], copies: Copies, namer: Namer
) -> Mapping[str, bytes]:
    """A digest for each article of all that its reports rest on: b"" where that is not known.

    That is what it says, and what all articles together say of whom it names: where they belong,
    what they are called, and whether the article prints the story of another.
    """
    lent = dict(_digest_actors(actors, namer))
    digests = {}
    for article, named in found.named.items():
        digest = blake2b(f"{named.digest} {copies.get(article, '')}".encode(), digest_size=_SIZE)
        digest.update(b"".join(lent[iri] for iri in named.iris if iri in lent))
        digests[article] = digest.digest() if named.digest else b""
    return digests


def _digest_actors(actors: Mapping[str, Actor], namer: Namer) -> Iterator[tuple[str, bytes]]:
    for iri in sorted(actors.keys() | namer.labels.keys()):
        actor = actors.get(iri, Actor(iri))
        names = [namer.entity(actor.iri, lang) for lang in LANGUAGES]
        values = (iri, actor.iri, actor.kind, sorted(actor.countries), names)
        yield iri, blake2b(repr(values).encode(), digest_size=_SIZE).digest()
