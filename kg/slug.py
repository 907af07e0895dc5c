"""The last part of an IRI made from a name."""

import re
import unicodedata

LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ı": "i", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
)
"""Letters that Unicode does not take for another letter with a mark."""


def slug(name: str) -> str:
    """Lower case, without accents, words joined by hyphens: "Kim Jong-un" is "kim-jong-un"."""
    letters = name.lower()
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters.translate(LETTERS))
        letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", letters).strip("-")
