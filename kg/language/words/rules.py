"""The rules of a pipeline for attributes of tokens, looked up: the same result in less time.

spaCy tries every pattern of an attribute ruler at every token, which is a tenth of the time of an
English parse. What the patterns ask of one token is little, so that tokens of which it is the same
are looked at once.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from spacy.attrs import IDS
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from kg.language.columns import column

ASKED = ("TAG", "POS", "LOWER", "DEP")
"""What the rules that are looked up ask for, in the order of a Kind; also whether it is space."""
REMEMBERED = 50_000
"""Words whose lemmas are kept."""
Kind = tuple[str, ...]
"""The values of a token that matter to the rules; one that none of them tells apart is empty."""
Rules = tuple[int, ...]
"""Numbers of rules in their order: a later one has precedence."""
Test = Callable[[str], bool]
Condition = Sequence[tuple[int, Test]]
"""What is asked of one token: tests of values of its kind, by their place in it."""
TESTS: Mapping[str, Callable[[Any], Test]] = {
    "IN": lambda listed: frozenset(listed).__contains__,
    "NOT_IN": lambda listed: lambda value: value not in listed,
    "REGEX": lambda pattern: lambda value: re.search(pattern, value) is not None,
}
"""How a pattern asks for a value, and the test that does so."""


class Pattern(NamedTuple):
    """What a rule asks of one token, or of several in a row."""

    rule: int
    conditions: tuple[Condition, ...]

    def fits(self, kinds: Sequence[Kind]) -> bool:
        """Are tokens of these kinds what it asks for?"""
        return len(kinds) == len(self.conditions) and all(map(meets, kinds, self.conditions))


class Values(dict[int, str]):
    """Key of each value of an attribute to the value, or to "" if all tests take it for that."""

    def __init__(self, strings: StringStore, tests: Sequence[Test]) -> None:
        self.strings, self.tests = strings, tests

    def __missing__(self, key: int) -> str:
        value = str(self.strings[key])
        self[key] = value if any(test(value) != test("") for test in self.tests) else ""
        return self[key]


@dataclass(frozen=True)
class RuleTable:
    """The rules of a ruler."""

    ruler: AttributeRuler
    patterns: Sequence[Pattern]
    values: Sequence[Values]
    """Those of each attribute."""
    known: dict[Kind, tuple[Rules, Sequence[Pattern]]] = field(default_factory=dict)
    """Kind of token to the rules that fit it alone and to the longer patterns that it can begin."""

    def match(self, doc: Doc) -> list[Rules]:
        """The rules that say something of each token."""
        columns = (column(doc, IDS[name]) for name in ASKED)
        told = (map(v.__getitem__, keys) for v, keys in zip(self.values, columns, strict=True))
        kinds: list[Kind] = list(zip(*told, strict=True))
        fitting = {kind: self.fitting(kind) for kind in set(kinds)}
        found = [fitting[kind][0] for kind in kinds]
        openings = {kind for kind, (_, longer) in fitting.items() if longer}
        for i in [i for i, kind in enumerate(kinds) if kind in openings]:
            for pattern in fitting[kinds[i]][1]:
                words = range(i, i + len(pattern.conditions))
                if pattern.fits(kinds[words.start : words.stop]):
                    at = words[self.ruler.indices[pattern.rule]]
                    found[at] = tuple(sorted({*found[at], pattern.rule}))
        return found

    def fitting(self, kind: Kind) -> tuple[Rules, Sequence[Pattern]]:
        """What is known of a kind of token."""
        if kind not in self.known:
            begun = [p for p in self.patterns if meets(kind, p.conditions[0])]
            alone = {p.rule for p in begun if len(p.conditions) == 1}
            longer = [p for p in begun if len(p.conditions) > 1]
            self.known[kind] = tuple(sorted(alone)), longer
        return self.known[kind]

    def annotate(self, doc: Doc, found: Sequence[Rules]) -> None:
        """Set what rules say, given for each token; the Doc is changed in place."""
        said = {rules: self.attributes(rules) for rules in set(found)}
        columns: dict[int, list[int]] = {}
        for attribute in sorted(set().union(*said.values())):
            values = {r: told[attribute] for r, told in said.items() if attribute in told}
            old = column(doc, attribute)
            columns[attribute] = [values.get(r, was) for r, was in zip(found, old, strict=True)]
        if columns:
            array = np.array(list(columns.values()), dtype="uint64").T
            doc.from_array(list(columns), array)  # type: ignore[arg-type]

    def attributes(self, rules: Rules) -> dict[int, int]:
        """The attributes that rules set, with their values."""
        return {name: value for rule in rules for name, value in self.ruler.attrs[rule].items()}


def meets(kind: Kind, condition: Condition) -> bool:
    """Is a token of a kind what a pattern asks for?"""
    return all(test(kind[place]) for place, test in condition)


def look_up(ruler: AttributeRuler) -> None:
    """Let a ruler look its rules up; one with a rule that asks for more than is ASKED stays."""
    try:
        patterns = list(read_patterns(ruler))
    except (KeyError, ValueError):
        return
    asked = [test for pattern in patterns for condition in pattern.conditions for test in condition]
    values = [
        Values(ruler.vocab.strings, [test for place, test in asked if place == at])
        for at in range(len(ASKED))
    ]
    table = RuleTable(ruler, patterns, values)
    ruler.match = table.match  # type: ignore[method-assign]
    ruler.set_annotations = table.annotate  # type: ignore[method-assign]


def read_patterns(ruler: AttributeRuler) -> Iterator[Pattern]:
    """The patterns of all rules. Raises KeyError or ValueError where one cannot be looked up."""
    for rule in range(len(ruler.attrs)):
        _, patterns = ruler.matcher.get(str(rule))
        for pattern in patterns:
            conditions = ([read_test(*test) for test in asked.items()] for asked in pattern)
            yield Pattern(rule, tuple(conditions))


def read_test(name: str, asked: Any) -> tuple[int, Test]:
    """The test of one attribute, with its place. Raises KeyError or ValueError."""
    if name == "IS_SPACE":
        return ASKED.index("LOWER"), lambda word: word.isspace() == asked
    place = ASKED.index(name)
    ((how, what),) = [("IN", [asked])] if isinstance(asked, str) else asked.items()
    return place, TESTS[how](what)


def remember_lemmas(lemmatizer: Lemmatizer) -> None:
    """Let a lemmatizer work out each word once, which it does for inflected ones alone."""
    work_out = lemmatizer.lemmatize
    known: dict[tuple[int, int, int], list[str]] = {}

    def lemmatize(token: Token) -> list[str]:
        word = token.orth, token.pos, token.morph.key  # type: ignore[attr-defined]
        if word not in known:
            if len(known) >= REMEMBERED:
                known.clear()
            known[word] = work_out(token)
        return known[word]

    lemmatizer.lemmatize = lemmatize
