"""How alike two personal names are, whatever the alphabet they were transliterated from.

Names are slugs: lower case, without accents, words joined by hyphens.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from kg.link.bearers import sound

SAME = 1.0
SOUNDS_SAME = 0.95
NEARLY = 0.9
SHORTENED = 0.7

_SILENT_U = re.compile("(?<=[gq])u(?=[eiy])")
"""As Portuguese, Spanish and French write it: "Serguei" is "Sergei"."""
_WORD = 85.0
_WHOLE = 90.0
_SHORT_WORD = 3


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str) -> float:
    """How alike two full names are.

    1 when they are equal, 0.95 when they sound the same, up to 0.9 when each word nearly does, 0.7
    when one leaves out words of the other but not the first, 0 when they are of two people.
    """
    if a == b:
        return SAME
    x, y = to_sounds(a), to_sounds(b)
    if x == y or _join(a) == _join(b):
        return SOUNDS_SAME
    if len(x) == len(y):
        alike = all(_word_alike(one, other) for one, other in zip(x, y, strict=True))
        ratio = fuzz.ratio(" ".join(x), " ".join(y))
        return NEARLY * ratio / 100 if alike and ratio >= _WHOLE else 0.0
    short, long = sorted((x, y), key=len)
    return SHORTENED if short[0] == long[0] and holds(long, short) else 0.0


def shortens(alone: str, full: str) -> bool:
    """Is a name of one word, such as a surname, part of a full name?"""
    return holds(to_sounds(full), to_sounds(alone))


def holds(words: Iterable[str], part: Iterable[str]) -> bool:
    """Whether words hold others in that order, with words between or not."""
    left = iter(words)
    return all(word in left for word in part)


@cache
def to_sounds(name: str) -> tuple[str, ...]:
    """The words of a slug without the differences between transliterations."""
    # Russian has no h: Serhiy is Sergey, Oleh is Oleg.
    words = _SILENT_U.sub("", name).split("-")
    return tuple(sound(word).replace("h", "g") for word in words)


def _join(name: str) -> str:
    """Written in one word or in several: "Choe Son Hui", "Choe Sonhui"."""
    return "".join(to_sounds(name.replace("-", "")))


def _word_alike(a: str, b: str) -> bool:
    """Two spellings of a word; a short word has one, and another ending is another person."""
    if a == b:
        return True
    if min(len(a), len(b)) <= _SHORT_WORD or _is_other_gender((a, b)):
        return False
    return fuzz.ratio(a, b) >= _WORD


def _is_other_gender(words: Sequence[str]) -> bool:
    """Do only their endings tell a man from a woman: Paulo, Paula; Petrov, Petrova?"""
    man, woman = sorted(words, key=lambda word: word.endswith("a"))
    return woman.endswith("a") and man in (woman[:-1], woman[:-1] + "o")
