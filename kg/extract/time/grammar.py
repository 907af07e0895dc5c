"""The time expressions of a language: ``ontologies/lexicon/time/<lang>.yaml`` as patterns.

The head of each file explains its format. A pattern is a regular expression in which a space
stands for any white space, and ``{name}`` for a word of the table of that name, which sets the
field of a Point that it is named after (``{month__short}`` sets ``month``).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.extract.time.calendar import RESOLVERS, Point, Tense
from kg.extract.time.guards import GUARDS
from kg.ontology.files import ontology_dir

FOLDER = "lexicon/time"
LEVELS = {"alone": 0, "preposition": 1, "phase": 2}
"""What must stand before a point: nothing, at least a preposition, a part such as "the end of"."""
VALUES = ("as is", "since", "until", "about", "eve")
NUMBERS = {
    "year": r"[1-9]\d{3}",
    "short": r"\d{2}",
    "day": r"[0-3]?\d",
    "month__digits": r"[01]?\d",
}
"""Names that every language has; a table of the same name in the file goes before."""
FIELDS = frozenset(field.name for field in fields(Point))
RANGE = "range"
ENDS = ("start", "stop")
DAY_ENDS = ("first", "last")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
NAMED = re.compile(r"\(\?P<\w+>")
SYNTAX = re.compile(r"\(\?P<\w+>|\\.|\[[^\]]*\]")
LETTERS = re.compile(r"[^\W\d_]+")
SPACE = r"(?:[ \xa0]+|[ \xa0]*\n)"
EDGES = (r"(?<![\w])", r"(?!\w)")


@dataclass(frozen=True)
class PointRule:
    """A pattern of a point, what it sets beside its words, and how the Doc must bear it out."""

    pattern: re.Pattern[str]
    constants: Mapping[str, Any]
    guards: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """A pattern of a whole expression: one point with what stands before it, or a range.

    groups: the names of its points, in text order. value: what becomes of the point, one of
    VALUES. tense: set where the words tell.
    """

    pattern: re.Pattern[str]
    groups: tuple[str, ...]
    value: str
    tense: Tense | None


@dataclass(frozen=True)
class TimeGrammar:
    """All that is known of one language; every pattern is for text in lower case.

    anchors: words without which there is no expression. vocabulary: all that one may hold.
    """

    points: tuple[PointRule, ...]
    ends: tuple[PointRule, ...]
    frames: tuple[Frame, ...]
    tables: Mapping[str, Mapping[str, Any]]
    anchors: frozenset[str]
    vocabulary: frozenset[str]
    not_after: re.Pattern[str]
    future_verbs: frozenset[str]
    future_auxiliaries: frozenset[str]
    demands: frozenset[str]

    def parse(self, group: str, text: str) -> tuple[Point, PointRule] | None:
        """The point that the whole text of a group names, by the first rule that fits it."""
        for rule in self.ends if group in DAY_ENDS else self.points:
            if match := rule.pattern.fullmatch(text):
                return self.read(match, rule), rule
        return None

    def read(self, match: re.Match[str], rule: PointRule) -> Point:
        """The point of a match: the values of its words and the constants of its rule."""
        said = {k: v for k, v in match.groupdict().items() if v is not None}
        values = {name.partition("__")[0]: self.word(name, text) for name, text in said.items()}
        return Point(**{**rule.constants, **values})

    def word(self, name: str, text: str) -> Any:
        """What a word means: its value in the table, else the number that it is."""
        table, key = self.tables.get(name, {}), " ".join(text.split())
        if key in table:
            return table[key]
        return int(key) if key.isdigit() else key


@cache
def load_grammar(lang: str) -> TimeGrammar | None:
    """The grammar of a language, None when it has none. Raises DataError."""
    path = ontology_dir() / FOLDER / f"{lang}.yaml"
    if not path.is_file():
        return None
    return read_grammar(yaml.safe_load(path.read_text(encoding="utf8")), path.name)


def read_grammar(data: Mapping[str, Any], name: str) -> TimeGrammar:
    """Compile the content of a file. Raises DataError naming the entry that does not fit."""
    try:
        return build(data)
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise DataError(f"{FOLDER}/{name}: {error}; mend that entry.") from error


def build(data: Mapping[str, Any]) -> TimeGrammar:
    """The grammar of the content of a file. Raises KeyError, ValueError or re.error."""
    tables = {
        key: {str(k).lower(): v for k, v in row.items()} for key, row in data["words"].items()
    }
    names = alternations(tables) | {key: f"(?:{part})" for key, part in data["parts"].items()}
    points = tuple(to_rule(entry, names) for entry in data["points"] if not is_end(entry))
    ends = tuple(to_rule(entry, names) for entry in data["points"] if is_end(entry))
    names |= levels(data["points"], names)
    frames = tuple(to_frame(entry, names) for entry in data["frames"])
    patterns = [rule.pattern for rule in (*points, *ends)] + [frame.pattern for frame in frames]
    return TimeGrammar(
        points=points,
        ends=ends,
        frames=frames,
        tables=tables,
        anchors=frozenset(data["anchors"]) | last_words(tables, data["anchor_tables"]),
        vocabulary=words_of(pattern.pattern for pattern in patterns),
        not_after=re.compile(rf"(?<!\w)(?:{'|'.join(data['not_after'])}) $"),
        future_verbs=frozenset(data["future_verbs"]),
        future_auxiliaries=frozenset(data["future_auxiliaries"]),
        demands=frozenset(data["demands"]),
    )


def alternations(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """A named group for each table and each kind of number, the longest word first."""
    groups = dict(NUMBERS)
    for name, table in tables.items():
        words = sorted(table, key=lambda word: (-len(word), word))
        digits = [r"\d{1,3}"] if name == "count" else []
        groups[name] = "|".join([*digits, *(re.escape(word).replace(r"\ ", " ") for word in words)])
    return {name: f"(?P<{name}>{group})" for name, group in groups.items()}


def levels(entries: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> dict[str, str]:
    """``{alone}``, ``{preposition}``, ``{phase}``; ``{start}`` and ``{stop}`` of a range.

    ``{first}`` and ``{last}`` are ends that give a day alone.
    """
    groups: dict[str, str] = {}
    chosen: list[str] = []
    for level, number in LEVELS.items():
        chosen = [
            NAMED.sub("(?:", expand(entry["pattern"], names))
            for entry in entries
            if not is_end(entry) and LEVELS[entry.get("after", "alone")] <= number
        ]
        groups[level] = f"(?P<point>{'|'.join(chosen)})"
        if level == "preposition":
            groups |= {end: f"(?P<{end}>{'|'.join(chosen)})" for end in ENDS}
    days = "|".join(NAMED.sub("(?:", expand(e["pattern"], names)) for e in entries if is_end(e))
    return groups | {end: f"(?P<{end}>{days})" for end in DAY_ENDS}


def is_end(entry: Mapping[str, Any]) -> bool:
    """Does a point stand only in a range: the 3 of "3 to 5 October"?"""
    return entry.get("after") == RANGE


def to_rule(entry: Mapping[str, Any], names: Mapping[str, str]) -> PointRule:
    """One entry of ``points``. Raises KeyError for an unknown name."""
    constants = {"kind": "date", **entry.get("set", {})}
    if unknown := set(constants) - FIELDS:
        raise KeyError(f"no field {sorted(unknown)} in {entry['pattern']!r}")
    if constants["kind"] not in RESOLVERS:
        raise KeyError(f"no kind {constants['kind']!r}: it is one of {', '.join(RESOLVERS)}")
    guards = tuple(entry.get("guards", ()))
    if unknown := set(guards) - set(GUARDS):
        raise KeyError(f"no guard {sorted(unknown)}: it is one of {', '.join(GUARDS)}")
    return PointRule(compile_pattern(entry, names), constants, guards)


def to_frame(entry: Mapping[str, Any], names: Mapping[str, str]) -> Frame:
    """One entry of ``frames``. Raises KeyError for an unknown value."""
    value = entry.get("value", "as is")
    if value not in VALUES:
        raise KeyError(f"no value {value!r}: it is one of {', '.join(VALUES)}")
    pattern = compile_pattern(entry, names)
    groups = sorted(pattern.groupindex, key=pattern.groupindex.__getitem__)
    return Frame(pattern, tuple(groups), value, entry.get("tense"))


def compile_pattern(entry: Mapping[str, Any], names: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of an entry, between word edges."""
    text = expand(entry["pattern"], names).replace(" ", SPACE)
    return re.compile(f"{EDGES[0]}(?:{text}){EDGES[1]}")


def expand(pattern: str, names: Mapping[str, str]) -> str:
    """Put groups for names, also for those inside them. Raises KeyError for an unknown name."""
    return PLACEHOLDER.sub(lambda match: expand(names[match[1]], names), pattern)


def words_of(patterns: Iterable[str]) -> frozenset[str]:
    """Every plain word of some patterns."""
    return frozenset(
        word for pattern in patterns for word in LETTERS.findall(SYNTAX.sub(" ", pattern))
    )


def last_words(tables: Mapping[str, Mapping[str, Any]], chosen: Iterable[str]) -> frozenset[str]:
    """The last plain word of each entry of the tables."""
    return frozenset(re.findall(r"\w+", word)[-1] for name in chosen for word in tables[name])
