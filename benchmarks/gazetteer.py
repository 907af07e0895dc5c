"""Time of the actor stage with the gazetteer as it is and with ten times as many names.

    python -m benchmarks.gazetteer [FILE ...] [--repeat N]

The names are those of people, nine times more with other words. Prints for each language the
processor time of all steps before the events, with either gazetteer, and the ratio. Without FILE
the example articles are read. One core: OMP_NUM_THREADS=1; some 3 GB of memory.
"""

import argparse
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from benchmarks.throughput import ACTORS, EXAMPLES
from kg.errors import InputError
from kg.language import make_doc
from kg.ontology import gazetteer
from kg.ontology.entries import COUNTRY, NAMES, TYPE
from kg.pipeline import load_pipeline
from kg.read import read_inputs
from kg.types import Article

TIMES = 10
COPIED = frozenset([*NAMES, TYPE, COUNTRY])
read_file = gazetteer.read_file


def main() -> None:
    """Measure in two processes, since a process reads the gazetteer once, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=[str(EXAMPLES)])
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    small, large = (in_process(times, options.files, options.repeat) for times in (1, TIMES))
    for lang, seconds in small.items():
        ratio = large[lang] / seconds
        print(
            f"{lang}: {seconds:.3f} s, ten times the names {large[lang]:.3f} s, ratio {ratio:.2f}"
        )


def in_process(times: int, files: list[str], repeat: int) -> dict[str, float]:
    """What `measure` gives in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, times, files, repeat).result()


def measure(times: int, files: list[str], repeat: int) -> dict[str, float]:
    """Language to the seconds that the actor stage takes, the best of several runs."""
    gazetteer.read_file = lambda name, folder=None: enlarged(name, folder, times)
    found = read_inputs(files, date=None, lang=None, stdin=None)
    articles = [item for item in found if not isinstance(item, InputError)]
    return {
        lang: min(time_actors([a for a in articles if a.lang == lang]) for _ in range(repeat))
        for lang in sorted({article.lang for article in articles})
    }


def enlarged(name: str, folder: Path | None, times: int) -> Iterator[Quad]:
    """The statements of a file; those on the names of people so many times."""
    for quad in read_file(name, folder):
        yield quad
        if name == "people.ttl" and quad.predicate.value in COPIED:
            yield from (copied(quad, k) for k in range(1, times))


def copied(quad: Quad, k: int) -> Quad:
    """A statement on somebody else, every word of whose name ends in another letter."""
    value = quad.object
    if isinstance(value, Literal):
        words = " ".join(word + "bdfglmprt"[k - 1] for word in value.value.split())
        value = Literal(words, language=value.language) if value.language else Literal(words)
    subject = quad.subject
    assert isinstance(subject, NamedNode)
    return Quad(NamedNode(f"{subject.value}-{k}"), quad.predicate, value)


def time_actors(articles: list[Article]) -> float:
    """Seconds that the steps before the events take."""
    pipeline, seconds = load_pipeline(articles[0].lang), 0.0
    for article in articles:
        doc = make_doc(pipeline, article)
        for name, step in pipeline.pipeline:
            start = time.process_time()
            doc = step(doc)
            seconds += time.process_time() - start if name in ACTORS else 0.0
    return seconds


if __name__ == "__main__":
    main()
