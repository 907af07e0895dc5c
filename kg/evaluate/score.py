"""All figures of an evaluation: for everything together, each language, each set and each root."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.confusions import Confusion, find_confusions
from kg.evaluate.dyads import dyad_outcomes
from kg.evaluate.files import GoldRecord, Record
from kg.evaluate.outcomes import Figures, Outcome, Outcomes, ratio, to_figures
from kg.evaluate.pairs import pair_outcomes, read_pairs, root_credits
from kg.evaluate.roots import root_outcomes
from kg.evaluate.sentences import Sentence, to_sentence

Counts = Mapping[str, Counter[Outcome]]
"""Root to how often each outcome."""


@dataclass(frozen=True)
class RootScore:
    """The figures of one root."""

    gold_events: int
    predicted_events: int
    pair: Figures
    root: Figures
    dyad: Figures


@dataclass(frozen=True)
class GroupScore:
    """The figures of some sentences; docs/evaluation.md says what each means."""

    sentences: int
    gold_events: int
    predicted_events: int
    pair: Figures
    root: Figures
    actors: Figures
    dyad: Figures
    root_given_pair: float | None
    """ROOT|P: how often the root is right once the pair of actors is."""
    empty_sentences: int
    """Sentences whose gold has no event."""
    empty_events: int
    """Events that were predicted in them."""
    by_root: Mapping[str, RootScore]


@dataclass(frozen=True)
class Evaluation:
    """The outcome of a comparison with gold sets."""

    groups: Mapping[str, GroupScore]
    """"all", then languages and sets in the order in which they come."""
    confusions: Sequence[Confusion]
    """The costliest first."""
    unknown: Sequence[str]
    """Ids of predictions that no gold record has, sorted."""


def evaluate(gold: Iterable[GoldRecord], predictions: Mapping[str, Sequence[Record]]) -> Evaluation:
    """Compare predictions with gold records. predictions: record id to its events."""
    sentences = [to_sentence(record, predictions.get(record.id, ())) for record in gold]
    groups: dict[str, list[Sentence]] = {"all": sentences}
    for group in ("lang", "set"):
        for sentence in sentences:
            groups.setdefault(getattr(sentence, group), []).append(sentence)
    known = {sentence.id for sentence in sentences}
    return Evaluation(
        groups={name: score_group(members) for name, members in groups.items()},
        confusions=find_confusions(sentences),
        unknown=sorted(set(predictions) - known),
    )


def score_group(sentences: Sequence[Sentence]) -> GroupScore:
    """The figures of some sentences."""
    readings = [read_pairs(sentence) for sentence in sentences]
    pairs = count(pair_outcomes(reading) for reading in readings)
    roots = count(map(root_outcomes, sentences))
    dyads = count(map(dyad_outcomes, sentences))
    credit = [share for reading in readings for share in root_credits(reading)]
    empty = [sentence for sentence in sentences if not sentence.gold]
    return GroupScore(
        sentences=len(sentences),
        gold_events=sum(len(sentence.gold) for sentence in sentences),
        predicted_events=sum(len(sentence.predicted) for sentence in sentences),
        pair=total(pairs),
        root=total(roots),
        actors=total(count(dyad_outcomes(sentence.untyped()) for sentence in sentences)),
        dyad=total(dyads),
        root_given_pair=ratio(sum(credit), len(credit)),
        empty_sentences=len(empty),
        empty_events=sum(len(sentence.predicted) for sentence in empty),
        by_root=score_roots(pairs, roots, dyads),
    )


def score_roots(pairs: Counts, roots: Counts, dyads: Counts) -> dict[str, RootScore]:
    """The figures of every root that was told or predicted, in alphabetical order."""
    return {
        root: RootScore(
            gold_events=roots[root]["found"] + roots[root]["missed"],
            predicted_events=roots[root]["right"] + roots[root]["wrong"],
            pair=to_figures(pairs.get(root, Counter())),
            root=to_figures(roots[root]),
            dyad=to_figures(dyads.get(root, Counter())),
        )
        for root in sorted(roots)
    }


def count(outcomes: Iterable[Outcomes]) -> Counts:
    """How often each root has each outcome."""
    counts: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for some in outcomes:
        for outcome, root in some:
            counts[root][outcome] += 1
    return counts


def total(counts: Counts) -> Figures:
    """The figures over all roots."""
    return to_figures(sum(counts.values(), Counter()))
