"""The places of a Doc by where they stand, so that no event has to look at all of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

from kg.extract.circumstances.places import Places
from kg.extract.syntax.tree import Node, nodes

JOINING = frozenset(["PUNCT", "ADP", "DET"])
"""What stands between nested places: "in Oslo, in the south"."""


@dataclass(frozen=True, slots=True)
class Spots:
    """The places that a preposition introduces (`Places.find`)."""

    places: Places
    tokens: Sequence[Node]
    """Their heads in text order."""
    ends: Sequence[int]
    """For each how far its phrase or one before it reaches: a token index, exclusive."""
    heads: Mapping[int, Sequence[Node]]
    """Node to those that depend on it, in text order."""

    def finest(self, chosen: Node) -> Node:
        """The smallest of nested places: of "in Oslo, in the south of Norway" the first.

        A mere noun of place tells less than the name after it: "on a road near Oslo".
        """
        start = self.places.span(chosen).start
        while start > 0 and nodes(chosen.doc)[start - 1].pos_ in JOINING:
            start -= 1
        k = bisect_left(self.ends, start)
        if k == len(self.tokens) or self.tokens[k].i >= chosen.i:
            return chosen
        smaller = self.tokens[k]
        return self.finest(smaller) if self.places.has_name(smaller) else chosen

    def below(self, words: Iterable[int]) -> Iterator[Node]:
        """Those that depend on one of the words, given by token index."""
        for word in words:
            yield from self.heads.get(word, ())


def locate_spots(places: Places, doc: Doc) -> Spots:
    """The spots of a Doc by where they stand."""
    tokens = places.find(doc)
    heads: dict[int, list[Node]] = defaultdict(list)
    for token in tokens:
        heads[token.head.i].append(token)
    ends = tuple(accumulate((places.span(token).end for token in tokens), max))
    return Spots(places, tokens, ends, heads)
