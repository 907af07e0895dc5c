"""Noun phrases as the words that name a participant."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.extract.syntax.tree import Node, nodes, remember
from kg.language import language

OUTSIDE = frozenset(
    "acl acl:relcl advcl ccomp parataxis conj cc cc:preconj case mark punct discourse cop aux "  # noqa: SIM905
    "aux:pass expl nsubj nsubj:pass obj obl advmod".split()
)
"""Relations of what is no part of a participant's name: clauses, conjuncts and function words."""
EDGE = frozenset(["PUNCT", "SPACE"])
PAIRS = {"»": "«", "”": "“", '"': '"', ")": "("}
"""What ends a quotation or a bracket to what begins it."""
MAX_WORDS = 25
"""Longer phrases are parser noise; the head alone stands for them."""


@remember
def noun_phrase(head: Node) -> Span:
    """The phrase of a nominal head: modifiers and appositions, without clauses and conjuncts.

    The leading article and preposition stay outside. A phrase of more than MAX_WORDS words is
    cut to its head.
    """
    inside, doc = {token.i for token in members(head)}, head.doc
    start, end = head.i, head.i + 1
    while start - 1 in inside or (start - 2 in inside and nodes(doc)[start - 1].pos_ in EDGE):
        start -= 1
    while end in inside or (end + 1 in inside and nodes(doc)[end].pos_ in EDGE):
        end += 1
    while start < head.i and (
        nodes(doc)[start].pos_ in EDGE or nodes(doc)[start].dep_ in ("det", "case")
    ):
        start += 1
    while start < head.i and is_joined(doc, start):
        start -= 2
    while end - 1 > head.i and nodes(doc)[end - 1].pos_ in EDGE:
        end -= 1
    end += closes(doc, start, end)
    return Span(doc, start, end) if end - start <= MAX_WORDS else Span(doc, head.i, head.i + 1)


def is_joined(doc: Doc, i: int) -> bool:
    """Does a hyphen join a word to the one before: "Iran-backed"?"""
    hyphened = i > 1 and doc[i - 1].text == "-"
    return hyphened and not (doc[i - 1].whitespace_ or doc[i - 2].whitespace_)


def closes(doc: Doc, start: int, end: int) -> bool:
    """Does the next token end a quotation or a bracket that the phrase begins?"""
    after = nodes(doc)[end].text if end < len(doc) else ""
    if after not in PAIRS:
        return False
    words = [token.text for token in nodes(doc)[start:end]]
    inside = words.count(PAIRS[after]) - (words.count(after) if after != PAIRS[after] else 0)
    return inside == 1


def members(head: Node) -> Iterator[Node]:
    """The head and what belongs to its phrase, recursively."""
    yield head
    for child in head.children:
        if child.dep_ not in OUTSIDE and not (is_adjunct(child) or is_remark(child)):
            yield from nested(child)


def is_remark(word: Node) -> bool:
    """Is it an adjective that a comma sets apart: "Oslo, deaf to the protests"?"""
    if word.pos_ != "ADJ" or word.i < word.head.i:
        return False
    first = word.left_edge.i
    return "," in [token.text for token in nodes(word.doc)[first - 1 : first + 1]]


def is_adjunct(token: Node) -> bool:
    """A prepositional phrase that need not belong to the noun: any but "of" and its like."""
    cases = [child.lower_ for child in token.children if child.dep_ == "case"]
    if token.dep_ != "nmod" or not cases:
        return False
    words = language(token.doc.lang_)
    return words.prepositions.get(cases[0], cases[0]) not in words.genitive


def nested(token: Node) -> Iterator[Node]:
    """A modifier with its own preposition and, in a name or prepositional phrase, its conjuncts."""
    yield token
    for child in token.children:
        kept = child.dep_ in ("case", "conj", "cc") or child.dep_ not in OUTSIDE
        if kept and not is_adjunct(child):
            yield from nested(child)
