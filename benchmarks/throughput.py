"""Words a second of the bare spaCy pipeline and of the whole extraction, on the same articles.

    python -m benchmarks.throughput [FILE ...] [--repeat N]

Prints for each language both speeds, their ratio, and the share of each step in the time of the
bare pipeline. Without FILE the example articles are read. One core: OMP_NUM_THREADS=1.
"""

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy

from kg.assemble import to_extraction
from kg.errors import InputError
from kg.language import find_pipeline, make_doc
from kg.pipeline import STEPS, load_pipeline
from kg.read import read_inputs
from kg.types import Article

EXAMPLES = Path(__file__).parents[1] / "examples"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=[str(EXAMPLES)])
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    by_language: dict[str, list[Article]] = defaultdict(list)
    for item in read_inputs(options.files, date=None, lang=None, stdin=None):
        if not isinstance(item, InputError):
            by_language[item.lang].append(item)
    for lang, articles in sorted(by_language.items()):
        for line in measure(lang, articles, options.repeat):
            print(line)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def measure(lang: str, articles: Sequence[Article], repeat: int) -> Iterator[str]:
    """The lines for one language; the best of several runs, since noise only ever adds."""
    bare = spacy.load(find_pipeline(lang))
    full = load_pipeline(lang)
    docs = [make_doc(full, article) for article in articles]
    words = sum(len(doc) for doc in docs)
    texts = [doc.text for doc in docs]
    for text in texts:  # the first reading of a text is slower: caches fill
        bare(text)
    alone, shares = [], []
    for _ in range(repeat):
        start = time.perf_counter()
        for text in texts:
            bare(text)
        alone.append(time.perf_counter() - start)
        shares.append(time_steps(lang, articles))
    parse = min(alone)
    best = {step: min(run[step] for run in shares) for step in shares[0]}
    whole = sum(best.values())
    yield f"{lang}: {len(articles)} articles, {words:,} words"
    yield f"  bare pipeline     {words / parse:9,.0f} words/s"
    yield f"  whole extraction  {words / whole:9,.0f} words/s, ratio {parse / whole:.2f}"
    for step, seconds in best.items():
        yield f"    {step:14} {100 * seconds / parse:6.1f} % of the bare pipeline"


def time_steps(lang: str, articles: Sequence[Article]) -> dict[str, float]:
    """Seconds that each step took for all articles; "parser" is all that comes before ours."""
    pipeline = load_pipeline(lang)
    seconds: dict[str, float] = defaultdict(float)
    for article in articles:
        start = time.perf_counter()
        doc = make_doc(pipeline, article)
        for name, step in pipeline.pipeline:
            doc = step(doc)
            now = time.perf_counter()
            seconds[name if name in STEPS else "parser"] += now - start
            start = now
        to_extraction(doc, article)
        seconds["values"] += time.perf_counter() - start
    return dict(seconds)


if __name__ == "__main__":
    main()
