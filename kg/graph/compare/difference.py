"""How two graphs differ, or one from what it was: statement by statement, and in words."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, serialize

from kg.graph.change.derive import derive
from kg.graph.change.intake import to_quads
from kg.graph.compare.changes import Change, find_changes
from kg.graph.directory.archive import Archive, open_archive
from kg.graph.directory.articles import KeptArticles
from kg.graph.directory.store import open_store
from kg.graph.rdf.iris import JUDGEMENTS
from kg.graph.rdf.turtle import sort_quads
from kg.graph.rdf.union import Writer, named_quads


@dataclass(frozen=True, slots=True)
class Difference:
    """What leads from one graph to another."""

    changes: tuple[Change, ...]
    removed: tuple[Quad, ...]
    """Statements of named graphs, sorted, as are those added."""
    added: tuple[Quad, ...]


def compare(older: Path, newer: Path) -> Difference:
    """What leads from one graph directory to another. Raises StoreError for one without a graph."""
    return compare_stores(open_store(older), open_store(newer))


def compare_since(directory: Path, moment: datetime.datetime) -> Difference:
    """What changed in a graph directory since a moment, which names its zone.

    The graph of then is computed anew: from what the articles say that it held, by the rules,
    names and judgements of today. Of an article that was forgotten since only that is known.
    Raises StoreError when the directory holds no graph.
    """
    newer = open_store(directory)
    with open_archive(directory) as archive:
        difference = compare_stores(_restore(archive, newer, moment), newer)
        gone = archive.held_before(moment).keys() - archive.held_before(None).keys()
    forgotten = [Change("articles", "-", article, "forgotten") for article in sorted(gone)]
    return replace(difference, changes=(*forgotten, *difference.changes))


def compare_stores(older: Store, newer: Store) -> Difference:
    """What leads from one store to another. Default graphs do not count: they are derived."""
    before, after = set(named_quads(older)), set(named_quads(newer))
    return Difference(
        changes=tuple(find_changes(older, newer)),
        removed=tuple(sort_quads(before - after)),
        added=tuple(sort_quads(after - before)),
    )


def to_patch(difference: Difference) -> str:
    """The statements as an RDF Patch: "D" before each one deleted, "A" before each one added.

    Source: https://afs.github.io/rdf-patch/
    """
    deleted = [f"D {line}" for line in _to_lines(difference.removed)]
    added = [f"A {line}" for line in _to_lines(difference.added)]
    return "\n".join(["TX .", *deleted, *added, "TC ."])


def _to_lines(quads: Iterable[Quad]) -> list[str]:
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    # Not splitlines: a literal may hold other line breaks than this one, which is escaped.
    return written.decode().rstrip("\n").split("\n") if written else []


def _restore(archive: Archive, newer: Store, moment: datetime.datetime) -> Store:
    """The graph as it was, in memory."""
    store = Store()
    writer = Writer(store)
    held = {}
    for article, digest in archive.held_before(moment).items():
        if reading := archive.find(digest):
            writer.add(to_quads(reading, article))
            held[article] = digest
    writer.add(list(newer.quads_for_pattern(None, None, None, JUDGEMENTS)))
    derive(writer, KeptArticles(archive, held, store))
    return store
