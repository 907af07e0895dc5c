"""The library in a few names: build a graph, open one, ask it, draw it, take it elsewhere."""

import datetime
import html
import tempfile
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Store
    from pyvis.network import Network as PyvisNetwork

    from kg.analysis.analyze import Analysis, By
    from kg.frame import Table
    from kg.graph.change.build import Summary
    from kg.graph.results.network import Network

# What a name needs is imported when it is used: `import kg` stays instant, and asking a graph does
# not load spaCy.

_FRAME = (
    '<iframe srcdoc="{page}" sandbox="allow-scripts allow-popups allow-downloads" '
    'title="Knowledge graph" style="width:100%;height:{height}px;border:1px solid #ccc"></iframe>'
)
_HEIGHT = 640
"""Of the frame in a notebook, in pixels."""


@dataclass(frozen=True)
class Graph:
    """A graph directory, open to be read. It shows itself in a notebook, with no network.

    It tells what the directory held when it was first asked; open it again after a build.
    """

    directory: Path
    summary: "Summary | None" = None
    """What the build did, when `build` made the graph."""
    _folder: "tempfile.TemporaryDirectory[str] | None" = field(default=None, repr=False)
    """Keeps the directory for as long as the graph, when nobody named one."""

    @cached_property
    def store(self) -> "Store":
        """The Oxigraph store, read-only."""
        from kg.graph.directory.store import open_store

        return open_store(self.directory)

    @cached_property
    def dataset(self) -> "rdflib.Dataset":
        """The same by rdflib's API; its default graph is the union of all graphs."""
        from kg.graph.directory.store import to_dataset

        return to_dataset(self.store)

    def query(
        self, sparql: str | None = None, *, name: str | None = None, **params: object
    ) -> "Table | bool | rdflib.Graph":
        """Ask in SPARQL 1.1, or by the name of a query of kg with its parameters.

        SELECT gives a table, ASK a bool, CONSTRUCT and DESCRIBE an rdflib graph. Numbers, dates and
        truth values come as such, IRIs and texts as str. The prefixes of the model need no
        declaration. Raises QueryError.
        """
        from kg.query import query_store, to_python

        values = {key: str(value) for key, value in params.items() if value is not None}
        return to_python(query_store(self.store, sparql, name=name, params=values))

    def to_networkx(self, *, events: bool = False, lang: str = "en") -> "Network":
        """A networkx MultiDiGraph of the actors, or with ``events`` of actors and events.

        Edges are typed, dated and weighted: see `kg.graph.to_networkx`.
        """
        from kg.graph.results.network import to_networkx

        return to_networkx(self.dataset, events=events, lang=lang)

    def analyze(self, *, by: "By" = "actor", lang: str = "en") -> "Analysis":
        """Central actors, communities, dyads, and their balance by month, as tables."""
        from kg.analysis import analyze

        return analyze(self.dataset, by=by, lang=lang)

    def export(self, fmt: str, path: str | Path) -> Path:
        """Write the graph to a file in one of `kg.export.FORMATS`; its path. Raises KgError."""
        from kg.export import export

        export(self.directory, fmt, Path(path))
        return Path(path)

    def view(self, path: str | Path | None = None) -> "Page":
        """The interactive page, which a notebook shows inline and which loads nothing.

        path: the file to write it to as well. Raises KgError when its folder does not exist.
        """
        from kg.view import read_directory, render_page, write_text

        text = render_page(read_directory(self.directory))
        if path is not None:
            write_text(text, Path(path))
        return Page(text, None if path is None else Path(path))

    def to_pyvis(self, *, events: bool = False) -> "PyvisNetwork":
        """The drawing of the page as a pyvis network, to be styled at will; events: these too."""
        from kg.view import read_directory, to_pyvis

        return to_pyvis(read_directory(self.directory), events=events)

    def _repr_html_(self) -> str:
        """What a notebook shows: the page in a frame of its own."""
        return self.view()._repr_html_()


@dataclass(frozen=True)
class Page:
    """The page of a graph, which shows itself in a notebook."""

    text: str = field(repr=False)
    """HTML."""
    path: Path | None = None
    """The file that it was written to."""

    def _repr_html_(self) -> str:
        """A frame of its own, without an address and an origin."""
        return _FRAME.format(page=html.escape(self.text), height=_HEIGHT)


def build(
    paths: str | Path | Iterable[str | Path],
    out: str | Path | None = None,
    *,
    date: datetime.date | None = None,
    lang: str | None = None,
    guess: bool = True,
) -> Graph:
    """Read articles and build their graph, as `kg build` does.

    paths: files (.txt, .html, .jsonl, .csv), folders or globs. out: the graph directory, which may
    hold a graph already; without one it is kept in a temporary folder for as long as it is used.
    date, lang: of all articles, against what each states. guess: also coarse events at words that
    no rule has. Warns of each input that was left out.
    Raises StoreError when ``out`` is something else, and InputError when nothing could be read.
    """
    from kg.errors import InputError
    from kg.fingerprint import extractor_version
    from kg.graph.change.build import build as build_graph
    from kg.pipeline import extract
    from kg.read import read_inputs
    from kg.view import write_page

    folder = None if out else tempfile.TemporaryDirectory(prefix="kg-")
    directory = Path(folder.name) / "graph" if folder else Path(str(out))
    named = [paths] if isinstance(paths, str | Path) else paths
    articles = read_inputs([str(path) for path in named], date=date, lang=lang, stdin=None)
    summary = build_graph(
        articles,
        directory,
        extractor=partial(extract, guess=guess),
        version=partial(extractor_version, guess=guess),
        write_page=write_page,
    )
    for line in summary.skipped:
        warnings.warn(f"skipped {line}", stacklevel=2)
    if not summary.files:
        raise InputError("No article could be read: name .txt, .html, .jsonl or .csv files.")
    return Graph(directory, summary, folder)


def open_graph(directory: str | Path) -> Graph:
    """The graph that a build wrote into a directory. Raises StoreError when it holds none."""
    graph = Graph(Path(directory))
    graph.store  # noqa: B018  (the error belongs here, not to the first question)
    return graph
