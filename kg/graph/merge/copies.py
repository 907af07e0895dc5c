"""Articles that print the same story: the agency's report in ten outlets is one telling of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from kg.graph.article.sketch import resemblance
from kg.graph.merge.blocking import Blocks, pair_up
from kg.graph.merge.joining import Limits, Measure, join_pairs
from kg.graph.merge.outlines import Outline
from kg.graph.merge.reading import Copies
from kg.graph.merge.settings import CopySettings, load_settings

# Bytes of a sketch in which two copies have to agree to be compared: of two articles that share
# six runs of ten, all but one pair in a hundred do in one of the 32 stretches.
_STRETCH = np.dtype("<u4")


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as far as copies are found by it."""

    iri: str
    sketch: bytes
    day: date | None = None


def read_printed(outline: Outline) -> Iterator[Printed]:
    """An article as far as copies are found by it; one of few words is no copy of anything."""
    if outline.sketch:
        day = date.fromisoformat(outline.day) if outline.day else None
        yield Printed(outline.article, bytes.fromhex(outline.sketch), day)


def find_copies(articles: Sequence[Printed]) -> Copies:
    """Each copy with its story's first article: the earliest, of one day the first by IRI.

    Copies resemble each other and appear within few days; see ``ontologies/merge.yaml``.
    """
    settings = load_settings().copies
    ordered = sorted(articles, key=lambda article: article.iri)
    one, other = pair_up(_fill_blocks(ordered), window=settings.window)
    pairs = [(ordered[i], ordered[j]) for i, j in zip(one.tolist(), other.tolist(), strict=True)]
    groups = join_pairs(ordered, pairs, _measure(settings))
    found: dict[str, str] = {}
    for members in groups.members:
        first, *others = sorted(members, key=lambda one: (one.day or date.max, one.iri))
        found |= {other.iri: first.iri for other in others}
    return found


def _fill_blocks(articles: Sequence[Printed]) -> Blocks:
    """A block for each value of each stretch of a sketch: locality-sensitive hashing by bands."""
    sketches = np.frombuffer(b"".join(article.sketch for article in articles), _STRETCH)
    stretches = sketches.reshape(len(articles), -1) if articles else sketches.reshape(0, 1)
    count = stretches.shape[1]
    numbers = (stretches.astype(np.uint64) * count + np.arange(count, dtype=np.uint64)).ravel()
    order = np.argsort(numbers, kind="stable")
    return Blocks(np.repeat(np.arange(len(articles)), count)[order], numbers[order])


def _measure(settings: CopySettings) -> Measure[Printed]:
    days = timedelta(settings.days)

    def at_odds(a: Printed, b: Printed) -> bool:
        return a.day is not None and b.day is not None and abs(a.day - b.day) > days

    return Measure(
        weigh=lambda a, b: {"same_words": resemblance(a.sketch, b.sketch)},
        at_odds=at_odds,
        kind=lambda article: article.day,
        # No copy is a rival of another: below any best score there is none.
        limits=Limits(settings.threshold, settings.threshold, margin=-1.0, doubts=0),
    )
