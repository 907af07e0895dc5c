"""What a sentence or its article is about: sport, culture, business; told from their words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from spacy.tokens import Doc

from kg.extract.syntax.tree import Node, lemmas_beside, nodes, once, tree
from kg.ontology.unpolitical import Field, UnpoliticalWords

HINTS = 2
"""Different words that must hint at a field before a sentence is about it."""
RULING = 2
"""Sentences about a field before the article can be, where half of its sentences hint at it."""


@dataclass(frozen=True)
class Topics:
    """Tells the fields of sentences by the words of one language."""

    words: UnpoliticalWords

    @once
    def said(self, first: Node) -> frozenset[str]:
        """The lemmas and forms of a sentence in lower case; first: its first word."""
        told = slice(first.i, first.sentence.stop)
        return frozenset(map(str.lower, lemmas_beside(first))).union(tree(first.doc).words[told])

    @once
    def fields(self, first: Node) -> frozenset[str]:
        """What a sentence or its article is about; nothing if it tells of violence or power.

        first: the first word of the sentence.
        """
        if not self.said(first).isdisjoint(self.words.literal):
            return frozenset()
        return self.marked(first) | self.ruling(nodes(first.doc)[0])

    @once
    def ruling(self, first: Node) -> frozenset[str]:
        """The fields that an article is about; first: its first word."""
        starts = sentence_starts(first.doc)
        counts = Counter(chain.from_iterable(map(self.marked, starts)))
        fields = {name: self.words.fields[name] for name in counts if counts[name] >= RULING}
        return frozenset(
            name
            for name, field in fields.items()
            if 2 * sum(self.hints(start, field) for start in starts) >= len(starts)
        )

    def hints(self, first: Node, field: Field) -> bool:
        """Does any word of a sentence hint at a field? first: the first word."""
        said = self.said(first)
        return not (said.isdisjoint(field.sure) and said.isdisjoint(field.hints))

    @once
    def marked(self, first: Node) -> frozenset[str]:
        """The fields whose words stand in a sentence; first: its first word."""
        said, fields = self.said(first), self.words.fields
        if said.isdisjoint(self.marking):
            return frozenset()
        return frozenset(name for name, field in fields.items() if marks(field, first, said))

    @cached_property
    def marking(self) -> frozenset[str]:
        """The words of all fields."""
        return frozenset().union(*(f.sure | f.hints for f in self.words.fields.values()))


def sentence_starts(doc: Doc) -> list[Node]:
    """The first word of each sentence."""
    return [nodes(doc)[told.start] for told in dict.fromkeys(tree(doc).sentences)]


def words_of(first: Node) -> Iterator[tuple[str, str]]:
    """Lemma and form of each word of a sentence in lower case; first: its first word."""
    read, told = tree(first.doc), slice(first.i, first.sentence.stop)
    return zip(map(str.lower, read.lemmas[told]), read.words[told], strict=True)


def marks(field: Field, first: Node, said: frozenset[str]) -> bool:
    """Do the words of a sentence mark a field? said: their lemmas and forms."""
    if not said.isdisjoint(field.sure):
        return True
    hints = said & field.hints
    if len(hints) < HINTS:
        return False
    return len({lemma for lemma, form in words_of(first) if hints & {lemma, form}}) >= HINTS
