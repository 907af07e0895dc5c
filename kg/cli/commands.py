"""Articles in, a graph out, and what can be done with it: one command each.

Each imports what it runs, so that `kg --help` need not load spaCy.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from kg.cli.app import Day, Graph, Inputs, Lang, NoGuess, app, complain, example, report_skipped
from kg.errors import InputError
from kg.messages import format_explanation, format_summary
from kg.types import Article

NAMED = 3
"""Articles that a message names."""


class What(StrEnum):
    """What `kg extract` writes."""

    events = "events"
    mentions = "mentions"
    offices = "offices"


class RecordFormat(StrEnum):
    """How `kg extract` writes it."""

    jsonl = "jsonl"
    csv = "csv"


class ResultFormat(StrEnum):
    """How `kg query` prints rows; a CONSTRUCT comes as Turtle."""

    table = "table"
    csv = "csv"
    json = "json"
    xml = "xml"


class GraphFormat(StrEnum):
    """What `kg export` writes."""

    turtle = "turtle"
    turtle12 = "turtle12"
    ntriples = "ntriples"
    rdfxml = "rdfxml"
    jsonld = "jsonld"
    trig = "trig"
    nquads = "nquads"
    graphml = "graphml"
    gexf = "gexf"
    cypher = "cypher"
    csv = "csv"
    gdelt = "gdelt"
    polecat = "polecat"
    parquet = "parquet"
    gdelt_parquet = "gdelt-parquet"
    polecat_parquet = "polecat-parquet"


@app.command(
    epilog=example(
        'kg build news/ "archive/*.html" --out demo',
        "cat story.txt | kg build - --out demo --date 2024-05-03",
    )
)
def build(
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="DIR", help="Folder to write.", show_default=False),
    ],
    date: Day = None,
    lang: Lang = None,
    no_guess: NoGuess = False,
) -> None:
    """Read articles and write their graph.

    DIR/store/ is what the other commands ask, DIR/graph.ttl the same as Turtle, DIR/graph.html
    a page to look at, DIR/articles.db the texts. An article that the graph holds already is read
    again only when it, or kg, has changed. A build that is stopped leaves what was there before,
    and the next one goes on.
    """
    from kg.fingerprint import extractor_version
    from kg.graph.change.build import build as build_graph
    from kg.pipeline import extract as extract_from
    from kg.read import read_inputs
    from kg.view import write_page

    undated: list[str] = []
    articles = read_inputs(inputs, date=date, lang=lang, stdin=sys.stdin.buffer)
    with track(articles, inputs, show=sys.stderr.isatty()) as tracked:
        summary = build_graph(
            note_undated(tracked, undated),
            out,
            extractor=partial(extract_from, guess=not no_guess),
            version=partial(extractor_version, guess=not no_guess),
            write_page=write_page,
        )
    typer.echo(format_summary(summary))
    report_undated(undated)
    report_skipped(summary.skipped)


@app.command(
    epilog=example(
        "kg extract news.jsonl --lang pt --format csv > events.csv",
        "kg extract news/ --what offices",
    )
)
def extract(
    inputs: Inputs,
    what: Annotated[What, typer.Option("--what", help="What to write.")] = What.events,
    form: Annotated[
        RecordFormat, typer.Option("--format", "-f", help="How to write it.")
    ] = RecordFormat.jsonl,
    date: Day = None,
    lang: Lang = None,
    no_guess: NoGuess = False,
) -> None:
    """Write what articles say as records.

    One record a line, on standard output; no graph is built.
    """
    from kg.export.records import write_records
    from kg.pipeline import extract as extract_from
    from kg.read import read_inputs

    skipped: list[str] = []
    undated: list[str] = []
    articles = read_inputs(inputs, date=date, lang=lang, stdin=sys.stdin.buffer)
    # Where the records go to the terminal they show the progress themselves.
    show = sys.stderr.isatty() and not sys.stdout.isatty()
    with track(articles, inputs, show=show) as tracked:
        write_records(
            note_undated(tracked, undated),
            sys.stdout,
            extract=partial(extract_from, guess=not no_guess),
            what=what.value,
            form=form.value,
            on_skip=skipped.append,
        )
    report_undated(undated)
    report_skipped(skipped)


@app.command(
    epilog=example(
        'kg query demo "SELECT ?a ?b WHERE { ?a kg:met ?b }"',
        "kg query demo --file deals.rq --format csv",
        "kg query demo --name meetings --param person=Lula",
    )
)
def query(
    folder: Graph,
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="A query.", show_default=False)
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="A file with a query.", show_default=False),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="A query of kg's own.", show_default=False),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param", metavar="KEY=VALUE", help="A parameter of --name.", show_default=False
        ),
    ] = None,
    form: Annotated[
        ResultFormat,
        typer.Option("--format", "-f", help="How to print rows; triples come as Turtle."),
    ] = ResultFormat.table,
) -> None:
    """Ask a graph, in SPARQL or by the name of a query."""
    from kg.query import format_result, run_query

    if [sparql, file, name].count(None) != 2:
        raise typer.BadParameter(
            "give one of SPARQL, --file and --name (kg queries lists the names)."
        )
    text = file.read_text(encoding="utf8") if file else sparql
    result = run_query(folder, text, name=name, params=to_params(param or []))
    lines = format_result(result, form.value).rstrip("\n")
    typer.echo(lines) if lines else complain("no rows.", code=0)


@app.command(
    epilog=example(
        "kg export demo --to graphml -o demo.graphml",
        "kg export demo --to gdelt -o demo.tsv",
    )
)
def export(
    folder: Graph,
    to: Annotated[GraphFormat, typer.Option("--to", help="Format to write.", show_default=False)],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FILE", help="File to write.", show_default=False),
    ],
) -> None:
    """Write a graph in another format.

    RDF: turtle, turtle12 (each relation annotated with the reports that state it, RDF 1.2),
    ntriples, rdfxml and jsonld; trig and nquads keep the articles apart. Networks of actors:
    graphml, gexf (with time, for Gephi), cypher (a script for Neo4j). Events: csv, gdelt and
    polecat (in the shape of those tables, tab-separated), and each as Parquet.
    """
    from kg.export import export as export_graph

    export_graph(folder, to.value, out)


@app.command(
    epilog=example(
        "kg view demo -o demo.html --open",
    )
)
def view(
    folder: Graph,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Page to write.")] = Path(
        "graph.html"
    ),
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write a graph as an interactive page.

    It is one file that loads nothing from the network.
    """
    from kg.view import write_page

    write_page(folder, out)
    if show:
        typer.launch(out.resolve().as_uri())


@app.command(
    epilog=example(
        "kg validate demo",
    )
)
def validate(folder: Graph) -> None:
    """Check a graph against its SHACL shapes."""
    from kg.graph.shapes.validate import validate as validate_graph

    report = validate_graph(folder)
    for line in report.violations:
        typer.echo(line)
    if not report.conforms:
        count = len(report.violations)
        raise typer.Exit(complain(f"{folder} breaks the shapes in {count} places: each is a line."))
    typer.echo(f"{folder} conforms to the shapes.")


@app.command(
    epilog=example(
        'kg explain "O Chile enviou remédios ao Peru." --lang pt',
    )
)
def explain(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="One sentence.", show_default=False)
    ],
    lang: Annotated[
        str, typer.Option("--lang", metavar="CODE", help="Its language.", show_default=False)
    ],
) -> None:
    """Show how a sentence is read.

    Its parse, its mentions with what they were linked to, the rule that fired and each argument,
    or the reason why none did.
    """
    from kg.explain import explain as explain_sentence

    typer.echo(format_explanation(explain_sentence(sentence, lang=lang)))


def to_params(pairs: list[str]) -> dict[str, str]:
    """KEY=VALUE options as a mapping. Raises BadParameter."""
    for pair in pairs:
        if "=" not in pair:
            raise typer.BadParameter(f"--param {pair!r} is not KEY=VALUE.")
    return dict(pair.split("=", 1) for pair in pairs)


def note_undated(
    articles: Iterable[Article | InputError], undated: list[str]
) -> Iterator[Article | InputError]:
    """The same articles; the ids of those without a date are added to a list as they are taken."""
    for item in articles:
        if isinstance(item, Article) and item.date is None:
            undated.append(item.id)
        yield item


def report_undated(ids: Sequence[str]) -> None:
    """Say in one line which articles have no date, and what that costs."""
    if not ids:
        return
    named = ", ".join(ids[:NAMED]) + (", …" if len(ids) > NAMED else "")
    many = "1 article has" if len(ids) == 1 else f"{len(ids):,} articles have"
    complain(f'{many} no date, which leaves "on Monday" open there: {named}. --date gives one.')


@contextmanager
def track(
    articles: Iterable[Article | InputError], inputs: list[str], *, show: bool
) -> Iterator[Iterable[Article | InputError]]:
    """The same articles, with a progress bar on standard error that moves as they are taken."""
    if not show:
        yield articles
        return
    from kg.read import count_inputs

    columns = ("[progress.description]{task.description}", BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        yield bar.track(articles, total=count_inputs(inputs), description="Reading")
