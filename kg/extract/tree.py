"""The tree of a Doc, and what the rules read off it, kept for as long as the Doc lives.

spaCy searches the sentence and makes new Tokens whenever it is asked for the children of a token,
and the frames of a word ask the same questions over and over: both were most of the time that
finding events took. To be asked only once the parse is final.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from spacy.tokens import Doc, Token

Self = TypeVar("Self")
More = ParamSpec("More")
Answer = TypeVar("Answer")


def children(token: Token) -> tuple[Token, ...]:
    """The tokens right below a token, in text order."""
    below: list[tuple[Token, ...]] | None = token.doc.user_data.get("children")
    if below is None:
        below = token.doc.user_data["children"] = find_children(token.doc)
    return below[token.i]


def find_children(doc: Doc) -> list[tuple[Token, ...]]:
    """The children of each token of a Doc."""
    below: list[list[Token]] = [[] for _ in range(len(doc))]
    for token in doc:
        if (head := token.head.i) != token.i:
            below[head].append(token)
    return [tuple(tokens) for tokens in below]


def plain_words(doc: Doc, contractions: Mapping[str, str]) -> list[str]:
    """The words of a Doc in lower case, contractions replaced by the preposition in them."""
    words: list[str] | None = doc.user_data.get("plain_words")
    if words is None:
        lower = (token.lower_ for token in doc)
        words = doc.user_data["plain_words"] = [contractions.get(word, word) for word in lower]
    return words


def once(
    method: Callable[Concatenate[Self, Token, More], Answer],
) -> Callable[Concatenate[Self, Token, More], Answer]:
    """A method that reads the parse around a token, and answers each question about it once.

    The answer must depend on the parse and the language alone, and nobody may change it.
    """
    name = method.__qualname__

    @wraps(method)
    def remembered(self: Self, token: Token, /, *args: More.args, **options: More.kwargs) -> Answer:
        answers: dict[Any, Answer] = token.doc.user_data.setdefault(name, {})
        question = (token.i, *args, *options.values())
        if question not in answers:
            answers[question] = method(self, token, *args, **options)
        return answers[question]

    return remembered
