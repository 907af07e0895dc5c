"""The rules of a pipeline for attributes of tokens, looked up: the same matches in less time.

spaCy tries every pattern of an attribute ruler at every token, which is a tenth of the time of an
English parse. Nearly all of them only ask for the tag, the word and the label of one token.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

ASKED = ("TAG", "LOWER", "DEP")
"""What the rules that are looked up ask for, in the order of a Kind."""
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
            found += [(rule, strings[str(rule)], i, i + 1) for rule in self.fitting(kind)]
        return sorted(found)

    def kinds(self, doc: Doc) -> Iterator[Kind]:
        """The kind of each token."""
        tags, words, labels = (self.named[name] for name in ASKED)
        for token in doc:
            tag, word, label = token.tag_, token.lower_, token.dep_
            yield (
                tag if tag in tags else "",
                word if word in words else "",
                label if label in labels else "",
            )

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """The values that the rules name."""
        rules = self.rules.values()
        return {name: frozenset().union(*(r.get(name, ()) for r in rules)) for name in ASKED}

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


def read_condition(patterns: list[list[dict[str, Any]]]) -> Condition | None:
    """What a rule asks of one token, None where it asks for more than values of what is ASKED."""
    if len(patterns) != 1 or len(patterns[0]) != 1 or not patterns[0][0].keys() <= set(ASKED):
        return None
    asked = patterns[0][0].items()
    listed = {name: [value] if isinstance(value, str) else value.get("IN") for name, value in asked}
    simple = all(listed.values()) and all(len(v) == 1 for _, v in asked if isinstance(v, dict))
    return {name: frozenset(values) for name, values in listed.items()} if simple else None
