"""Articles to a graph directory: the store, Turtle and the page."""

import datetime
import difflib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from kg.errors import ArticleMissing, InputError
from kg.fingerprint import extractor_version, merger_version
from kg.graph.change.derive import derive, read_held
from kg.graph.change.intake import Extractor, Intake, OnArticle, Reader, Version, take_in
from kg.graph.directory.archive import Archive, Held, open_archive
from kg.graph.directory.articles import KeptArticles
from kg.graph.directory.layout import (
    ARTICLES,
    PAGE,
    PARTS,
    STORE,
    TURTLE,
    Stage,
    find_store,
    find_turtle,
    stage,
)
from kg.graph.directory.store import open_store, read_store
from kg.graph.merge import Memory
from kg.graph.rdf.iris import article_iri
from kg.graph.rdf.packs import Packs, repack
from kg.graph.rdf.turtle import seal_turtle, update_turtle, write_turtle
from kg.graph.rdf.union import Writer, union_triples
from kg.graph.results.counts import count_entities, count_events
from kg.types import Article

PageWriter = Callable[[Path, Path], object]
"""Graph directory and the file to write."""
Change = Callable[[Writer], object]


_FEW = 5_000
"""Subjects that are looked up one by one rather than all together."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    articles: int
    """Taken in by this run."""
    skipped: tuple[str, ...]
    """One line for each input that was not taken in: which and why."""
    sentences: int
    """Of the articles that this run took in."""
    entities: int
    """In the graph, as are events and triples."""
    events: Mapping[str, int]
    """Local name of an event class to the number of events, most first."""
    triples: int
    seconds: float
    files: tuple[Path, ...]
    """Where the graph is; none when there is none."""
    unchanged: int = 0
    """Articles that the graph held already, as they are."""


@dataclass(frozen=True, slots=True)
class _Last:
    """What a directory holds before a run."""

    held: Held
    turtle: Path | None
    triples: int | None
    """In the Turtle, None when that is not as the last run left it."""
    packs: Packs
    """What the Turtle says."""
    memory: Memory


@dataclass(frozen=True, slots=True)
class _Graph:
    """What a store holds."""

    held: Held
    entities: int
    events: Mapping[str, int]
    triples: int
    packs: Packs
    last: Memory
    """What the merge before left, and what this one does."""
    memory: Memory


def build(
    articles: Iterable[Article | InputError],
    out: Path,
    *,
    extractor: Extractor,
    write_page: PageWriter,
    version: Version = extractor_version,
    on_article: OnArticle | None = None,
) -> Summary:
    """Take articles into the graph directory ``out`` and write what rests on them anew.

    An article that the graph holds already is not read again unless it, or the version of the
    extractor, has changed; then it replaces the earlier one. Other articles of the directory are
    kept. An input that is an error, and an article that cannot be extracted, is left out and told
    in the summary. Whatever happens the directory holds either the graph before or the graph
    after, whole; a run that was killed is gone on with by the next. When no article of the run is
    in the graph, all stays as it was.
    extractor: from an article to what it says.
    write_page: called with a graph directory and the path of its page.
    version: of the extractor, by language.
    on_article: called with the id of each article after it was taken in or left out.
    Raises StoreError when ``out`` is something other than a graph directory, or in use.
    """
    start = time.perf_counter()
    with stage(out) as staged, open_archive(out, write=True) as archive:
        reader = Reader(archive, extractor, version)
        run, graph = _fill_store(staged, articles, reader, on_article)
        if run.articles or run.unchanged:
            _commit(staged, archive, graph, write_page)
    return Summary(
        articles=run.articles,
        unchanged=run.unchanged,
        skipped=run.skipped,
        sentences=run.sentences,
        entities=graph.entities,
        events=graph.events,
        triples=graph.triples,
        seconds=time.perf_counter() - start,
        files=tuple(out / part for part in (*PARTS, ARTICLES)) if find_store(out) else (),
    )


def revise(out: Path, change: Change, *, write_page: PageWriter) -> None:
    """Change the store of a graph directory and write what rests on it anew.

    Like a build it leaves the directory before or after the change, whole: also when ``change``
    raises. The articles are not read again.
    Raises StoreError when ``out`` holds no graph, or is in use.
    """
    open_store(out)
    with stage(out) as staged, open_archive(out, write=True) as archive:
        graph = _change_store(staged, archive, change)
        _commit(staged, archive, graph, write_page)


def forget(out: Path, articles: Iterable[str], *, write_page: PageWriter) -> None:
    """Take articles out of a graph directory, with all that only they said.

    What is left is the graph as it were without them. Of the articles themselves the directory
    keeps the ids, and when they went.
    articles: ids. Raises ArticleMissing for one that the graph does not hold; then nothing is
    changed. Raises StoreError when ``out`` holds no graph, or is in use.
    """
    open_store(out)
    with stage(out) as staged, open_archive(out, write=True) as archive:
        graph = _leave_out(staged, archive, list(articles))
        _commit(staged, archive, graph, write_page)


def _fill_store(
    staged: Stage,
    articles: Iterable[Article | InputError],
    reader: Reader,
    on_article: OnArticle | None,
) -> tuple[Intake, _Graph]:
    """The store is closed on return, as nothing else refers to it; so in what follows."""
    writer = Writer(_copy_store(staged))
    last = _recall(staged, reader.archive, writer.store)
    run = take_in(writer, articles, reader, last.held, on_article)
    return run, _finish(writer, staged, reader.archive, last, run.held)


def _change_store(staged: Stage, archive: Archive, change: Change) -> _Graph:
    writer = Writer(_copy_store(staged))
    last = _recall(staged, archive, writer.store)
    change(writer)
    return _finish(writer, staged, archive, last, last.held)


def _leave_out(staged: Stage, archive: Archive, articles: Iterable[str]) -> _Graph:
    """A new store, since Oxigraph keeps the strings of what is removed from one."""
    store = open_store(staged.directory)
    last = _recall(staged, archive, store)
    gone = {_check_held(staged.directory, last.held, id_) for id_ in articles}
    writer = Writer(Store(str(staged.path / STORE)))
    writer.copy(store, {article_iri(id_) for id_ in gone})
    held = {id_: digest for id_, digest in last.held.items() if id_ not in gone}
    return _finish(writer, staged, archive, last, held)


def _recall(staged: Stage, archive: Archive, store: Store) -> _Last:
    """What is known of the graph that a directory holds, and its store.

    It is read from the store unless the archive is of this very graph.
    """
    turtle = find_turtle(staged.directory)
    seal = seal_turtle(turtle) if turtle else ""
    triples = archive.recall_triples(seal)
    held = read_held(store) if triples is None else archive.held_before(None)
    _settle(archive, held)
    packs = dict(archive.recall_packs(seal))
    return _Last(held, turtle, triples, packs, archive.recall(seal, merger_version()))


def _check_held(directory: Path, held: Held, article: str) -> str:
    if article in held:
        return article
    near = difflib.get_close_matches(article, held, n=3, cutoff=0.4)
    lists = f"kg query {directory} --name articles lists its own."
    advice = f"did you mean {', '.join(near)}?" if near else lists
    raise ArticleMissing(f"{directory} has no article {article!r}: {advice}")


def _copy_store(staged: Stage) -> Store:
    """A store to write to with what the directory holds; its files are linked, not copied."""
    path = staged.path / STORE
    if last := find_store(staged.directory):
        read_store(last).backup(str(path))
    return Store(str(path))


def _finish(writer: Writer, staged: Stage, archive: Archive, last: _Last, held: Held) -> _Graph:
    """Bring all in step with the articles, write Turtle, flush, and count."""
    store = writer.store
    memory = derive(writer, KeptArticles(archive, held, store), last.memory)
    triples, packs = _write_turtle(writer, staged.path / TURTLE, last)
    store.flush()
    return _Graph(
        held=held,
        entities=count_entities(store),
        events=count_events(store),
        triples=triples,
        packs=packs,
        last=last.memory,
        memory=memory,
    )


def _write_turtle(writer: Writer, path: Path, last: _Last) -> tuple[int, Packs]:
    """All anew, unless little has changed since the last one, and that is known; count and pack."""
    store, subjects = writer.store, writer.subjects
    if last.turtle is None or last.triples is None or not last.packs or len(subjects) > _FEW:
        return write_turtle(store, path)
    triples = last.triples + update_turtle(store, path, last.turtle, subjects)
    return triples, repack(last.packs, subjects, union_triples(store, subjects))


def _commit(staged: Stage, archive: Archive, graph: _Graph, write_page: PageWriter) -> None:
    write_page(staged.path, staged.path / PAGE)
    seal = seal_turtle(staged.path / TURTLE)
    staged.commit()
    _settle(archive, graph.held)
    archive.seal(seal, graph.triples, graph.packs, merger_version(), graph.last, graph.memory)


def _settle(archive: Archive, held: Held) -> None:
    """Write into the history what the graph holds, before a run and after it.

    Before, since the last run may have been killed when its graph counted already.
    """
    archive.settle(held, datetime.datetime.now(datetime.UTC))
