"""Pairs of reports into events, with the decisions that made them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.graph.merge.features import at_odds, weigh
from kg.graph.merge.pairs import find_pairs
from kg.graph.merge.reports import Report
from kg.graph.merge.settings import load_settings

Kind = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The decision that two reports tell of one event."""

    a: str
    b: str
    """IRIs of the reports, the smaller first."""
    score: float
    reasons: Mapping[str, float]
    """Feature to what it added to the score."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Reports by event, and why."""

    events: tuple[tuple[Report, ...], ...]
    """Each sorted by IRI, and by their first IRI."""
    judgements: tuple[Judgement, ...]


def cluster_reports(reports: Sequence[Report]) -> Clusters:
    """Sort reports into events.

    The best pairs join first; one whose union would put two reports at odds into one event does
    not join. The order of the reports never shows.
    """
    judged = judge_pairs(reports)
    union = _Union(reports)
    joined = [judgement for judgement in judged if union.join(judgement.a, judgement.b)]
    return Clusters(union.clusters(), tuple(joined))


def judge_pairs(reports: Iterable[Report]) -> list[Judgement]:
    """The pairs that reach the threshold and are not ambiguous, best first."""
    settings = load_settings()
    by_iri = {report.iri: report for report in reports}
    pairs = find_pairs(by_iri.values(), window=settings.window)
    judged = [_judge(a, b) for a, b in pairs if not at_odds(a, b)]
    likely = [judgement for judgement in judged if judgement.score >= settings.threshold]
    unsure = set(_find_ambiguous(likely, by_iri, settings.margin))
    clear = [judgement for judgement in likely if (judgement.a, judgement.b) not in unsure]
    return sorted(clear, key=lambda judgement: (-judgement.score, judgement.a, judgement.b))


def _judge(a: Report, b: Report) -> Judgement:
    reasons = weigh(a, b)
    return Judgement(a.iri, b.iri, round(sum(reasons.values()), 4), reasons)


def _find_ambiguous(
    judged: Iterable[Judgement], reports: Mapping[str, Report], margin: float
) -> Iterator[tuple[str, str]]:
    """The pairs of a report with partners that fit it equally well, but not each other.

    "Russia struck Ukraine", without a date, fits the strike of each night: it joins none.
    """
    partners: dict[str, list[tuple[Judgement, Report]]] = defaultdict(list)
    for judgement in judged:
        partners[judgement.a].append((judgement, reports[judgement.b]))
        partners[judgement.b].append((judgement, reports[judgement.a]))
    for found in partners.values():
        enough = round(max(judgement.score for judgement, _ in found) - margin, 4)
        best = [(judgement, other) for judgement, other in found if judgement.score >= enough]
        for a, b in combinations(_group_by_kind(best), 2):
            if at_odds(a[0][1], b[0][1]):
                yield from ((judgement.a, judgement.b) for judgement, _ in a + b)


def _group_by_kind(
    partners: Iterable[tuple[Judgement, Report]],
) -> list[list[tuple[Judgement, Report]]]:
    groups: dict[Kind, list[tuple[Judgement, Report]]] = defaultdict(list)
    for judgement, other in partners:
        groups[_kind(other)].append((judgement, other))
    return list(groups.values())


def _kind(report: Report) -> Kind:
    """Whatever a veto looks at: reports of one kind are at odds with the same others."""
    return (
        *(report.type, report.polarity, report.span, report.sources, report.targets),
        *(report.places, report.around),
    )


class _Union:
    """Union-find whose sets know their members, and refuse to hold two that are at odds."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._root = {report.iri: report.iri for report in reports}
        self._members = {report.iri: [report] for report in reports}
        self._kinds = {report.iri: {_kind(report): report} for report in reports}

    def join(self, a: str, b: str) -> bool:
        """Unite the sets of two reports; False when they are one already, or at odds."""
        large, small = sorted((self._find(a), self._find(b)), key=self._size, reverse=True)
        if large == small or self._clash(large, small):
            return False
        self._root[small] = large
        self._members[large] += self._members.pop(small)
        self._kinds[large] |= self._kinds.pop(small)
        return True

    def clusters(self) -> tuple[tuple[Report, ...], ...]:
        """The sets, each sorted by IRI, and sorted by their first IRI."""
        ordered = [
            tuple(sorted(members, key=lambda report: report.iri))
            for members in self._members.values()
        ]
        return tuple(sorted(ordered, key=lambda members: members[0].iri))

    def _find(self, iri: str) -> str:
        while self._root[iri] != iri:
            self._root[iri] = self._root[self._root[iri]]
            iri = self._root[iri]
        return iri

    def _size(self, root: str) -> int:
        return len(self._members[root])

    def _clash(self, first: str, second: str) -> bool:
        pairs = product(self._kinds[first].values(), self._kinds[second].values())
        return any(at_odds(a, b) for a, b in pairs)
