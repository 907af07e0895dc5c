"""Princeton WordNet 3.1, read from its database files: which English words are near in meaning."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

POS = {"v": "verb", "n": "noun"}
SENSES = 4
"""Only so many senses of a word count, the n-th by 1/n: they stand by frequency."""
WEIGHTS = {"synonym": 1.0, "@": 0.6, "~": 0.3, "sister": 0.25, "+": 0.8, "$": 0.8}
"""By pointer: @ hypernym, ~ hyponym, + derivation, $ verb group."""


class Synset(NamedTuple):
    """A sense: its lemmas, and its pointers as (symbol, offset, pos, words from and to)."""

    lemmas: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, str], ...]


class WordNet(NamedTuple):
    """Senses of each word, and the synsets."""

    senses: Mapping[tuple[str, str], list[str]]
    """(pos, lemma) to offsets, the most frequent sense first."""
    synsets: Mapping[tuple[str, str], Synset]
    """(pos, offset) to synset."""


def read_wordnet(folder: Path) -> WordNet:
    """The verbs and nouns of a folder with index.* and data.* files (wndb format)."""
    senses, synsets = {}, {}
    for pos in POS.values():
        for fields in read_lines(folder / f"index.{pos}"):
            count, pointers = int(fields[2]), int(fields[3])
            senses[pos, fields[0]] = fields[6 + pointers : 6 + pointers + count]
        for fields in read_lines(folder / f"data.{pos}"):
            synsets[pos, fields[0]] = read_synset(fields)
    return WordNet(senses, synsets)


def read_lines(path: Path) -> list[list[str]]:
    """The fields of each line but the licence, without glosses."""
    lines = path.read_text(encoding="utf8").splitlines()
    return [line.split(" | ")[0].split() for line in lines if not line.startswith(" ")]


def read_synset(fields: list[str]) -> Synset:
    """One line of a data file."""
    count = int(fields[3], 16)
    rest = fields[4 + 2 * count :]
    pointers = [tuple(rest[1 + 4 * i : 5 + 4 * i]) for i in range(int(rest[0]))]
    return Synset(tuple(fields[4 : 4 + 2 * count : 2]), tuple(pointers))  # type: ignore[arg-type]


def neighbours(net: WordNet, pos: str, lemma: str) -> Counter[tuple[str, str]]:
    """(pos, lemma) of the words near one to how near they are."""
    near: Counter[tuple[str, str]] = Counter()
    for rank, offset in enumerate(net.senses.get((pos, lemma), [])[:SENSES]):
        for other, weight in around(net, pos, offset, lemma).items():
            near[other] += weight / (1 + rank)
    del near[pos, lemma]
    return near


def around(net: WordNet, pos: str, offset: str, lemma: str) -> Counter[tuple[str, str]]:
    """The words near one sense of a word."""
    near: Counter[tuple[str, str]] = Counter()
    own = net.synsets[pos, offset]
    add(near, net, pos, offset, WEIGHTS["synonym"])
    for symbol, other, letter, words in own.pointers:
        if letter not in POS:
            continue
        if symbol == "+":
            source, target = int(words[:2], 16), int(words[2:], 16)
            if own.lemmas[source - 1] == lemma:
                near[POS[letter], net.synsets[POS[letter], other].lemmas[target - 1]] += WEIGHTS[
                    "+"
                ]
        elif symbol in WEIGHTS:
            add(near, net, POS[letter], other, WEIGHTS[symbol])
        if symbol == "@":
            below = net.synsets[POS[letter], other].pointers
            sisters = [sister for mark, sister, _, _ in below if mark == "~" and sister != offset]
            for sister in sisters:
                add(near, net, POS[letter], sister, WEIGHTS["sister"] / len(sisters) ** 0.5)
    return near


def add(near: Counter[tuple[str, str]], net: WordNet, pos: str, offset: str, weight: float) -> None:
    """Count the words of a synset."""
    for lemma in net.synsets[pos, offset].lemmas:
        near[pos, lemma] += weight  # type: ignore[assignment]
