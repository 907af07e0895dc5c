"""Articles that print the same story: the agency's report in ten outlets is one telling of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.graph.merge.blocking import find_neighbours
from kg.graph.merge.joining import Limits, Measure, join_pairs
from kg.graph.merge.reading import Copies
from kg.graph.merge.records import Told
from kg.graph.merge.settings import CopySettings, load_settings
from kg.graph.sketch import resemblance
from kg.ontology.namespaces import DCTERMS, KG

# Bytes of a sketch in which two copies have to agree to be compared: of two articles that share
# six runs of ten, all but one pair in a hundred do in one of the 32 stretches.
_STRETCH = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as far as copies are found by it."""

    iri: str
    sketch: bytes
    day: date | None = None


def read_printed(told: Told) -> Iterator[Printed]:
    """An article as far as copies are found by it; one of few words is no copy of anything."""
    record = told.about[told.article]
    if digits := record.one(KG.textSketch):
        day = record.one(DCTERMS.issued)
        yield Printed(told.article, bytes.fromhex(digits), date.fromisoformat(day) if day else None)


def find_copies(articles: Sequence[Printed]) -> Copies:
    """Each copy with its story's first article: the earliest, of one day the first by IRI.

    Copies resemble each other and appear within few days; see ``ontologies/merge.yaml``.
    """
    settings = load_settings().copies
    pairs = find_neighbours(articles, _find_blocks, _position, window=settings.window)
    groups = join_pairs(articles, pairs, _measure(settings))
    found: dict[str, str] = {}
    for members in groups.members:
        first, *others = sorted(members, key=lambda one: (one.day or date.max, one.iri))
        found |= {other.iri: first.iri for other in others}
    return found


def _find_blocks(article: Printed) -> Iterator[tuple[int, bytes]]:
    """The stretches of its sketch: locality-sensitive hashing by bands."""
    for start in range(0, len(article.sketch), _STRETCH):
        yield start, article.sketch[start : start + _STRETCH]


def _position(article: Printed) -> str:
    return article.iri


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
