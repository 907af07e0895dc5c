"""DYAD: who and whom, one pair of actors at a time, for gold events that name both sides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluate.actors import actor_key, by_country, same_actor
from kg.evaluate.outcomes import Outcomes
from kg.evaluate.sentences import Actor, CodedEvent, Sentence


@dataclass(frozen=True, slots=True)
class Dyad:
    """One source and one target of an event."""

    source: Actor
    target: Actor
    event: CodedEvent

    @property
    def root(self) -> str:
        """That of the event."""
        return self.event.root


def dyad_outcomes(sentence: Sentence) -> Outcomes:
    """The dyads of the gold found or missed, those predicted right or wrong.

    One that has the gold actors of a mutual event swapped is neither.
    A sentence whose gold names no two sides says nothing, unless its set is exhaustive and it has
    no events at all: then each predicted dyad is wrong.
    """
    gold = list_gold(sentence)
    if not gold and (sentence.gold or not sentence.rules.exhaustive):
        return
    predicted = list_predicted(sentence, gold)
    owners = assign([[i for i, p in enumerate(predicted) if fits(g, p, sentence)] for g in gold])
    for i, dyad in enumerate(gold):
        yield ("found" if i in owners.values() else "missed"), dyad.root
    for i, dyad in enumerate(predicted):
        if i in owners:
            yield "right", dyad.root
        elif not any(g.event.mutual and agrees(g, swap(dyad), sentence) for g in gold):
            yield "wrong", dyad.root


def list_gold(sentence: Sentence) -> list[Dyad]:
    """The dyads of the gold, of actors that can be compared."""

    def is_known(event: CodedEvent, actor: Actor) -> bool:
        return bool(actor.country if by_country(event, sentence) else actor.words)

    return list_dyads(sentence, sentence.gold, is_known)


def list_predicted(sentence: Sentence, gold: Sequence[Dyad]) -> list[Dyad]:
    """The predicted dyads, of actors that can be compared with those of the gold."""
    national = bool(gold) and all(by_country(dyad.event, sentence) for dyad in gold)

    def is_known(event: CodedEvent, actor: Actor) -> bool:
        return bool(actor.country if national else actor.words)

    return list_dyads(sentence, sentence.predicted, is_known)


def list_dyads(
    sentence: Sentence,
    events: Sequence[CodedEvent],
    is_known: Callable[[CodedEvent, Actor], bool],
) -> list[Dyad]:
    """The dyads of events, once for each root and two actors; a reciprocal one in one direction."""
    dyads: dict[tuple[str, str, str], Dyad] = {}
    for dyad in pair_up(events):
        if is_known(dyad.event, dyad.source) and is_known(dyad.event, dyad.target):
            one, other = actor_key(dyad.source, sentence), actor_key(dyad.target, sentence)
            if not (dyad.event.reciprocal and (dyad.root, other, one) in dyads):
                dyads.setdefault((dyad.root, one, other), dyad)
    return list(dyads.values())


def pair_up(events: Sequence[CodedEvent]) -> Iterator[Dyad]:
    """Every source with every target but itself."""
    for event in events:
        for source in event.sources:
            for target in event.targets:
                if source is not target:
                    yield Dyad(source, target, event)


def swap(dyad: Dyad) -> Dyad:
    """The same, the other way round."""
    return Dyad(dyad.target, dyad.source, dyad.event)


def fits(gold: Dyad, predicted: Dyad, sentence: Sentence) -> bool:
    """Does a prediction have root and actors of a gold dyad? Reciprocal ones either way."""
    either = gold.event.reciprocal or predicted.event.reciprocal
    return agrees(gold, predicted, sentence) or (either and agrees(gold, swap(predicted), sentence))


def agrees(gold: Dyad, predicted: Dyad, sentence: Sentence) -> bool:
    """Does a prediction have root, source and target of a gold dyad?"""
    country, longest = by_country(gold.event, sentence), sentence.longest
    source, target = gold.source, gold.target
    return (
        gold.root == predicted.root
        and same_actor(
            source,
            target.words - source.words,
            predicted.source,
            country=country,
            longest=longest,
        )
        and same_actor(
            target,
            source.words - target.words,
            predicted.target,
            country=country,
            longest=longest,
        )
    )


def assign(options: Sequence[Sequence[int]]) -> dict[int, int]:
    """Give as many of the left as possible one of the right each, by augmenting paths.

    options: for each left number the right ones that it may have. Returns right to left.
    Source: Kuhn, The Hungarian method for the assignment problem, 1955.
    """
    owners: dict[int, int] = {}

    def place(left: int, tried: set[int]) -> bool:
        for right in options[left]:
            if right not in tried:
                tried.add(right)
                if right not in owners or place(owners[right], tried):
                    owners[right] = left
                    return True
        return False

    for left in range(len(options)):
        place(left, set())
    return owners
