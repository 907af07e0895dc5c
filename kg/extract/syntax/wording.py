"""Fixed phrases in a list of words, found by the first word of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Phrases = Mapping[str, Sequence[tuple[str, ...]]]
"""First word to the phrases that begin with it, as words."""


def index_phrases(phrases: Iterable[str]) -> Phrases:
    """The phrases, their words separated by spaces, by the first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]].append(words)
    return dict(found)


def occurrences(words: Sequence[str], phrases: Phrases, within: range) -> Iterator[range]:
    """Where the phrases stand in a stretch of the words: their indices, by where they begin."""
    for start in within:
        for phrase in phrases.get(words[start], ()):
            stop = start + len(phrase)
            if stop <= within.stop and tuple(words[start:stop]) == phrase:
                yield range(start, stop)
