"""Articles that print the same story: the agency's report in ten outlets is one telling of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import Literal, Store

from kg.graph.merge.joining import Measure, join_pairs
from kg.graph.merge.pairs import neighbours, order_pairs
from kg.graph.merge.reading import Copies, from_articles, to_iri
from kg.graph.merge.settings import CopySettings, load_settings
from kg.graph.sketch import resemblance
from kg.graph.terms import node
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


def read_copies(store: Store) -> Copies:
    """The copies among the article graphs of a store."""
    days = {iri: date.fromisoformat(day) for iri, day in _read_values(store, DCTERMS.issued)}
    sketches = _read_values(store, KG.textSketch)
    return find_copies(
        [Printed(iri, bytes.fromhex(digits), days.get(iri)) for iri, digits in sketches]
    )


def find_copies(articles: Sequence[Printed]) -> Copies:
    """Each copy with its story's first article: the earliest, of one day the first by IRI.

    Copies resemble each other and appear within few days; see ``ontologies/merge.yaml``.
    """
    settings = load_settings().copies
    groups = join_pairs(articles, _find_pairs(articles, settings.window), _measure(settings))
    found: dict[str, str] = {}
    for members in groups.members:
        first, *others = sorted(members, key=lambda one: (one.day or date.max, one.iri))
        found |= {other.iri: first.iri for other in others}
    return found


def _find_pairs(articles: Iterable[Printed], window: int) -> list[tuple[Printed, Printed]]:
    """Pairs that agree in a stretch of their sketches: locality-sensitive hashing by bands."""
    blocks: dict[tuple[int, bytes], list[Printed]] = defaultdict(list)
    for article in articles:
        for start in range(0, len(article.sketch), _STRETCH):
            blocks[start, article.sketch[start : start + _STRETCH]].append(article)
    ordered = (sorted(block, key=lambda one: one.iri) for block in blocks.values())
    return order_pairs(pair for block in ordered for pair in neighbours(block, window))


def _measure(settings: CopySettings) -> Measure[Printed]:
    days = timedelta(settings.days)

    def at_odds(a: Printed, b: Printed) -> bool:
        return a.day is not None and b.day is not None and abs(a.day - b.day) > days

    return Measure(
        weigh=lambda a, b: {"same_words": resemblance(a.sketch, b.sketch)},
        at_odds=at_odds,
        kind=lambda article: article.day,
        threshold=settings.threshold,
        unsure=settings.threshold,
        # No copy is a rival of another: below any best score there is none.
        margin=-1.0,
        doubts=0,
    )


def _read_values(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in from_articles(store, predicate=node(predicate)):
        if isinstance(quad.object, Literal):
            yield to_iri(quad), quad.object.value
