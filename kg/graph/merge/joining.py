"""Pairs of alike things into groups, with the decisions that made them: reports, or people.

The best pairs join first; one whose union would put two things at odds into one group does not
join. What people decided comes before what rules say.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Generic, Protocol, TypeVar

IriPair = tuple[str, str]
"""Two IRIs, the smaller first."""


class Thing(Protocol):
    """Whatever has an IRI."""

    @property
    def iri(self) -> str:
        """Its IRI."""


T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What rules say of two reports or people."""

    a: str
    b: str
    """IRIs, the smaller first."""
    score: float
    reasons: Mapping[str, float]
    """Feature to what it added to the score."""

    @property
    def pair(self) -> IriPair:
        """Whom or what it is about."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided, against whatever rules say."""

    same: frozenset[IriPair] = frozenset()
    apart: frozenset[IriPair] = frozenset()


NO_DECISIONS = Decisions()


@dataclass(frozen=True, slots=True)
class Limits:
    """What the score of a pair comes to."""

    threshold: float
    """A pair joins from this score on."""
    unsure: float
    """From this score on a pair that does not join is worth a look."""
    margin: float
    """Partners whose scores differ by no more than this are equally good."""
    doubts: int
    """How many of the pairs that leave a thing in doubt are kept."""


@dataclass(frozen=True, slots=True)
class Measure(Generic[T]):
    """How things of one sort are compared."""

    weigh: Callable[[T, T], dict[str, float]]
    """Feature to what it adds to the score."""
    at_odds: Callable[[T, T], bool]
    """Whether something forbids that two are one."""
    kind: Callable[[T], Hashable]
    """Whatever `at_odds` looks at: things of one kind are at odds with the same others."""
    limits: Limits


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs by what rules say of them, each best first."""

    same: list[Judgement] = field(default_factory=list)
    unsure: list[Judgement] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Groups(Generic[T]):
    """Things by group, and why."""

    members: tuple[tuple[T, ...], ...]
    """Each sorted by IRI, and by their first IRI."""
    same: tuple[Judgement, ...]
    """By which rules joined them."""
    unsure: tuple[Judgement, ...]
    """Which could be one, but stay apart."""


def join_pairs(
    things: Iterable[T],
    pairs: Iterable[tuple[T, T]],
    measure: Measure[T],
    decisions: Decisions = NO_DECISIONS,
) -> Groups[T]:
    """Sort things into groups; neither the order of the things nor that of the pairs shows."""
    return join_judged(things, weigh_pairs(pairs, measure), measure, decisions)


def join_judged(
    things: Iterable[T],
    judged: Iterable[Judgement],
    measure: Measure[T],
    decisions: Decisions = NO_DECISIONS,
) -> Groups[T]:
    """Sort things into groups by what rules say of their pairs: what `weigh_pairs` gives."""
    ordered = sorted(things, key=lambda thing: thing.iri)
    sorted_out = _sort_out(judged, {thing.iri: thing for thing in ordered}, measure, decisions)
    union = _Union(ordered, measure, decisions)
    joined = [one for one in sorted_out.same if union.join(*one.pair)]
    return Groups(union.groups(), tuple(joined), tuple(_find_open(sorted_out.unsure, union)))


def _find_open(unsure: Iterable[Judgement], union: "_Union[T]") -> Iterator[Judgement]:
    """Of the pairs between two groups the best, unless somebody decided on these groups."""
    asked = set()
    for judgement in unsure:
        groups = union.find_groups(*judgement.pair)
        if len(groups) == 2 and groups not in asked and not union.kept_apart(*groups):
            asked.add(groups)
            yield judgement


def weigh_pairs(pairs: Iterable[tuple[T, T]], measure: Measure[T]) -> Iterator[Judgement]:
    """What the rules say of the pairs that are one, or could be, in their order."""
    for a, b in pairs:
        if not measure.at_odds(a, b):
            judgement = _judge(a, b, measure)
            if judgement.score >= measure.limits.unsure:
                yield judgement


def _sort_out(
    judged: Iterable[Judgement],
    things: Mapping[str, T],
    measure: Measure[T],
    decisions: Decisions,
) -> Judged:
    """The pairs on which nobody decided: clear ones, and the best of those that leave doubts."""
    decided = decisions.same | decisions.apart
    judged = [judgement for judgement in judged if judgement.pair not in decided]
    limits = measure.limits
    likely = [judgement for judgement in judged if judgement.score >= limits.threshold]
    rivals = set(_find_rivals(likely, things, measure))
    clear = [judgement for judgement in likely if judgement.pair not in rivals]
    doubtful = [
        judgement
        for judgement in judged
        if judgement.pair in rivals or judgement.score < limits.threshold
    ]
    return Judged(sorted(clear, key=_rank), _keep_best(doubtful, limits.doubts))


def _judge(a: T, b: T, measure: Measure[T]) -> Judgement:
    reasons = measure.weigh(a, b)
    return Judgement(a.iri, b.iri, round(sum(reasons.values()), 4), reasons)


def _rank(judgement: Judgement) -> tuple[float, str, str]:
    return -judgement.score, judgement.a, judgement.b


def _keep_best(judgements: Iterable[Judgement], count: int) -> list[Judgement]:
    """The pairs that are among the best so many of both their things, best first."""
    kept = []
    seen: Counter[str] = Counter()
    for judgement in sorted(judgements, key=_rank):
        seen.update(judgement.pair)
        if all(seen[iri] <= count for iri in judgement.pair):
            kept.append(judgement)
    return kept


def _find_rivals(
    judged: Iterable[Judgement], things: Mapping[str, T], measure: Measure[T]
) -> Iterator[IriPair]:
    """The pairs of a thing with partners that fit it equally well, but not each other.

    "Russia struck Ukraine", without a date, fits the strike of each night: it joins none.
    """
    partners: dict[str, list[tuple[Judgement, T]]] = defaultdict(list)
    for judgement in judged:
        partners[judgement.a].append((judgement, things[judgement.b]))
        partners[judgement.b].append((judgement, things[judgement.a]))
    for found in partners.values():
        enough = round(max(judgement.score for judgement, _ in found) - measure.limits.margin, 4)
        best = [(judgement, other) for judgement, other in found if judgement.score >= enough]
        for a, b in combinations(_group_by_kind(best, measure), 2):
            if measure.at_odds(a[0][1], b[0][1]):
                yield from (judgement.pair for judgement, _ in a + b)


def _group_by_kind(
    partners: Iterable[tuple[Judgement, T]], measure: Measure[T]
) -> list[list[tuple[Judgement, T]]]:
    groups: dict[Hashable, list[tuple[Judgement, T]]] = defaultdict(list)
    for judgement, other in partners:
        groups[measure.kind(other)].append((judgement, other))
    return list(groups.values())


class _Union(Generic[T]):
    """Union-find whose sets know their members, and refuse to hold two that are at odds."""

    def __init__(self, things: Sequence[T], measure: Measure[T], decisions: Decisions) -> None:
        self._measure = measure
        self._root = {thing.iri: thing.iri for thing in things}
        self._members = {thing.iri: [thing] for thing in things}
        self._kinds = {thing.iri: {measure.kind(thing): thing} for thing in things}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for a, b in decisions.apart:
            self._apart[a].add(b)
            self._apart[b].add(a)
        for a, b in sorted(decisions.same):
            if a in self._root and b in self._root:
                self.join(a, b, decided=True)

    def join(self, a: str, b: str, *, decided: bool = False) -> bool:
        """Unite the sets of two things; False when they are one already, or at odds.

        decided: by people, who may know better than what puts two at odds.
        """
        large, small = sorted((self._find(a), self._find(b)), key=self._size, reverse=True)
        if large == small or self.kept_apart(large, small):
            return False
        if not decided and self._clash(large, small):
            return False
        self._root[small] = large
        self._members[large] += self._members.pop(small)
        self._kinds[large] |= self._kinds.pop(small)
        return True

    def find_groups(self, a: str, b: str) -> frozenset[str]:
        """The sets of two things, one or two, each by the IRI that it goes by for now."""
        return frozenset([self._find(a), self._find(b)])

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether somebody decided that a member of one set is not the same as one of the other."""
        large, small = sorted((one, other), key=self._size, reverse=True)
        return any(
            decided in self._root and self._find(decided) == large
            for member in self._members[small]
            for decided in self._apart.get(member.iri, ())
        )

    def groups(self) -> tuple[tuple[T, ...], ...]:
        """The sets, each sorted by IRI, and sorted by their first IRI."""
        ordered = [
            tuple(sorted(members, key=lambda thing: thing.iri))
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
        return any(self._measure.at_odds(a, b) for a, b in pairs)
