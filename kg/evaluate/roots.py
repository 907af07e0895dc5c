"""ROOT: the roots of a sentence, whoever takes part."""

from collections import Counter
from itertools import repeat

from kg.evaluate.outcomes import Outcome, Outcomes
from kg.evaluate.sentences import Sentence


def root_outcomes(sentence: Sentence) -> Outcomes:
    """Each root as often as it was predicted and told."""
    gold = Counter(event.root for event in sentence.gold)
    predicted = Counter(event.root for event in sentence.predicted)
    for root in gold | predicted:
        right = min(gold[root], predicted[root])
        outcomes: dict[Outcome, int] = {
            "found": right,
            "right": right,
            "missed": gold[root] - right,
            "wrong": predicted[root] - right,
        }
        for outcome, times in outcomes.items():
            yield from repeat((outcome, root), times)
