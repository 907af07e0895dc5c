"""`ontologies/boilerplate.yaml` as patterns: what pages carry beside the article."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.ontology.files import ontology_dir

FILE = "boilerplate.yaml"
SPACE = re.compile(r"\s+")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
COUNT = re.compile(r"\s*\(\d+\)?$|\s*\d+$")
MAX_START_WORDS = 30
MAX_CONTAINS_WORDS = 60
MAX_LENGTH = 1000


@dataclass(frozen=True)
class Phrases:
    """The phrases of all languages together; matching ignores case and outer punctuation.

    agency: a news or picture agency, as written or in capitals.
    credit: opens a photo credit. archive: opens the caption of an old picture.
    published: opens a line with the date of publication.
    """

    whole: frozenset[str]
    end: frozenset[str]
    starts: re.Pattern[str]
    contains: re.Pattern[str]
    agency: re.Pattern[str]
    credit: re.Pattern[str]
    archive: re.Pattern[str]
    published: re.Pattern[str]

    def are_in(self, line: str) -> bool:
        """Whether a line is boilerplate by its words."""
        if len(line) > MAX_LENGTH:
            return False
        plain = normalise(line)
        words = len(plain.split())
        return (
            plain in self.whole
            or self.ends_article(line)
            or (words <= MAX_START_WORDS and bool(self.starts.match(plain)))
            or (words <= MAX_CONTAINS_WORDS and bool(self.contains.search(plain)))
        )

    def ends_article(self, line: str) -> bool:
        """Whether a line opens what the readers write."""
        return len(line) <= MAX_LENGTH and normalise(line) in self.end


def normalise(line: str) -> str:
    """Lower case, single spaces, no punctuation or count at the edges."""
    plain = EDGES.sub("", SPACE.sub(" ", line.casefold().replace("’", "'")))
    return EDGES.sub("", COUNT.sub("", plain))


@cache
def load_table() -> Mapping[str, Any]:
    """The file as it stands. Raises DataError when it lacks its two tables."""
    table = yaml.safe_load((ontology_dir() / FILE).read_text(encoding="utf8"))
    if not isinstance(table, dict) or not {"agencies", "languages"} <= table.keys():
        raise DataError(f"{FILE}: the keys agencies and languages must be there.")
    return table


@cache
def load_phrases() -> Phrases:
    """The phrases of every language of the file. Raises DataError."""
    agencies = load_table()["agencies"]
    return Phrases(
        whole=frozenset(map(normalise, collect("whole"))),
        end=frozenset(map(normalise, collect("end"))),
        starts=any_of(map(normalise, collect("starts"))),
        contains=any_of(map(normalise, collect("contains"))),
        agency=any_of({*agencies, *(name.upper() for name in agencies)}),
        credit=any_of(collect("credit"), re.IGNORECASE),
        archive=any_of(collect("archive"), re.IGNORECASE),
        published=any_of(collect("published"), re.IGNORECASE),
    )


@cache
def months(lang: str) -> Mapping[str, int]:
    """Month names and abbreviations of a language, lower case; empty for one without data."""
    names = load_table()["languages"].get(lang, {}).get("months", [])
    return {name: number for number, row in enumerate(names, 1) for name in row}


def may_lead_with_month(lang: str) -> bool:
    """Whether 3/4/2025 may be the 4th of March in a language."""
    return bool(load_table()["languages"].get(lang, {}).get("month_first", False))


@cache
def function_words(lang: str) -> frozenset[str]:
    """Closed-class words of a language, lower case; empty for one without data."""
    return frozenset(load_table()["languages"].get(lang, {}).get("function_words", []))


def collect(key: str) -> list[str]:
    """The phrases under a key in all languages. Raises DataError where one lacks it."""
    phrases: list[str] = []
    for lang, entry in load_table()["languages"].items():
        if key not in entry:
            raise DataError(f"{FILE}: language {lang!r} lacks the list {key!r}.")
        phrases += entry[key]
    return phrases


def any_of(phrases: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", flags)
