"""Numbers in text: figures, words and both ("10.000", "2,5 milhões", "two hundred and five").

A number is a row of pieces, each a figure or a number word, with a blank, a hyphen or an "and"
between them. The pieces are added and multiplied from left to right as speakers do; a piece that
does not fit ends the number. Values are exact: 1.1 billion is 1100000000.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

FIGURES = (
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
NOT_BEFORE = r"(?<!\w)(?<!\w[.,:/’'])(?<![^\W\d]-)(?<!\d\s[-–/])(?<![+#])"
"""Figures after these belong to a name, date, score or telephone number."""
NOT_AFTER = r"(?![.,:/]?\d)"
HUNDRED = 100
THREE = 3
"""Digits between two group marks."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text; start and end in characters, end exclusive."""

    start: int
    end: int
    value: int | float
    spelled: bool
    """Does it begin with a word?"""
    factor: int
    """Its last multiplier: a million for "2.5 million"; 1 without one."""


@dataclass(frozen=True)
class NumberWords:
    """The number words of one language and the pattern that finds the pieces of numbers."""

    group: str
    """The mark between thousands."""
    values: Mapping[str, int]
    multipliers: Mapping[str, int]
    implicit: frozenset[str]
    """Multipliers that need no number before them: "mil soldados"."""
    halves: frozenset[str]
    articles: frozenset[str]
    """Words for 1 before a multiplier."""
    piece: re.Pattern[str]
    joint: re.Pattern[str]
    """What may stand between two pieces."""

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "NumberWords":
        """From a file of `ontologies/lexicon/quantity`. Raises KeyError when a key is missing."""
        articles, ands = "|".join(data["articles"]), "|".join(data["and"])
        article = rf"(?:(?:{articles})\s+)?" if articles else ""
        return cls(
            group=data["group"],
            values=data["values"],
            multipliers=data["multipliers"],
            implicit=frozenset(data["implicit"]),
            halves=frozenset(data["halves"]),
            articles=frozenset(data["articles"]),
            piece=piece_pattern(data),
            joint=re.compile(rf"\s?|-|\s+(?:{ands})\s+{article}"),
        )


def piece_pattern(data: Mapping[str, Any]) -> re.Pattern[str]:
    """Figures and number words; an article only before a multiplier ("a hundred")."""
    multipliers = "|".join(data["multipliers"])
    words = "|".join([*data["values"], *data["multipliers"], *data["halves"]])
    articles = "|".join(data["articles"])
    article = rf"|(?:{articles})(?=\s+(?:{multipliers})\b)" if articles else ""
    figure = rf"(?=\d){NOT_BEFORE}(?P<figure>{FIGURES}){NOT_AFTER}"
    spelled = rf"{opening([words, articles])}(?:{words}{article})(?!\w)"
    return re.compile(rf"\b(?:{figure}|{spelled})|(?<=\d)(?:{multipliers})(?!\w)")


def opening(alternatives: Iterable[str]) -> str:
    """A look at the first letter that words separated by "|" can have, which fails soonest."""
    letters = {word[0] for words in alternatives for word in words.split("|") if word}
    return f"(?=[{re.escape(''.join(sorted(letters)))}])"


def find_numbers(text: str, words: NumberWords) -> Iterator[Number]:
    """The numbers of a text in its order, not overlapping, a lone "one" included.

    text: in lower case.
    """
    pieces = list(words.piece.finditer(text))
    first = 0
    while first < len(pieces):
        row = [pieces[first]]
        for piece in pieces[first + 1 :]:
            if not words.joint.fullmatch(text, row[-1].end(), piece.start()):
                break
            row.append(piece)
        tally = Tally(words)
        used = tally.take_all(row)
        if used and tally.is_number:
            yield tally.to_number(row[0], row[used - 1])
        first += max(used, 1)


def read_figure(figure: str, group: str) -> Decimal:
    """ "10.000" or "2,5" as a value; group: the mark between thousands.

    The other mark is the decimal one, and so is a group mark before other than three digits.
    """
    figure = re.sub(r"\s", "", figure)
    marks = re.findall(r"[.,]", figure)
    if not marks:
        return Decimal(figure)
    last, digits = marks[-1], len(figure) - 1 - figure.rindex(marks[-1])
    repeated = marks.count(last) > 1
    if repeated or (last == group and digits == THREE and len(marks) == 1):
        return Decimal(re.sub(r"[.,]", "", figure))
    whole, _, rest = figure.rpartition(last)
    return Decimal(re.sub(r"[.,]", "", whole) + "." + rest)


class Tally:
    """Adds up the pieces of one number from left to right."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.room: Decimal | int | None = None
        """Only a smaller value can follow; None at the start."""
        self.last = 0
        """The last multiplier from a thousand up, or of dozens; 0 before one."""
        self.is_number = False

    def take_all(self, row: Sequence[re.Match[str]]) -> int:
        """Take pieces until one does not fit; how many fitted."""
        for k, piece in enumerate(row):
            rest = row[k + 1 :]
            scaled = bool(rest) and rest[0][0] in self.words.multipliers
            if not self.take(piece, scaled=scaled):
                return k
        return len(row)

    def take(self, piece: re.Match[str], *, scaled: bool) -> bool:
        """Take one piece if it fits; scaled: a multiplier follows it."""
        word = piece[0]
        if piece["figure"]:
            return self.take_figure(read_figure(word, self.words.group), scaled=scaled)
        if word in self.words.multipliers:
            return self.take_multiplier(self.words.multipliers[word], word in self.words.implicit)
        if word in self.words.halves:
            return self.take_half(scaled=scaled)
        if word in self.words.articles:
            return self.current is not None or self.take_value(Decimal(1))
        return self.take_value(Decimal(self.words.values[word]))

    def take_figure(self, value: Decimal, *, scaled: bool) -> bool:
        """A figure starts a number or, with its own multiplier, goes on after a greater one."""
        if self.current is not None or (self.last and not scaled):
            return False
        self.current, self.room, self.is_number = value, 0, True
        return True

    def take_value(self, value: Decimal) -> bool:
        """A word for a value below the place of the one before: "twenty" and "two"."""
        if self.room is not None and value >= self.room:
            return False
        self.current = (self.current or Decimal(0)) + value
        self.room, self.is_number = place(value), True
        return True

    def take_half(self, *, scaled: bool) -> bool:
        """ "half a million", "two and a half million", "um milhão e meio"."""
        half = Decimal("0.5")
        if self.current is None and self.last:
            self.total += half * self.last
        else:
            self.current = (self.current or Decimal(0)) + half
        self.is_number, self.room = self.is_number or scaled, 0
        return True

    def take_multiplier(self, factor: int, implicit: bool) -> bool:
        """Multiply what stands before: a hundred the last word, a greater one the whole group."""
        if self.current is None:
            if self.room is not None:
                return self.raise_all(factor)
            if not implicit:
                return False
            if factor == HUNDRED and not self.last:
                return self.take_value(Decimal(HUNDRED))
        elif factor == HUNDRED:
            self.current, self.room = self.current * HUNDRED, HUNDRED
            return True
        if self.last and factor >= self.last:
            return False
        self.total += factor * (Decimal(1) if self.current is None else self.current)
        self.current, self.last, self.is_number = None, factor, True
        self.room = factor if factor > HUNDRED else 0
        return True

    def raise_all(self, factor: int) -> bool:
        """A greater multiplier right after another: "mil milhões"."""
        if not self.last < factor:
            return False
        self.total, self.last, self.room = self.total * factor, self.last * factor, self.last
        return True

    def to_number(self, first: re.Match[str], last: re.Match[str]) -> Number:
        """What was taken, from its first to its last piece."""
        value = self.total + (self.current or 0)
        whole = value == value.to_integral_value()
        return Number(
            start=first.start(),
            end=last.end(),
            value=int(value) if whole else float(value),
            spelled=not first["figure"],
            factor=self.last or 1,
        )


def place(value: Decimal) -> int:
    """The decimal place of the last digit that is not 0: 10 for 120, 1 for 15."""
    digits = str(int(value))
    return int("1" + "0" * (len(digits) - len(digits.rstrip("0"))))
