"""Queries and exports beside bare pyoxigraph and rdflib, on the graph of made-up articles.

    python -m benchmarks.store [DIR] [--articles 5700] [--only queries|exports|memory]
                               [--named QUERY ...]

DIR is made when it does not exist, by a build without the page, and kept: 5,700 articles give a
million triples. Seconds are of processor time, which other work on the machine disturbs least.
Three tables:

- queries: each named query by `kg.Graph.query`, by pyoxigraph alone (parsing the same SPARQL and
  reading all values), and by rdflib's own store in memory, in a process that is stopped when it has
  taken STOP times as long as kg: the ratio is at least that then. "fails": it raises an error on
  SPARQL that is valid; GROUP_CONCAT over what some rows leave unbound is mended here. A line is
  printed as soon as it is known; --named asks only some, so that a run can be gone on with.
- exports: statements a second of each RDF format by kg, and by rdflib's serializer of that format
  from its own store in memory, of the same statements in the same graphs.
- memory: the peak memory of a process that exports a fifth of the articles, and all of them.
"""

import argparse
import math
import multiprocessing
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import rdflib
from pyoxigraph import QuerySolutions
from rdflib.plugins.sparql.aggregates import Aggregator, GroupConcat
from rdflib.plugins.sparql.sparql import FrozenBindings, NotBoundError

import kg
from benchmarks import growth
from kg.export import export
from kg.graph.rdf.iris import PREFIXES
from kg.query import find_query, named_queries
from kg.query.binding import bind

STOP, LEAST = 21, 1.0
"""rdflib's limit: times as long as kg, and seconds at least."""
RACES = 9
PARAMS = {
    "article": {"article": "article-17"},
    "at-place": {"at": "Moscow"},
    "common-partners": {"a": "Brazil", "b": "Portugal"},
    "events-between": {"a": "RUS", "b": "UKR"},
    "meetings": {"person": "Babatilagu Badenonogu"},
    "partners": {"state": "Brazil"},
    "statements": {"by_whom": "Babatilagu Badenonogu"},
    "timeline": {"state": "Brazil", "since": "2020-01-01", "until": "2020-01-31"},
}
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}
QUADS = {"trig": "trig", "nquads": "nquads"}
"""Format to rdflib's name for it: of triples, and of quads."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=5_700)
    parser.add_argument("--only", choices=["queries", "exports", "memory"])
    parser.add_argument("--named", nargs="+", default=list(named_queries()), metavar="QUERY")
    options = parser.parse_args()
    directory = options.directory or Path(tempfile.mkdtemp()) / "graph"
    make_directory(directory, options.articles)
    rival = load_rival(directory) if options.only != "memory" else None
    if rival is not None and options.only != "exports":
        print_lines(compare_queries(directory, rival, options.named))
    if rival is not None and options.only != "queries":
        print_lines(compare_exports(directory, rival))
    if options.only in (None, "memory"):
        print_lines(measure_memory(directory, options.articles))


def print_lines(lines: Iterable[str]) -> None:
    """Each as soon as it is there."""
    for line in lines:
        print(line, flush=True)


def make_directory(directory: Path, articles: int) -> None:
    """Build a graph of so many made-up articles where there is none yet."""
    if not directory.exists():
        stories, extract = growth.make_stubs(articles)
        growth.run(stories, directory, extract)


class Joined(GroupConcat):
    """rdflib's GROUP_CONCAT, that raises no error where a variable of a DISTINCT one is unbound."""

    def use_row(self, row: FrozenBindings) -> bool:
        """Whether a value is there, and new."""
        try:
            return super().use_row(row)
        except NotBoundError:
            return False


def load_rival(directory: Path) -> rdflib.Graph:
    """The same union in rdflib's own store."""
    Aggregator.accumulator_classes["Aggregate_GroupConcat"] = Joined
    graph = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    start = time.process_time()
    graph.parse(directory / "graph.ttl", format="turtle")
    print(f"{len(graph):,} triples; rdflib read them in {time.process_time() - start:.0f} s")
    return graph


def compare_queries(directory: Path, rival: rdflib.Graph, names: Iterable[str]) -> Iterator[str]:
    """A line for each of some named queries."""
    graph = kg.open(directory)
    yield f"{'query':16} {'rows':>7} {'kg ms':>9} {'bare ms':>9} {'kg/bare':>8} {'rdflib/kg':>10}"
    for name in names:
        sparql = bind(find_query(name), PARAMS.get(name, {}))
        rows: list[int] = []
        own, bare = race(
            lambda name=name, rows=rows: rows.append(ask(graph, name)),
            lambda sparql=sparql: read_bare(graph, sparql),
        )
        theirs = compare_with_rdflib(lambda sparql=sparql: len(list(rival.query(sparql))), own)
        yield (
            f"{name:16} {rows[0]:7,} {own * 1000:9.1f} {bare * 1000:9.1f} {own / bare:8.2f} "
            f"{theirs:>10}"
        )


def compare_with_rdflib(run: Callable[[], object], own: float) -> str:
    """How many times as long rdflib takes, or at least takes; "fails" when it raises an error."""
    limit = math.ceil(max(STOP * own, LEAST))
    before = _children_seconds()
    process = multiprocessing.get_context("fork").Process(target=_run_within, args=(limit, run))
    process.start()
    process.join()
    ratio = f"{(_children_seconds() - before) / own:.0f}"
    if process.exitcode == -signal.SIGXCPU:
        return f"> {ratio}"
    return "fails" if process.exitcode else ratio


def _run_within(limit: int, run: Callable[[], object]) -> None:
    """The system ends the process after so many seconds of processor time."""
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    try:
        run()
    except Exception:
        sys.exit(1)


def _children_seconds() -> float:
    """Processor time of the processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ask(graph: kg.Graph, name: str) -> int:
    """The number of rows of a named query."""
    table = graph.query(name=name, **PARAMS.get(name, {}))
    assert not isinstance(table, bool)
    return len(table)


def read_bare(graph: kg.Graph, sparql: str) -> int:
    """The same by pyoxigraph alone."""
    solutions = graph.store.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(solutions, QuerySolutions)
    return len([[term and term.value for term in row] for row in solutions])


def compare_exports(directory: Path, rival: rdflib.Graph) -> Iterator[str]:
    """A line for each RDF format."""
    yield f"{'format':10} {'kg/s':>14} {'rdflib/s':>14} {'kg/rdflib':>10}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        seconds = best(lambda: export(directory, "turtle12", path), repeat=1)
        yield f"{'turtle12':10} {len(rival) / seconds:14,.0f}"
        yield from race_exports(directory, rival, len(rival), RDFLIB, path)
        export(directory, "nquads", path)
        dataset = read_quads(path)
        count = sum(1 for _ in dataset.quads())
        yield from race_exports(directory, dataset, count, QUADS, path)


def race_exports(
    directory: Path, rival: rdflib.Graph, count: int, formats: Mapping[str, str], path: Path
) -> Iterator[str]:
    """A line for each of some formats that rdflib writes too; count: of its statements."""
    for fmt, name in formats.items():
        own = best(lambda fmt=fmt: export(directory, fmt, path))
        theirs = best(lambda name=name: rival.serialize(path, name, encoding="utf-8"), repeat=1)
        yield f"{fmt:10} {count / own:14,.0f} {count / theirs:14,.0f} {theirs / own:10.1f}"


def read_quads(path: Path) -> rdflib.Dataset:
    """N-Quads in rdflib's own store."""
    dataset = rdflib.Dataset()
    dataset.parse(path, format="nquads")
    return dataset


def measure_memory(directory: Path, articles: int) -> Iterator[str]:
    """A line for each RDF format: peak MB of a process that exports a fifth, and all."""
    fifth = directory.with_name(f"{directory.name}-fifth")
    make_directory(fifth, articles // 5)
    yield f"{'format':10} {'MB at 1/5':>10} {'MB at 1/1':>10}"
    for fmt in (*RDFLIB, *QUADS):
        peaks = [peak_of(graph, fmt) for graph in (fifth, directory)]
        yield f"{fmt:10} {peaks[0]:10.0f} {peaks[1]:10.0f}"


def peak_of(directory: Path, fmt: str) -> float:
    """The peak memory in MB of a fresh process that exports a graph."""
    results: multiprocessing.SimpleQueue[float] = multiprocessing.get_context("spawn").SimpleQueue()
    process = multiprocessing.get_context("spawn").Process(
        target=_export_and_tell, args=(directory, fmt, results)
    )
    process.start()
    process.join()
    return results.get()


def _export_and_tell(
    directory: Path, fmt: str, results: "multiprocessing.SimpleQueue[float]"
) -> None:
    folder = tempfile.mkdtemp()
    export(directory, fmt, Path(folder) / "out")
    shutil.rmtree(folder)
    results.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def best(run: Callable[[], object], repeat: int = 3) -> float:
    """The least seconds of several runs, since noise only ever adds; one of what takes long."""
    times: list[float] = []
    while len(times) < repeat and sum(times) < 10:
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def race(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The least seconds of each, run in turns, so that a busy machine slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    while len(times[0]) < RACES and sum(times[0]) < 3:
        for run, found in zip((one, other), times, strict=True):
            start = time.process_time()
            run()
            found.append(time.process_time() - start)
    return min(times[0]), min(times[1])


if __name__ == "__main__":
    main()
