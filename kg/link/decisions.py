"""The choice between the things that a name can mean, with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.link.settings import load_settings
from kg.types import Candidate


@dataclass(frozen=True, slots=True)
class Decision:
    """What a name can mean, the best first."""

    candidates: tuple[Candidate, ...]
    """At least one."""
    unsure: bool
    """Is another candidate about as good, or none good?"""

    @property
    def best(self) -> Candidate:
        """The candidate with the highest score."""
        return self.candidates[0]


def decide(reasons: Mapping[str, Mapping[str, float]], sure: float = 0.0) -> Decision:
    """Rank candidates by the sum of what speaks for them, equals by IRI.

    reasons: IRI to feature to what it adds.
    sure: the score that the best needs.
    """
    ranked = sorted(
        (
            Candidate(iri, round(sum(why.values()), 4), tuple(why.items()))
            for iri, why in reasons.items()
        ),
        key=lambda candidate: (-candidate.score, candidate.iri),
    )
    runner_up = ranked[1].score if len(ranked) > 1 else 0.0
    close = len(ranked) > 1 and ranked[0].score - runner_up < load_settings().margin
    return Decision(tuple(ranked), close or ranked[0].score < sure)
