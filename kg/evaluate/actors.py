"""Are two actors the same, do two sides of an event agree, and which way round?"""

from collections.abc import Callable, Sequence
from typing import Literal

from kg.evaluate.sentences import Actor, CodedEvent, Sentence

Direction = Literal["forward", "reverse"]


def by_country(event: CodedEvent, sentence: Sentence) -> bool:
    """Are the actors of this gold event compared by country, and not by their words?

    If every side that it has gives one, and the two differ: a government and its rebels share their
    country, and only their words tell them apart.
    """
    if not sentence.rules.countries:
        return False
    sides = [side for side in (event.sources, event.targets) if side]
    countries = [{actor.country for actor in side if actor.country} for side in sides]
    if not all(countries):
        return False
    worded = all(actor.words for actor in event.sources + event.targets)
    return not (worded and len(countries) == 2 and countries[0] & countries[1])


def same_actor(
    gold: Actor, others: frozenset[str], predicted: Actor, *, country: bool, longest: int
) -> bool:
    """Is a predicted actor the gold one?

    By country, where `country` says so. By words else: they share one, the other side of the gold
    event shares no more, and the predicted actor is not half of the sentence.
    others: words of the other side. longest: how many words the predicted actor may have.
    """
    if country:
        return gold.country is not None and gold.country == predicted.country
    shared = len(gold.words & predicted.words)
    short = len(predicted.words) <= max(len(gold.words), longest)
    return shared > 0 and shared >= len(others & predicted.words) and short


def is_on(
    side: Sequence[Actor], other: Sequence[Actor], actor: Actor, *, country: bool, longest: int
) -> bool:
    """Is a predicted actor one of a side of a gold event? other: the other side."""
    words = frozenset[str]().union(*(one.words for one in other))
    return any(
        same_actor(gold, words - gold.words, actor, country=country, longest=longest)
        for gold in side
    )


def same_side(
    side: Sequence[Actor],
    other: Sequence[Actor],
    predicted: Sequence[Actor],
    *,
    country: bool,
    longest: int,
) -> bool:
    """Is one predicted actor of this side of a gold event, and none of the other side only?"""
    own = [is_on(side, other, actor, country=country, longest=longest) for actor in predicted]
    strays = (
        actor
        for actor, mine in zip(predicted, own, strict=True)
        if not mine and is_on(other, side, actor, country=country, longest=longest)
    )
    return any(own) and next(strays, None) is None


def direction(gold: CodedEvent, predicted: CodedEvent, sentence: Sentence) -> Direction | None:
    """Which way round a prediction has the actors of a gold event, None if it has others.

    Only the sides that the gold gives are asked for.
    """
    fits = side_test(gold, predicted, sentence)
    if not (gold.sources or gold.targets):
        return None
    if fits(predicted.sources, predicted.targets):
        return "forward"
    if gold.sources and gold.targets and fits(predicted.targets, predicted.sources):
        return "forward" if gold.reciprocal else "reverse"
    return None


def side_test(
    gold: CodedEvent, predicted: CodedEvent, sentence: Sentence
) -> Callable[[Sequence[Actor], Sequence[Actor]], bool]:
    """The question whether sources and targets are those of a gold event."""
    country, longest = by_country(gold, sentence), sentence.longest
    both = ((gold.sources, gold.targets), (gold.targets, gold.sources))

    def fits(sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
        return all(
            # Where everybody is on both sides, nobody can be on the wrong one.
            same_side(
                side,
                () if predicted.reciprocal else other,
                sources if predicted.reciprocal else given,
                country=country,
                longest=longest,
            )
            for (side, other), given in zip(both, (sources, targets), strict=True)
            if side
        )

    return fits


def actor_key(actor: Actor, sentence: Sentence) -> str:
    """What makes two mentions the same actor: the country where the gold goes by it, else words."""
    national = all(by_country(event, sentence) for event in sentence.gold)
    return (national and actor.country) or " ".join(sorted(actor.words))
