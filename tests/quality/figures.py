"""What the extraction reaches on the sentences of each file, in figures from 0 to 1."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kg.evaluate.pairs import read_pairs
from kg.evaluate.score import score_group
from kg.evaluate.sentences import Sentence, to_sentence
from kg.evaluate.settings import SetRules
from kg.export.records import What, to_records
from kg.pipeline import extract
from tests.quality.details import circumstance_figures, mention_figures, office_figures
from tests.quality.gold import CORPORA, LANGS, records, to_article, to_gold

Record = dict[str, Any]
KINDS: tuple[What, ...] = ("events", "mentions", "offices")


@dataclass(frozen=True)
class Reached:
    """The figures of each language, and of both together."""

    each: Mapping[str, Mapping[str, float]]
    """Language to name of the figure to its value."""
    both: float
    """Of the events found in either of the parallel languages, the share found in both."""


@cache
def measure() -> Reached:
    """Run the extraction on all sentences, once, and compare. Raises PipelineMissing."""
    return Reached({lang: figures(lang) for lang in LANGS}, agreement())


@cache
def predictions(lang: str) -> dict[What, list[Sequence[Record]]]:
    """What is found in each sentence of a language, in the order of the file."""
    found: dict[What, list[Sequence[Record]]] = defaultdict(list)
    for record in records(lang):
        extraction = extract(to_article(record))
        for what in KINDS:
            found[what].append(list(to_records(extraction, what)))
    return found


@cache
def sentences(lang: str) -> list[Sentence]:
    """The gold events beside those found; the gold has every event of its sentences."""
    pairs = zip(records(lang), predictions(lang)["events"], strict=True)
    rules = SetRules(exhaustive=True)
    return [replace(to_sentence(to_gold(gold), found), rules=rules) for gold, found in pairs]


def figures(lang: str) -> dict[str, float]:
    """All figures of a language; those of names and circumstances where its gold has any."""
    score = score_group(sentences(lang))
    return {
        "pair": score.pair.f1 or 0,
        "root": score.root.f1 or 0,
        "root given pair": score.root_given_pair or 0,
        **(detail_figures(lang) if any(record["entities"] for record in records(lang)) else {}),
        "events in empty": score.empty_events / score.empty_sentences,
    }


def detail_figures(lang: str) -> dict[str, float]:
    """Names, offices and circumstances."""
    events, mentions, offices = (
        list(zip(records(lang), predictions(lang)[what], strict=True)) for what in KINDS
    )
    return {
        **mention_figures(mentions),
        **office_figures(offices),
        **circumstance_figures(events),
    }


def agreement() -> float:
    """Of the parallel gold events found in either language, the share found in both."""
    langs = CORPORA["parallel"]
    found = [[event for sentence in sentences(lang) for event in hits(sentence)] for lang in langs]
    seen = [all(pair) for pair in zip(*found, strict=True) if any(pair)]
    return sum(seen) / len(seen)


def hits(sentence: Sentence) -> list[bool]:
    """Which of its gold events with actors are found, root and actors right."""
    reading = read_pairs(sentence)
    return [reading.found(i) for i in range(len(reading.gold))]
