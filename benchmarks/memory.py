"""Peak memory after 100, 1,000 and 10,000 articles: it must not grow with their number.

    python -m benchmarks.memory [--articles N]

The articles are paragraphs of the examples, each with a sentence of its own about people of other
names, so that nothing that is kept by name stays small by chance. Takes some minutes.
"""

import argparse
import resource
from collections.abc import Iterator
from itertools import cycle, islice

from benchmarks.news import name
from benchmarks.throughput import EXAMPLES
from kg.errors import InputError
from kg.pipeline import extract
from kg.read import read_inputs
from kg.types import Article

ADDED = {
    "en": "{one}, the foreign minister, met {other} in {place} on Monday.",
    "pt": "O chanceler {one} reuniu-se com {other} em {place} na segunda-feira.",
}
STAGES = (100, 1_000, 10_000)


def main() -> None:
    """Extract, and print the peak at each stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=STAGES[-1])
    options = parser.parse_args()
    for count, article in enumerate(islice(make_articles(), options.articles), start=1):
        extract(article)
        if count in STAGES:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{count:6,} articles: peak memory {peak:.0f} MB", flush=True)


def make_articles() -> Iterator[Article]:
    """Short articles without end, no two of the same names."""
    found = read_inputs([str(EXAMPLES)], date=None, lang=None, stdin=None)
    articles = [item for item in found if not isinstance(item, InputError)]
    parts = [(a, a.text[start:end]) for a in articles for start, end in a.body]
    for number, (article, part) in enumerate(cycle(parts)):
        names = (f"{name(number * 3 + k)} {name(number * 7 + k)}" for k in range(2))
        one, other = names
        text = f"{part}\n\n{ADDED[article.lang].format(one=one, other=other, place=name(number))}"
        body = ((0, len(part)), (len(part) + 2, len(text)))
        yield Article(f"{article.id}-{number}", text, article.lang, article.date, body=body)


if __name__ == "__main__":
    main()
