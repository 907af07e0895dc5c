"""Two actors in one attribute: "franco-alemã", "Sino-Indian", "US-China", "Israel-OLP".

Each becomes a word of its own and the second is joined to the first, as if it were "French and
German", so that both are found, linked and take part:

    cimeira ─amod→ franco-alemã     becomes     cimeira ─amod→ franco ─conj→ alemã
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.attrs import LOWER, ORTH
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from kg.extract.syntax.tokens import SUBJECT
from kg.language.columns import column, find_words, read_strings
from kg.language.trees.regrouping import NAMING, Tree
from kg.ontology.entries import Name
from kg.ontology.gazetteer import load_gazetteer

HYPHEN = frozenset(["-"])
PAIRED = frozenset(["state", "organisation", "group"])
"""Kinds of IRI of those that stand beside a hyphen."""
LONGEST = 3
"""Words of a name beside a hyphen: "South Korea-US"."""


@dataclass(frozen=True)
class Words:
    """What states, organisations and groups are called beside a hyphen, in lower case."""

    first: frozenset[str]
    """Names, demonyms of states, and forms that stand before a hyphen only ("franco")."""
    second: frozenset[str]
    whole: frozenset[str]
    """Names with a hyphen: "norte-coreano", "Guinea-Bissau"."""


@Pipeline.factory("compounds", requires=["token.dep"], assigns=["token.head", "token.dep"])
class CompoundSplitter:
    """Component: splits and joins compounds of two actors; the Doc is changed in place."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.words = read_words(load_gazetteer().names(str(nlp.lang)))

    def __call__(self, doc: Doc) -> Doc:
        """Change the Doc in place and return it."""
        self.split(doc)
        self.join(doc)
        return doc

    def split(self, doc: Doc) -> None:
        """Make words of the parts, where the tokeniser leaves hyphens alone."""
        found = {i: at for i, text in hyphenated(doc) if (at := self.find_hyphen(text))}
        if not found:
            return
        # spaCy leaves the features where they were and shifts the words.
        features = [f for token in doc for f in [token.morph] * (3 if token.i in found else 1)]
        with doc.retokenize() as retokenizer:
            for i, at in found.items():
                token = doc[i]
                parts = [token.text[:at], "-", token.text[at + 1 :]]
                last = (token, 2)
                above = last if token.head == token else token.head
                attrs: dict[str | int, Any] = {
                    "POS": [token.pos_, "PUNCT", token.pos_],
                    "DEP": ["conj", "punct", token.dep_],
                    "LEMMA": [part.lower() for part in parts],
                }
                retokenizer.split(token, parts, heads=[last, last, above], attrs=attrs)
        for token, own in zip(doc, features, strict=True):
            token.morph = own

    def find_hyphen(self, text: str) -> int | None:
        """Where a word divides into two actors."""
        lower = text.lower()
        if lower in self.words.whole:
            return None
        places = (i for i, char in enumerate(lower) if char == "-")
        known = (i for i in places if lower[:i] in self.words.first)
        return next((i for i in known if lower[i + 1 :] in self.words.second), None)

    def join(self, doc: Doc) -> None:
        """Hang the second name on the first, and the first where the two hung."""
        hyphens = find_words(doc, ORTH, HYPHEN)
        lower = read_strings(doc, LOWER) if hyphens else []
        sides = [(i, self.reach(lower, i, -1), self.reach(lower, i, 1)) for i in hyphens]
        found = [(i, a, b) for i, a, b in sides if a and b and is_tight(doc, i)]
        if found:
            tree = Tree(doc)
            for hyphen, before, after in found:
                conjoin(tree, before, hyphen, after)
            tree.write()

    def reach(self, lower: list[str], hyphen: int, step: int) -> range | None:
        """The longest name right before (-1) or after (1) a hyphen."""
        names = self.words.first if step < 0 else self.words.second
        for length in range(LONGEST, 0, -1):
            start = hyphen - length if step < 0 else hyphen + 1
            words = range(max(start, 0), min(start + length, len(lower)))
            if " ".join(lower[i] for i in words) in names:
                return words
        return None


def read_words(names: list[Name]) -> Words:
    """The words among the names of a gazetteer."""
    beside = [n for n in names if n.iri.split("/")[-2] in PAIRED and n.kind != "short"]
    first = frozenset(name.text.lower() for name in beside)
    second = frozenset(name.text.lower() for name in beside if name.kind != "combining")
    return Words(first, second, frozenset(word for word in second if "-" in word))


def hyphenated(doc: Doc) -> Iterator[tuple[int, str]]:
    """The words with a hyphen inside."""
    keys, strings = column(doc, ORTH), doc.vocab.strings
    found = {key: text for key in set(keys) if "-" in (text := strings[key])[1:-1]}
    return ((i, found[key]) for i, key in enumerate(keys) if key in found)


def is_tight(doc: Doc, hyphen: int) -> bool:
    """Is there no space around a hyphen?"""
    return not doc[hyphen - 1].whitespace_ and not doc[hyphen].whitespace_


def conjoin(tree: Tree, first: range, hyphen: int, second: range) -> None:
    """Make the head of the second name a conjunct of that of the first."""
    inside = range(first.start, second.stop)
    top, other = find_top(tree, first), find_top(tree, second)
    outer = other if tree.heads[top] in inside else top
    above, label = tree.heads[outer], tree.labels[outer]
    for i, head in enumerate(tree.heads):
        if head == other and i not in inside:
            tree.heads[i] = top
    if names_noun_before(tree, first.start, label):
        above, label = first.start - 1, "compound"
    tree.heads[top], tree.labels[top] = (top if above == outer else above), label
    tree.heads[other], tree.labels[other] = top, "conj"
    tree.heads[hyphen], tree.labels[hyphen] = other, "punct"


def names_noun_before(tree: Tree, start: int, label: str) -> bool:
    """Does a pair after a noun say whose it is, as in "guerra Irão-Iraque"?

    Parsers take the pair for another name of the noun, or for a second subject.
    """
    if start == 0 or tree.doc[start - 1].pos_ != "NOUN":
        return False
    return label in NAMING or (label in SUBJECT and tree.labels[start - 1] == label)


def find_top(tree: Tree, words: range) -> int:
    """The word of a name on which the others hang."""
    return next((i for i in words if tree.heads[i] not in words or tree.heads[i] == i), words[-1])
