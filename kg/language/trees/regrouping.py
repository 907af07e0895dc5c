"""Changes to the tree of a Doc, gathered and then written at once."""

from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import DEP
from spacy.tokens import Doc, Span, Token

from kg.language.columns import read_heads, read_strings
from kg.language.trees.hanging import hang
from kg.language.trees.ud import rewrite

VERBAL = frozenset(["VERB", "AUX"])
NAMING = frozenset(["appos", "flat", "flat:name"])
"""Labels of a name after the noun that says what it is: "the minister, Ann Lee"."""


@dataclass
class Tree:
    """Heads and labels of a Doc as they shall become; most Docs stay, and theirs are not read."""

    doc: Doc

    @cached_property
    def heads(self) -> list[int]:
        """The index of the head of each token."""
        return read_heads(self.doc)

    @cached_property
    def labels(self) -> list[str]:
        """The label of each token."""
        return read_strings(self.doc, DEP)

    def write(self) -> None:
        """Set them in the Doc, unless none was changed or they came to hold a circle."""
        touched = not vars(self).keys().isdisjoint(("heads", "labels"))
        if touched and self.is_changed() and self.is_sound():
            rewrite(self.doc, self.heads, self.labels)

    def is_changed(self) -> bool:
        """Do they differ from those of the Doc?"""
        return self.heads != read_heads(self.doc) or self.labels != read_strings(self.doc, DEP)

    def is_sound(self) -> bool:
        """Does every way up end at a root?"""
        return all(self.reaches_root(i) for i in range(len(self.heads)))

    def reaches_root(self, index: int) -> bool:
        """Does the way up from a token end?"""
        for _ in self.heads:
            if self.heads[index] == index:
                return True
            index = self.heads[index]
        return False

    def hang(self, index: int, head: int, label: str) -> None:
        """Give a token another head and label; a head below the token itself is refused."""
        hang(index, head, label, self.heads, self.labels)

    def join(self, span: Span, label: str) -> None:
        """Make the first word of a span the head of the others.

        What hung on the others hangs where they did, or on the first word.
        """
        first, inside = span.start, range(span.start, span.end)
        root = span.root.i
        if root != first and self.heads[first] in inside:
            above = self.heads[root]
            self.heads[first] = first if above == root else above
            self.labels[first] = self.labels[root]
        for index in inside[1:]:
            self.release(index, first, inside)
            self.hang(index, first, label)

    def release(self, index: int, first: int, inside: range) -> None:
        """Hang what a word of a joined span governs on the word above it, or on the first one."""
        above = self.heads[index]
        children = [i for i, head in enumerate(self.heads) if head == index and i not in inside]
        if above == index:
            verbs = [i for i in children if self.doc[i].pos_ in VERBAL]
            if not verbs:
                return
            above = verbs[0]
            self.heads[above], self.labels[above] = above, "ROOT"
        target = first if above in inside else above
        for child in children:
            if child != target:
                self.hang(child, target, self.labels[child])

    def coordinate(self, first: Token, conjunction: Token, second: Token) -> None:
        """Make the second noun a conjunct of the first."""
        if any(child.dep_ == "conj" for child in first.children):
            return
        self.hang(second.i, first.i, "conj")
        self.hang(conjunction.i, second.i, "cc")
