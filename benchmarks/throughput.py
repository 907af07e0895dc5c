"""Words a second of the bare spaCy pipeline and of the whole extraction, on the same articles.

    python -m benchmarks.throughput [FILE ...] [--repeat N]

Prints for each language both speeds, their ratio, and the share of each step in the time of the
bare pipeline; below "events" that of each circumstance, the rest being triggers and arguments. Each
is the processor time of the fastest of N runs on each article, added up, so that other work on the
machine counts little.
Without FILE the example articles are read. One core: OMP_NUM_THREADS=1.
"""

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language as Pipeline

from kg.assemble import to_extraction
from kg.errors import InputError
from kg.extract import events
from kg.language import find_pipeline, make_doc
from kg.pipeline import STEPS, load_pipeline
from kg.read import read_inputs
from kg.types import Article

EXAMPLES = Path(__file__).parents[1] / "examples"
ACTORS = tuple(step for step in STEPS if step != "events")
CIRCUMSTANCES = {
    "time": ["read_times", "time_spans", "date_beside"],
    "place": ["find_places", "leave_place"],
    "quantity": ["find_quantities", "locate_quantities", "find_casualties"],
    "attribution": ["find_speakers"],
    "modality": ["find_denial", "find_modality"],
    "links": ["find_links", "find_agreements"],
}
"""Part of the events step to the functions of kg.extract.events that do it."""

spent: dict[str, float] = defaultdict(float)
"""Seconds that each circumstance took since it was last cleared."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=[str(EXAMPLES)])
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    watch_circumstances()
    by_language: dict[str, list[Article]] = defaultdict(list)
    for item in read_inputs(options.files, date=None, lang=None, stdin=None):
        if not isinstance(item, InputError):
            by_language[item.lang].append(item)
    for lang, articles in sorted(by_language.items()):
        for line in measure(lang, articles, options.repeat):
            print(line)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def measure(lang: str, articles: Sequence[Article], repeat: int) -> Iterator[str]:
    """The lines for one language; of each article the best run, since noise only ever adds."""
    bare = spacy.load(find_pipeline(lang))
    full = load_pipeline(lang)
    docs = [make_doc(full, article) for article in articles]
    words = sum(len(doc) for doc in docs)
    texts = [doc.text for doc in docs]
    for text in texts:  # the first reading of a text is slower: caches fill
        bare(text)
    parse, best = 0.0, dict[str, float]()
    for text, article in zip(texts, articles, strict=True):
        alone, runs = [], []
        for _ in range(repeat):
            alone.append(time_bare(bare, text))
            runs.append(time_steps(full, article))
        parse += min(alone)
        for step in dict.fromkeys(step for run in runs for step in run):
            best[step] = best.get(step, 0.0) + min(run.get(step, 0.0) for run in runs)
    whole = sum(seconds for step, seconds in best.items() if step not in CIRCUMSTANCES)
    actors = sum(best[step] for step in ACTORS)
    around = sum(best.get(part, 0.0) for part in CIRCUMSTANCES)
    yield f"{lang}: {len(articles)} articles, {words:,} words"
    yield f"  bare pipeline     {words / parse:9,.0f} words/s"
    yield f"  whole extraction  {words / whole:9,.0f} words/s, ratio {parse / whole:.2f}"
    yield f"  actors            {100 * actors / parse:9.1f} % of the bare pipeline"
    yield f"  triggers          {100 * (best['events'] - around) / parse:9.1f} %"
    yield f"  circumstances     {100 * around / parse:9.1f} %"
    for step, seconds in best.items():
        indent = "  " if step in CIRCUMSTANCES else ""
        yield f"    {indent + step:14} {100 * seconds / parse:6.1f} %"


def time_bare(bare: Pipeline, text: str) -> float:
    """Seconds that the bare pipeline took for a text."""
    start = time.process_time()
    bare(text)
    return time.process_time() - start


def time_steps(pipeline: Pipeline, article: Article) -> dict[str, float]:
    """Seconds that each step took for an article; "parser" is all that comes before ours."""
    seconds: dict[str, float] = defaultdict(float)
    spent.clear()
    start = time.process_time()
    doc = make_doc(pipeline, article)
    for name, step in pipeline.pipeline:
        doc = step(doc)
        now = time.process_time()
        seconds[name if name in STEPS else "parser"] += now - start
        start = now
    to_extraction(doc, article)
    doc.user_data.clear()  # as kg.pipeline.extract does
    seconds["values"] = time.process_time() - start
    return dict(seconds) | spent


def watch_circumstances() -> None:
    """Time the functions of CIRCUMSTANCES where the events step calls them."""
    for part, names in CIRCUMSTANCES.items():
        for name in names:
            setattr(events, name, timed(getattr(events, name), part))
    events.Counts.find = timed(events.Counts.find, "quantity")  # type: ignore[method-assign]
    events.Dater.date = timed(events.Dater.date, "time")  # type: ignore[method-assign]


def timed(function: Callable[..., Any], part: str) -> Callable[..., Any]:
    """The function, its time added to that of its part."""

    @wraps(function)
    def run(*args: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return function(*args, **options)
        finally:
            spent[part] += time.process_time() - start

    return run


if __name__ == "__main__":
    main()
