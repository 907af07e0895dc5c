"""The rules of a pipeline for attributes of tokens, looked up: the same matches in less time.

spaCy tries every pattern of an attribute ruler at every token, which is a tenth of the time of an
English parse. Nearly all of them only ask for the tag, the word and the label of one token.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

ASKED = ("TAG", "LOWER", "DEP")
"""What the rules that are looked up ask for, in the order of a Kind."""
REMEMBERED = 50_000
"""Words whose lemmas are kept."""
Kind = tuple[str, ...]
"""What the rules can ask of a token; a value that none of them names is empty."""
Condition = Mapping[str, frozenset[str]]
Match = tuple[int, int, int, int]
"""Number of a rule, its key in the strings, and the tokens from start to end, as spaCy has it."""


@dataclass(frozen=True)
class RuleTable:
    """Rules on one token, and a matcher for the others."""

    rules: Mapping[int, Condition]
    """Number of a rule to what it asks for."""
    others: Matcher
    known: dict[Kind, tuple[int, ...]] = field(default_factory=dict)
    """Kind of token to the rules that fit it, filled as they are met."""

    def match(self, doc: Doc) -> list[Match]:
        """All matches in a Doc, sorted by rule, since later rules have precedence."""
        strings, rest = doc.vocab.strings, self.others(doc, allow_missing=True)
        found = [(int(strings[key]), key, start, end) for key, start, end in rest]
        for i, kind in enumerate(self.kinds(doc)):
            found += [(rule, self.keys[rule], i, i + 1) for rule in self.fitting(kind)]
        return sorted(found)

    @cached_property
    def keys(self) -> Mapping[int, int]:
        """Number of a rule to its key in the strings."""
        return {rule: get_string_id(str(rule)) for rule in self.rules}

    def kinds(self, doc: Doc) -> Iterator[Kind]:
        """The kind of each token."""
        tags, words, labels = (self.named[name] for name in ASKED)
        for tag, word, label in doc.to_array(list(ASKED)).tolist():
            yield tags.get(tag, ""), words.get(word, ""), labels.get(label, "")

    @cached_property
    def named(self) -> Mapping[str, Mapping[int, str]]:
        """The values that the rules name by their keys."""
        rules = self.rules.values()
        values = {name: frozenset().union(*(r.get(name, ()) for r in rules)) for name in ASKED}
        return {name: {get_string_id(v): v for v in values[name]} for name in ASKED}

    def fitting(self, kind: Kind) -> tuple[int, ...]:
        """The rules that fit a kind of token."""
        if kind not in self.known:
            token = dict(zip(ASKED, kind, strict=True))
            self.known[kind] = tuple(
                rule
                for rule, condition in self.rules.items()
                if all(token[name] in values for name, values in condition.items())
            )
        return self.known[kind]


def annotate(ruler: AttributeRuler, doc: Doc, matches: Sequence[Match]) -> None:
    """Set what the matches of a ruler say, all tokens at once; the Doc is changed in place."""
    columns: dict[int, list[int]] = {}
    for rule, _, start, _ in matches:
        for attribute, value in ruler.attrs[rule].items():
            if attribute not in columns:
                columns[attribute] = doc.to_array(attribute).tolist()
            columns[attribute][start + ruler.indices[rule]] = value
    if columns:
        values = np.array(list(columns.values()), dtype="uint64").T
        doc.from_array(list(columns), values)  # type: ignore[arg-type]


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


def look_up(ruler: AttributeRuler) -> None:
    """Let a ruler look up the matches of its simple rules; the ruler is changed."""
    rules: dict[int, Condition] = {}
    others = Matcher(ruler.vocab, validate=False)
    for number in range(len(ruler.attrs)):
        _, patterns = ruler.matcher.get(str(number))
        condition = read_condition(patterns)
        if condition is not None:
            rules[number] = condition
        else:
            others.add(str(number), patterns)
    if rules:
        ruler.match = RuleTable(rules, others).match  # type: ignore[method-assign]
        ruler.set_annotations = partial(annotate, ruler)  # type: ignore[method-assign]


def read_condition(patterns: list[list[dict[str, Any]]]) -> Condition | None:
    """What a rule asks of one token, None where it asks for more than values of what is ASKED."""
    if len(patterns) != 1 or len(patterns[0]) != 1 or not patterns[0][0].keys() <= set(ASKED):
        return None
    asked = patterns[0][0].items()
    listed = {name: [value] if isinstance(value, str) else value.get("IN") for name, value in asked}
    simple = all(listed.values()) and all(len(v) == 1 for _, v in asked if isinstance(v, dict))
    return {name: frozenset(values) for name, values in listed.items()} if simple else None
