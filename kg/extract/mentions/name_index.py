"""Names of several words found in a Doc by dictionary: the time does not grow with their number.

spaCy's PhraseMatcher does the same, but takes a Doc for each of 40,000 names, which is most of the
time that `kg` needs to start.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kg.extract.syntax.tree import tree
from kg.ontology.entries import Name

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their words, in lower case."""

    names: dict[Words, list[Name]]
    lengths: dict[str, list[int]]
    """First word to how many words the names that it begins have, each number once."""

    def find(self, doc: Doc) -> Iterator[tuple[Span, list[Name]]]:
        """Every stretch of a Doc that has the words of a name, with the names that have them."""
        words, lengths = tree(doc).words, self.lengths
        for start in [i for i, word in enumerate(words) if word in lengths]:
            for length in lengths[words[start]]:
                name = tuple(words[start : start + length])
                if found := self.names.get(name):
                    yield Span(doc, start, start + len(name)), found

    def find_around(self, doc: Doc, gap: Span) -> Iterator[tuple[Span, list[Name]]]:
        """Every name that a gap divides after its first word: "Ministério (russo) da Defesa".

        The stretch has the words of the gap in it.
        """
        if not gap.start:
            return
        words = tree(doc).words
        word = words[gap.start - 1]
        for length in self.lengths.get(word, ()):
            end = gap.end + length - 1
            rest = tuple(words[gap.end : end])
            if rest and (found := self.names.get((word, *rest))):
                yield doc[gap.start - 1 : end], found


def build_index(names: Iterable[Name], tokenise: Callable[[str], Doc]) -> NameIndex:
    """Index names as a tokeniser splits them; plain words need no tokeniser, which is slow."""
    by_words: dict[Words, list[Name]] = defaultdict(list)
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        lower = name.text.lower()
        words = tuple(lower.split(" "))
        if not all(map(str.isalpha, words)):
            words = tuple(token.lower_ for token in tokenise(name.text))
        by_words[words].append(name)
        lengths[words[0]].add(len(words))
    return NameIndex(dict(by_words), {word: sorted(found) for word, found in lengths.items()})
