"""Article to unparsed Doc: boilerplate blanked, quotation marks unified, offsets kept."""

import re
from collections.abc import Callable
from functools import cache

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from kg.language.capitals import lower_capitals
from kg.language.languages import language
from kg.types import Article

OPENING = re.compile(r"[“„«‟]|(?<![^\s(])\"")
CLOSING = re.compile(r"[”»]|\"")
MAX_KNOWN = 50_000
"""Different words of which a tokenizer keeps what it makes of them."""
APOSTROPHES = str.maketrans("’‘ʼ\n\r\t\u00a0", "'''    ")


def readable(article: Article) -> str:
    """The article's text as the parser reads it, of the same length, so that offsets hold.

    What is not its prose is turned to spaces, and lines in capitals become prose; quotation marks
    become those that the parser of the language was trained on, because it takes unknown ones for
    words.
    """
    masked = [" "] * len(article.text)
    entry = language(article.lang)
    turns = turn_marks(article.text, entry.turns)
    for start, end in article.body:
        prose = lower_capitals(article.text[start:end], article.lang)
        masked[start:end] = turns.sub(lambda found: " " * len(found[0]), prose)
    opening, closing = entry.quotes
    text = "".join(masked).translate(APOSTROPHES)
    return CLOSING.sub(closing, OPENING.sub(opening, text))


def turn_marks(text: str, marks: tuple[str, ...]) -> re.Pattern[str]:
    """What stands before the lines of an interview and is not said: who speaks.

    marks: those of the language; a text with one of them alone has the initial of a name.
    """
    escaped = [re.escape(mark) for mark in marks]
    used = [mark for mark in escaped if re.search(rf"(?m)^{mark} ", text)]
    opening = "|".join(used) if len(used) > 1 else r"(?!)"
    return re.compile(rf"(?m)^(?:{opening}) +")


def make_doc(pipeline: Pipeline, article: Article) -> Doc:
    """Tokenise an article; `doc.user_data["paragraphs"]` holds where its paragraphs start."""
    text = readable(article)
    learn_words(pipeline.tokenizer, text)
    doc = pipeline.make_doc(text)
    doc.user_data["text"] = text
    bodies = ((start, text[start:end]) for start, end in article.body)
    doc.user_data["paragraphs"] = tuple(
        start + len(prose) - len(prose.lstrip()) for start, prose in bodies
    )
    doc.user_data["published"] = article.date
    doc.user_data["article"] = article.id
    return doc


def learn_words(tokenizer: Callable[[str], Doc], text: str) -> None:
    """Let a tokenizer keep what it makes of each word of a text.

    By itself it keeps nothing from the first exception of a text on, be it "don't" or two spaces,
    and takes most words apart anew each time.
    """
    known = known_words(tokenizer)
    fresh = set(text.split()) - known if len(known) < MAX_KNOWN else ()
    for word in fresh:
        tokenizer(word)
    known.update(fresh)


@cache
def known_words(tokenizer: Callable[[str], Doc]) -> set[str]:
    """The words that a tokenizer has learnt."""
    return set()


@Pipeline.component("paragraphs", assigns=["token.is_sent_start"])
def close_paragraphs(doc: Doc) -> Doc:
    """No sentence crosses a paragraph: the first token of each starts one."""
    starts = doc.user_data.get("paragraphs", ())
    marks = doc.to_array(SENT_START)
    marks[np.isin(doc.to_array(IDX), starts)] = 1
    return doc.from_array(SENT_START, marks)  # type: ignore[arg-type]
