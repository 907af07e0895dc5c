"""The tree of a Doc as nodes, and what the rules read off it, kept for as long as the Doc lives.

spaCy makes a new object for each token that it hands out and a string for each attribute asked, and
searches the sentence for the children of a token. The frames of a word ask the same questions over
and over: here all of a Doc is read once. To be asked only once the parse is final.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from itertools import chain, count, repeat
from typing import Any, TypeVar, TypeVarTuple

from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START
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


class Node:
    """A token in its tree, under the names that spaCy's Token has; that is its `token`."""

    __slots__ = (
        *("answers", "children", "dep_", "doc", "features", "first", "head", "i", "lemma_"),
        *("lower_", "pos", "pos_", "sentence", "text", "token"),
    )

    def __init__(
        self,
        doc: Doc,
        token: Token,
        i: int,
        text: str,
        lower: str,
        lemma: str,
        pos: int,
        tag: str,
        dep: str,
        features: Features,
        sentence: range,
    ) -> None:
        self.doc = doc
        self.token = token
        self.i = i
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.pos = pos
        self.pos_ = tag
        self.dep_ = dep
        self.features = features
        self.sentence = sentence
        """The indices of the tokens of its sentence."""
        self.first = self
        """The first token of its sentence."""
        self.head = self
        """Itself for the root of a sentence."""
        self.children: tuple[Node, ...] = ()
        """The tokens right below, in text order."""
        self.answers: dict[Any, Any] = {}
        """What was asked about it so far."""

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def idx(self) -> int:
        """Offset of its first character."""
        return self.token.idx

    @property
    def tag_(self) -> str:
        """The tag of its language."""
        return self.token.tag_

    @property
    def is_punct(self) -> bool:
        """Is it a mark of punctuation?"""
        return self.token.is_punct

    @property
    def ancestors(self) -> Iterator["Node"]:
        """The tokens above, nearest first."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    def is_ancestor(self, other: "Node") -> bool:
        """Is the other below it?"""
        return any(node is self for node in other.ancestors)

    @property
    def left_edge(self) -> "Node":
        """The first token of its subtree."""
        return tree(self.doc).nodes[self.token.left_edge.i]

    @property
    def right_edge(self) -> "Node":
        """The last token of its subtree."""
        return tree(self.doc).nodes[self.token.right_edge.i]


@dataclass(frozen=True, slots=True)
class Tree:
    """What a parse says of each token, by its index."""

    nodes: tuple[Node, ...]
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
    labels, lemmas, words, texts, tags, morphs = (
        read_strings(doc, attribute) for attribute in (DEP, LEMMA, LOWER, ORTH, POS, MORPH)
    )
    features, sentences = map(read_features, morphs), read_sentences(doc)
    told = tuple(chain.from_iterable(repeat(each, len(each)) for each in sentences))
    columns = (texts, words, lemmas, column(doc, POS), tags, labels, features, told)
    nodes = tuple(map(Node, repeat(doc), doc, count(), *columns))
    below: dict[int, list[Node]] = defaultdict(list)
    for node, head in zip(nodes, read_heads(doc), strict=True):
        node.first = nodes[node.sentence.start]
        if head != node.i:
            node.head = nodes[head]
            below[head].append(node)
    for head, found in below.items():
        nodes[head].children = tuple(found)
    return Tree(nodes, told, labels, lemmas, words)


def release(doc: Doc) -> None:
    """Cut the ties between the nodes of a Doc, which only the garbage collector would find."""
    for node in tree(doc).nodes:
        del node.first, node.head, node.children, node.answers


def nodes(doc: Doc) -> tuple[Node, ...]:
    """The nodes of a Doc, by token index."""
    return tree(doc).nodes


def nodes_of(span: Span) -> tuple[Node, ...]:
    """The nodes of a Span."""
    return tree(span.doc).nodes[span.start : span.end]


def root_of(span: Span) -> Node:
    """The head of a Span."""
    return tree(span.doc).nodes[span.root.i]


@cache
def read_features(morph: str) -> Features:
    """The features of a token, from "Mood=Ind|Tense=Past" and the like."""
    pairs = (pair.partition("=") for pair in morph.split("|") if "=" in pair)
    return {name: frozenset(values.split(",")) for name, _, values in pairs}


def read_sentences(doc: Doc) -> Iterator[range]:
    """The tokens of each sentence of a Doc."""
    starts = [i for i, mark in enumerate(column(doc, SENT_START)) if i == 0 or mark == 1]
    return (range(a, b) for a, b in zip(starts, [*starts[1:], len(doc)], strict=True))


def subtree(token: Node) -> list[Node]:
    """A token and all those below it, in text order where no branches cross."""
    below = token.children
    if not below:
        return [token]
    before: list[Node] = []
    after: list[Node] = []
    for child in below:
        (before if child.i < token.i else after).extend(subtree(child))
    return [*before, token, *after]


def sentence_of(span: Span) -> range:
    """The indices of the tokens of the sentence in which a span begins."""
    return tree(span.doc).sentences[span.start]


def lemmas_beside(token: Node) -> frozenset[str]:
    """The lemmas of a token's sentence."""
    read, told = tree(token.doc), token.sentence
    answers = read.nodes[told.start].answers
    if "lemmas" not in answers:
        answers["lemmas"] = frozenset(read.lemmas[told.start : told.stop])
    found: frozenset[str] = answers["lemmas"]
    return found


def feature(token: Node, name: str) -> frozenset[str]:
    """The values of a UD feature of a token, empty without it."""
    return token.features.get(name, NONE)


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


def once(
    method: Callable[[Self, Node, *More], Answer],
) -> Callable[[Self, Node, *More], Answer]:
    """A method that reads the parse around a token, and answers each question about it once.

    The answer must depend on the parse, the language and annotations that are final, and nobody may
    change it.
    """
    name = method.__qualname__

    @wraps(method)
    def remembered(self: Self, token: Node, /, *args: *More) -> Answer:
        answers, question = token.answers, (name, args) if args else name
        answer: Answer = answers.get(question, UNASKED)
        if answer is UNASKED:
            answer = answers[question] = method(self, token, *args)
        return answer

    return remembered


def remember(function: Callable[[Node], Answer]) -> Callable[[Node], Answer]:
    """A function that reads the parse around a token, and answers once for each token."""
    name = function.__qualname__

    @wraps(function)
    def remembered(token: Node, /) -> Answer:
        answers = token.answers
        answer: Answer = answers.get(name, UNASKED)
        if answer is UNASKED:
            answer = answers[name] = function(token)
        return answer

    return remembered
