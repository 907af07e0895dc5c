"""The tree of a Doc, and what the rules read off it, kept for as long as the Doc lives.

spaCy searches the sentence and makes new objects whenever it is asked for the children, the
sentence or the features of a token, and the frames of a word ask the same questions over and over.
Here all of a Doc is read once. To be asked only once the parse is final.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, TypeVar, TypeVarTuple

from spacy.attrs import DEP, LEMMA, LOWER, MORPH, SENT_START
from spacy.tokens import Doc, Span, Token

from kg.language.columns import column, read_heads, read_strings

Self = TypeVar("Self")
More = TypeVarTuple("More")
Answer = TypeVar("Answer")
Features = Mapping[str, frozenset[str]]
"""Name of a UD feature to its values."""

NONE: frozenset[str] = frozenset()
UNASKED: Any = object()
"""Stands for the answer to a question that nobody asked yet; None may be one."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What a parse says of each token, by its index."""

    children: tuple[tuple[Token, ...], ...]
    """The tokens right below, in text order."""
    features: tuple[Features, ...]
    sentences: tuple[range, ...]
    """The tokens of the sentence."""
    labels: Sequence[str]
    lemmas: Sequence[str]
    words: Sequence[str]
    """The forms in lower case."""


def tree(doc: Doc) -> Tree:
    """The tree of a Doc, read once."""
    found: Tree = doc.user_data.get("tree") or doc.user_data.setdefault("tree", read_tree(doc))
    return found


def read_tree(doc: Doc) -> Tree:
    """The tree of a Doc."""
    below: dict[int, list[Token]] = defaultdict(list)
    for i, (token, head) in enumerate(zip(doc, read_heads(doc), strict=True)):
        if head != i:
            below[head].append(token)
    morphs = read_strings(doc, MORPH)
    return Tree(
        tuple(tuple(below.get(i, ())) for i in range(len(doc))),
        tuple(map(read_features, morphs)),
        tuple(sentence for sentence in read_sentences(doc) for _ in sentence),
        *(read_strings(doc, attribute) for attribute in (DEP, LEMMA, LOWER)),
    )


@cache
def read_features(morph: str) -> Features:
    """The features of a token, from "Mood=Ind|Tense=Past" and the like."""
    pairs = (pair.partition("=") for pair in morph.split("|") if "=" in pair)
    return {name: frozenset(values.split(",")) for name, _, values in pairs}


def read_sentences(doc: Doc) -> Iterator[range]:
    """The tokens of each sentence of a Doc."""
    starts = [i for i, mark in enumerate(column(doc, SENT_START)) if i == 0 or mark == 1]
    return (range(a, b) for a, b in zip(starts, [*starts[1:], len(doc)], strict=True))


def children(token: Token) -> tuple[Token, ...]:
    """The tokens right below a token, in text order."""
    try:
        found: Tree = token.doc.user_data["tree"]  # asked too often for one call more
    except KeyError:
        found = tree(token.doc)
    return found.children[token.i]


def subtree(token: Token) -> list[Token]:
    """A token and all those below it, in text order where no branches cross."""
    below = children(token)
    if not below:
        return [token]
    before: list[Token] = []
    after: list[Token] = []
    for child in below:
        (before if child.i < token.i else after).extend(subtree(child))
    return [*before, token, *after]


def sentence(token: Token) -> range:
    """The indices of the tokens of a token's sentence."""
    try:
        found: Tree = token.doc.user_data["tree"]  # as for `children`
    except KeyError:
        found = tree(token.doc)
    return found.sentences[token.i]


def sentence_of(span: Span) -> range:
    """The indices of the tokens of the sentence in which a span begins."""
    return tree(span.doc).sentences[span.start]


def lemmas_beside(token: Token) -> frozenset[str]:
    """The lemmas of a token's sentence."""
    read = tree(token.doc)
    answers = answers_to("lemmas", token.doc)
    told = read.sentences[token.i]
    if told.start not in answers:
        answers[told.start] = frozenset(read.lemmas[told.start : told.stop])
    found: frozenset[str] = answers[told.start]
    return found


def feature(token: Token, name: str) -> frozenset[str]:
    """The values of a UD feature of a token, empty without it."""
    try:
        found: Tree = token.doc.user_data["tree"]  # as for `children`
    except KeyError:
        found = tree(token.doc)
    return found.features[token.i].get(name, NONE)


def plain_words(doc: Doc, contractions: Mapping[str, str]) -> list[str]:
    """The words of a Doc in lower case, contractions replaced by the preposition in them."""
    words: list[str] | None = doc.user_data.get("plain_words")
    if words is None:
        lower = tree(doc).words
        words = doc.user_data["plain_words"] = [contractions.get(word, word) for word in lower]
    return words


def text_of(doc: Doc) -> str:
    """The text of a Doc, which spaCy puts together anew each time."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def folded(doc: Doc) -> str:
    """The text of a Doc in lower case, character by character, so that offsets stay."""
    lower: str | None = doc.user_data.get("folded")
    if lower is None:
        lower = text_of(doc).lower()
        if len(lower) != len(text_of(doc)):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text_of(doc))
        doc.user_data["folded"] = lower
    return lower


def answers_to(question: str, doc: Doc) -> dict[Any, Any]:
    """The answers to a question about a Doc so far, by token and what else it is about."""
    try:
        answers: dict[Any, Any] = doc.user_data[question]
    except KeyError:
        answers = doc.user_data[question] = {}
    return answers


def once(
    method: Callable[[Self, Token, *More], Answer],
) -> Callable[[Self, Token, *More], Answer]:
    """A method that reads the parse around a token, and answers each question about it once.

    The answer must depend on the parse, the language and annotations that are final, and nobody may
    change it.
    """
    name = method.__qualname__

    @wraps(method)
    def remembered(self: Self, token: Token, /, *args: *More) -> Answer:
        try:
            answers = token.doc.user_data[name]
        except KeyError:
            answers = token.doc.user_data[name] = {}
        question = (token.i, *args) if args else token.i
        answer: Answer = answers.get(question, UNASKED)
        if answer is UNASKED:
            answer = answers[question] = method(self, token, *args)
        return answer

    return remembered


def remember(function: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """A function that reads the parse around a token, and answers once for each token."""
    name = function.__qualname__

    @wraps(function)
    def remembered(token: Token, /) -> Answer:
        answers = answers_to(name, token.doc)
        answer: Answer = answers.get(token.i, UNASKED)
        if answer is UNASKED:
            answer = answers[token.i] = function(token)
        return answer

    return remembered
