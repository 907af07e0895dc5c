"""The words that say how many, read from `ontologies/lexicon/quantity/<lang>.yaml`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.extract.quantity.numbers import NumberWords, opening
from kg.ontology.files import ontology_dir
from kg.types import Outcome


@dataclass(frozen=True)
class QuantityWords:
    """One language: its number words, the patterns round a number, and its counted nouns.

    The patterns are for text in lower case.
    """

    numbers: NumberWords
    prefix: re.Pattern[str]
    """Qualifier and currency that end where a number starts."""
    suffix: re.Pattern[str]
    """Measure, per cent or currency that starts where a number ends."""
    vague: re.Pattern[str]
    """Counts without a figure: "hundreds of"."""
    bridge: re.Pattern[str]
    """What stands between the two numbers of a range."""
    conjunction: re.Pattern[str]
    """What stands between them after "between"."""
    short: Mapping[str, int]
    """Letters that multiply only after a currency: "$3m"."""
    between: str
    currencies: Mapping[str, str]
    symbols: Mapping[str, str]
    units: Mapping[str, str]
    """Lemma or form to the English singular."""
    outcomes: Mapping[str, Outcome]
    """Lemma of a verb to what it does to people."""
    of: frozenset[str]
    indefinite: frozenset[str]
    """Words for 1 that are articles too."""
    months: frozenset[str]
    times: frozenset[str]
    sentences: frozenset[str]
    uncounted: frozenset[str]
    clock: frozenset[str]
    labels: frozenset[str]
    definite: frozenset[str]
    participants: frozenset[str]


WORD_SETS = [
    "indefinite",
    "months",
    "times",
    "sentences",
    "uncounted",
    "clock",
    "labels",
    "definite",
    "participants",
]


@cache
def load_quantity_words(lang: str) -> QuantityWords | None:
    """The words of a language; None without a file. Raises DataError for a file without a key."""
    path = ontology_dir() / "lexicon" / "quantity" / f"{lang}.yaml"
    if not path.exists():
        return None
    try:
        return read_quantity_words(yaml.safe_load(path.read_text(encoding="utf8")))
    except KeyError as error:
        raise DataError(f"{path} lacks {error}: add it, if need be as an empty list.") from error


def read_quantity_words(data: Mapping[str, Any]) -> QuantityWords:
    """The content of a file as values. Raises KeyError when a key is missing."""
    between = data["between"]
    money = {sign.lower(): code for sign, code in data["currencies"].items()}
    symbols = {sign.lower(): unit for sign, unit in data["symbols"].items()}
    return QuantityWords(
        numbers=NumberWords.read(data),
        prefix=prefix_pattern([*data["qualifiers"], between], money),
        suffix=re.compile(rf"[ -]?(?:{either([*symbols, *money])})(?!\w)"),
        vague=vague_pattern(**data["vague"]),
        bridge=bridge_pattern(data["range"], [*money, *symbols], dash="|[-–]"),
        conjunction=bridge_pattern(data["and"], [*money, *symbols]),
        short=data["short_multipliers"],
        between=between,
        currencies=money,
        symbols=symbols,
        units={word: unit for unit, words in data["units"].items() for word in words},
        outcomes={verb: kind for kind, verbs in data["outcomes"].items() for verb in verbs},
        of=frozenset(data["of"]),
        **{key: frozenset(data[key]) for key in WORD_SETS},
    )


def prefix_pattern(qualifiers: Iterable[str], currencies: Iterable[str]) -> re.Pattern[str]:
    """Qualifier and currency, both optional, up to the end of what is searched."""
    return re.compile(
        rf"(?:(?<!\w)(?P<qualifier>{either(qualifiers)})(?:\s+|(?<=')))?"
        rf"(?:(?<!\w)(?P<currency>{either(currencies)})\s?)?\Z"
    )


def bridge_pattern(
    words: Iterable[str], signs: Iterable[str], *, dash: str = ""
) -> re.Pattern[str]:
    """ "to" between two numbers; a sign may be said with the first and the second."""
    sign = rf"(?:\s?(?:{either(signs)}))?"
    return re.compile(rf"{sign}(?:\s+(?:{either(words)})(?=\s){dash}){sign}\s?")


def vague_pattern(
    some: Iterable[str],
    nouns: Iterable[str],
    of: Iterable[str],
    large: Iterable[str],
    number: Iterable[str],
    bare: Iterable[str],
) -> re.Pattern[str]:
    """ "hundreds of", "dezenas de milhares de", "several hundred", "large numbers of", "dozens".

    The last stands without "of", as subject or object.
    """
    of_, nouns_, some_, large_ = either(of), either(nouns), either(some), either(large)
    blank = r"[\"”»’]?\s+"  # a vague count may be quoted
    full = rf"(?:(?:{some_})\s+)?(?:{nouns_})(?:\s+(?:{of_})\s+(?:{nouns_}))*{blank}(?:{of_})"
    many = rf"|(?:{large_})\s+(?:{either(number)}){blank}(?:{of_})"
    short = rf"|(?:{some_})\s+(?:{either(bare)})" if bare else ""
    first = opening([some_, nouns_, large_])
    return re.compile(rf"{first}\b(?:{full}{many}{short}|{nouns_})(?:(?<=')|(?!\w))")


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, any blank between their parts."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
