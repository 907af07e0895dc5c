"""What the errors are: every missed event and every wrong prediction has one cause."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kg.evaluate.pairs import Reading, read_pairs
from kg.evaluate.sentences import Sentence

Kind = Literal["root", "swapped", "actors", "missed", "spurious"]
EXAMPLES = 3


@dataclass(frozen=True, order=True)
class Cause:
    """Why an event is missed or a prediction wrong."""

    kind: Kind
    """root: right actors, another root; swapped: source and target changed places; actors: the
    root is there with other actors; missed: nothing like it; spurious: nothing in the gold like
    it."""
    gold: str
    """Root in the gold, "" if spurious."""
    predicted: str
    """Root of the prediction, "" if missed."""


@dataclass(frozen=True)
class Confusion:
    """A cause with the errors that it stands for."""

    cause: Cause
    cost: int
    """Missed events and wrong predictions."""
    examples: tuple[str, ...]
    """Ids of the first few sentences."""


def find_confusions(sentences: Iterable[Sentence]) -> list[Confusion]:
    """All causes with their errors, the costliest first; ties in the order of causes."""
    where: dict[Cause, list[str]] = defaultdict(list)
    for sentence in sentences:
        for cause in list_causes(read_pairs(sentence)):
            where[cause].append(sentence.id)
    found = [
        Confusion(cause, len(ids), tuple(dict.fromkeys(ids))[:EXAMPLES])
        for cause, ids in where.items()
    ]
    return sorted(found, key=lambda confusion: (-confusion.cost, confusion.cause))


def list_causes(reading: Reading) -> Iterator[Cause]:
    """One for each missed event and each wrong prediction of a sentence."""
    missed = [g for g in range(len(reading.gold)) if not reading.found(g)]
    for g in missed:
        yield why_missed(reading, g)
    roots = {reading.gold[g].root for g in missed}
    for i in reading.wrong():
        yield why_wrong(reading, i, roots)


def why_missed(reading: Reading, g: int) -> Cause:
    """The cause for a missed gold event."""
    root = reading.gold[g].root
    if about := reading.about(g):
        return Cause("root", root, reading.predicted[about[0]].root)
    if any(reading.predicted[i].root == root for i in reading.about(g, "reverse")):
        return Cause("swapped", root, root)
    if any(event.root == root for event in reading.predicted):
        return Cause("actors", root, root)
    return Cause("missed", root, "")


def why_wrong(reading: Reading, i: int, missed: set[str]) -> Cause:
    """The cause for a wrong prediction. missed: roots of the missed gold events."""
    root = reading.predicted[i].root
    if on := reading.on(i, "forward"):
        return Cause("root", on[0].root, root)
    if on := reading.on(i, "reverse"):
        same = next((gold.root for gold in on if gold.root == root), None)
        return Cause("swapped", root, root) if same else Cause("root", on[0].root, root)
    return Cause("actors", root, root) if root in missed else Cause("spurious", "", root)
