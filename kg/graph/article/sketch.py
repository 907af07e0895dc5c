"""A short sketch of an article's words, by which copies of one story are found.

MinHash over runs of three words: Broder, "On the resemblance and containment of documents", 1997;
of each minimum one byte is kept: Li and König, "b-Bit minwise hashing", 2010. Our own few lines,
since sketches stand in graphs and have to be the same bytes with every version of every library.
"""

import re
from hashlib import blake2b

import numpy as np

from kg.types import Article

_WORDS_IN_RUN = 3
_HASHES = 128
_FEWEST_RUNS = 20
_WORD = re.compile(r"\w+")
_BITS = np.uint64(32)
# Of two unlike bytes one pair in 256 is equal by chance.
_CHANCE = 1 / 256


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


# Multiply-shift hashing of what is hashed well already: Dietzfelbinger et al., 1997.
_FACTORS = np.array([_digest(f"factor {i}") | 1 for i in range(_HASHES)], dtype=np.uint64)
_SUMMANDS = np.array([_digest(f"summand {i}") for i in range(_HASHES)], dtype=np.uint64)


def sketch(article: Article) -> str | None:
    """128 bytes in hexadecimal for the words of an article's prose, None for a handful of words.

    Case and punctuation do not count.
    """
    prose = " ".join(article.text[start:end] for start, end in article.body) or article.text
    words = _WORD.findall(prose.casefold())
    runs = {" ".join(words[i : i + _WORDS_IN_RUN]) for i in range(len(words) - _WORDS_IN_RUN + 1)}
    if len(runs) < _FEWEST_RUNS:
        return None
    hashes = np.array([_digest(run) for run in sorted(runs)], dtype=np.uint64)
    # Products are meant to overflow: they are taken modulo 2 ** 64.
    spread = (np.multiply.outer(_FACTORS, hashes) + _SUMMANDS[:, None]) >> _BITS
    return bytes(spread.min(axis=1).astype(np.uint8)).hex()


def resemblance(a: bytes, b: bytes) -> float:
    """Estimate which share of the runs of words of two articles both have, from their sketches."""
    equal = sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
    return max(0.0, (equal - _CHANCE) / (1 - _CHANCE))
