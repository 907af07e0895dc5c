"""How the cost of a build grows with the articles: time, memory, and one article more.

    python -m benchmarks.growth [--articles 100 1000 10000] [--real]

A line for each size, each build in a process of its own. Articles are made up (see
benchmarks.news) and come with what they say, so that the cost of the graph itself shows; with
``--real`` they are read by the pipeline instead (see benchmarks.memory). No page is written.
Seconds are of processor time, which other work on the machine
disturbs least; the clock's stand beside them.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.news import make_extraction
from kg.graph.change.build import Summary, build
from kg.types import Article, Extraction

SIZES = [100, 1_000, 10_000]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took."""

    articles: int
    triples: int
    cpu: float
    """Seconds of processor time."""
    clock: float
    more: float
    """Seconds of processor time for one article more."""
    memory: float
    """Peak in MB."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=SIZES)
    parser.add_argument("--real", action="store_true")
    options = parser.parse_args()
    print(
        f"{'articles':>8} {'triples':>10} {'cpu s':>8} {'clock s':>8} {'ms/article':>11} "
        f"{'one more, s':>12} {'MB':>6}"
    )
    for count in options.articles:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            cost = pool.apply(measure, (count, options.real))
        print(
            f"{cost.articles:8,} {cost.triples:10,} {cost.cpu:8.1f} {cost.clock:8.1f} "
            f"{cost.cpu / cost.articles * 1000:11.1f} {cost.more:12.1f} {cost.memory:6.0f}",
            flush=True,
        )


def measure(count: int, real: bool) -> Cost:
    """Build a graph of so many articles, and then add one."""
    articles, extract = (make_real if real else make_stubs)(count + 1)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "graph"
        cpu, clock = time.process_time(), time.perf_counter()
        summary = run(articles[:count], out, extract)
        cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
        more = time.process_time()
        run(articles[count:], out, extract)
        more = time.process_time() - more
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(count, summary.triples, cpu, clock, more, peak)


def make_stubs(count: int) -> tuple[list[Article], Callable[[Article], Extraction]]:
    """Made-up articles, and what returns what they say."""
    stories = {story.article.id: story for story in map(make_extraction, range(count))}
    return [story.article for story in stories.values()], lambda article: stories[article.id]


def make_real(count: int) -> tuple[list[Article], Callable[[Article], Extraction]]:
    """Articles to be read, and the pipeline, which is loaded."""
    from benchmarks.memory import make_articles
    from kg.pipeline import extract

    articles = list(islice(make_articles(), count))
    for article in {article.lang: article for article in articles}.values():
        extract(article)
    return articles, extract


def run(
    articles: Iterable[Article], out: Path, extract: Callable[[Article], Extraction]
) -> Summary:
    """Build without a page."""
    return build(
        articles,
        out,
        extractor=extract,
        write_page=lambda directory, path: path.write_text(""),
        version=lambda lang: "1.0",
    )


if __name__ == "__main__":
    main()
