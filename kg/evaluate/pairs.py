"""PAIR: is each gold event found, with its root and its actors, and is each prediction right?"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluate.actors import Direction, actor_key, direction
from kg.evaluate.outcomes import Outcomes
from kg.evaluate.sentences import Actor, CodedEvent, Sentence
from kg.evaluate.settings import load_settings


@dataclass(frozen=True)
class Reading:
    """The gold events of a sentence with actors, the distinct predictions, and how they compare."""

    gold: tuple[CodedEvent, ...]
    predicted: tuple[CodedEvent, ...]
    ways: tuple[tuple[Direction | None, ...], ...]
    """For each gold event and each prediction, which way round it has the actors."""
    free: int
    """Predictions about nobody in the gold that cost nothing."""

    def right(self, i: int) -> bool:
        """Has a prediction root and actors of a gold event?"""
        return any(gold.root == self.predicted[i].root for gold in self.on(i, "forward"))

    def on(self, i: int, way: Direction) -> list[CodedEvent]:
        """The gold events whose actors a prediction has, that way round."""
        return [gold for gold, ways in zip(self.gold, self.ways, strict=True) if ways[i] == way]

    def about(self, g: int, way: Direction = "forward") -> list[int]:
        """The predictions that have the actors of a gold event, that way round."""
        return [i for i, found in enumerate(self.ways[g]) if found == way]

    def found(self, g: int) -> bool:
        """Was a gold event predicted, with root and actors?"""
        return any(self.predicted[i].root == self.gold[g].root for i in self.about(g))

    def wrong(self) -> list[int]:
        """The predictions that are wrong.

        Not those that tell a mutual event from the other side, nor the first few about nobody in
        the gold.
        """
        strays = [i for i in range(len(self.predicted)) if not self.is_about_gold(i)]
        return sorted(
            strays[self.free :]
            + [
                i
                for i in range(len(self.predicted))
                if self.is_about_gold(i) and not self.right(i) and not self.mirrors(i)
            ]
        )

    def is_about_gold(self, i: int) -> bool:
        """Has a prediction the actors of a gold event, either way round?"""
        return any(ways[i] for ways in self.ways)

    def mirrors(self, i: int) -> bool:
        """Is a prediction a mutual gold event, told from the other side?"""
        root = self.predicted[i].root
        return any(gold.mutual and gold.root == root for gold in self.on(i, "reverse"))


def read_pairs(sentence: Sentence) -> Reading:
    """How the gold events and the predictions of a sentence compare."""
    gold = tuple(event for event in sentence.gold if event.sources or event.targets)
    predicted = distinct(sentence)
    actorless = len(sentence.gold) - len(gold)
    return Reading(
        gold,
        predicted,
        tuple(tuple(direction(g, p, sentence) for p in predicted) for g in gold),
        actorless + (0 if sentence.rules.exhaustive else load_settings().free),
    )


def distinct(sentence: Sentence) -> tuple[CodedEvent, ...]:
    """One prediction for each root and actors: what is said twice counts once."""

    def keys(side: tuple[Actor, ...]) -> frozenset[str]:
        return frozenset(actor_key(actor, sentence) for actor in side)

    return tuple(
        {
            (event.root, keys(event.sources), keys(event.targets)): event
            for event in sentence.predicted
        }.values()
    )


def pair_outcomes(reading: Reading) -> Outcomes:
    """Gold events found or missed, predictions right or wrong."""
    for g, event in enumerate(reading.gold):
        yield ("found" if reading.found(g) else "missed"), event.root
    for i, event in enumerate(reading.predicted):
        if reading.right(i):
            yield "right", event.root
    for i in reading.wrong():
        yield "wrong", reading.predicted[i].root


def root_credits(reading: Reading) -> Iterator[float]:
    """For each gold event with two sides whose pair was found: the share of the right root.

    Each other root that was given to the pair and is right nowhere takes its part of it.
    """
    for g, event in enumerate(reading.gold):
        about = reading.about(g)
        if about and event.sources and event.targets:
            others = {reading.predicted[i].root for i in about if not reading.right(i)}
            yield reading.found(g) / (1 + len(others))
