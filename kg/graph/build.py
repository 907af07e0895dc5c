"""Articles to a graph directory: the store, Turtle and the page."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from kg.errors import InputError, KgError
from kg.graph.article_graph import article_triples
from kg.graph.gazetteer_graph import copy_facts, to_containers
from kg.graph.iris import GAZETTEER, MERGED, article_iri
from kg.graph.layout import PAGE, PARTS, STORE, TURTLE, Stage, find_store, stage
from kg.graph.merge import merge_articles
from kg.graph.statistics import count_entities, count_events
from kg.graph.store import open_store, read_store
from kg.graph.turtle import write_turtle
from kg.graph.union import fill_union
from kg.ontology.gazetteer import load_gazetteer
from kg.types import Article, Extraction

Extractor = Callable[[Article], Extraction]
PageWriter = Callable[[Path, Path], object]
"""Graph directory and the file to write."""
OnArticle = Callable[[str], object]
Change = Callable[[Store], object]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    articles: int
    """Taken in by this run."""
    skipped: tuple[str, ...]
    """One line for each input that was not taken in: which and why."""
    sentences: int
    """Read by this run."""
    entities: int
    """In the graph, as are events and triples."""
    events: Mapping[str, int]
    """Local name of an event class to the number of events, most first."""
    triples: int
    seconds: float
    files: tuple[Path, ...]
    """Where the graph is; none when there is none."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What a run took in, and what it did not."""

    articles: int
    sentences: int
    skipped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Size:
    """How much the graph holds."""

    entities: int
    events: Mapping[str, int]
    triples: int


def build(
    articles: Iterable[Article | InputError],
    out: Path,
    *,
    extractor: Extractor,
    write_page: PageWriter,
    on_article: OnArticle | None = None,
) -> Summary:
    """Take articles into the graph directory ``out`` and write all of it anew.

    An article with the id of an earlier one replaces it; the other articles of the directory are
    kept. An input that is an error, and an article that cannot be extracted, is left out and told
    in the summary. Whatever happens the directory holds either the graph before or the graph
    after, whole. When no article was taken in, it stays as it was.
    extractor: from an article to what it says.
    write_page: called with a graph directory and the path of its page.
    on_article: called with the id of each article after it was taken in or left out.
    Raises StoreError when ``out`` is something other than a graph directory, or in use.
    """
    start = time.perf_counter()
    with stage(out) as staged:
        run, size = _fill_store(staged, articles, extractor, on_article)
        if run.articles:
            write_page(staged.path, staged.path / PAGE)
            staged.commit()
    return Summary(
        articles=run.articles,
        skipped=run.skipped,
        sentences=run.sentences,
        entities=size.entities,
        events=size.events,
        triples=size.triples,
        seconds=time.perf_counter() - start,
        files=tuple(out / part for part in PARTS if (out / part).exists()),
    )


def revise(out: Path, change: Change, *, write_page: PageWriter) -> None:
    """Change the store of a graph directory and write what rests on it anew.

    Like a build it leaves the directory before or after the change, whole: also when ``change``
    raises. The articles are not read again.
    Raises StoreError when ``out`` holds no graph, or is in use.
    """
    open_store(out)
    with stage(out) as staged:
        _change_store(staged, change)
        write_page(staged.path, staged.path / PAGE)
        staged.commit()


def _change_store(staged: Stage, change: Change) -> None:
    """The store is closed on return, as nothing else refers to it."""
    store = _copy_store(staged)
    change(store)
    _derive(store)
    write_turtle(store, staged.path / TURTLE)
    store.flush()


def _fill_store(
    staged: Stage,
    articles: Iterable[Article | InputError],
    extractor: Extractor,
    on_article: OnArticle | None,
) -> tuple[_Run, _Size]:
    """Store and Turtle; the store is closed on return, as nothing else refers to it."""
    store = _copy_store(staged)
    run = _take_in(store, articles, extractor, on_article)
    if run.articles:
        _derive(store)
    triples = write_turtle(store, staged.path / TURTLE)
    store.flush()
    return run, _Size(count_entities(store), count_events(store), triples)


def _copy_store(staged: Stage) -> Store:
    """A store to write to with what the directory holds; its files are linked, not copied."""
    path = staged.path / STORE
    if last := find_store(staged.directory):
        read_store(last).backup(str(path))
    return Store(str(path))


def _take_in(
    store: Store,
    articles: Iterable[Article | InputError],
    extractor: Extractor,
    on_article: OnArticle | None,
) -> _Run:
    count, sentences, skipped = 0, 0, []
    for article in articles:
        if isinstance(article, InputError):
            skipped.append(str(article))
            continue
        try:
            sentences += _replace(store, extractor(article))
            count += 1
        # Whatever goes wrong with one article must not cost the others.
        except Exception as error:
            skipped.append(_explain(article, error))
        if on_article:
            on_article(article.id)
    return _Run(count, sentences, tuple(skipped))


def _replace(store: Store, extraction: Extraction) -> int:
    """Put the graph of an article in place of an earlier one; its number of sentences."""
    quads = list(article_triples(extraction))
    graph = article_iri(extraction.article.id)
    store.remove_graph(graph)
    store.extend(quads)
    return extraction.sentences


def _explain(article: Article, error: Exception) -> str:
    if isinstance(error, KgError):
        return f"{article.id}: {error}"
    message = " ".join(str(error).split())
    return f"{article.id}: {type(error).__name__} {message}: a defect of kg, please report it."


def _derive(store: Store) -> None:
    """Compute anew what rests on the article graphs."""
    gazetteer = load_gazetteer()
    store.remove_graph(MERGED)
    store.remove_graph(GAZETTEER)
    store.extend(list(copy_facts(store, gazetteer)))
    merged = merge_articles(store, known=gazetteer.label, containers=to_containers(gazetteer))
    store.extend(list(merged))
    fill_union(store)
