"""Article to unparsed Doc: boilerplate blanked, quotation marks unified, offsets kept."""

import re

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from kg.language.languages import language
from kg.types import Article

OPENING = re.compile(r"[“„«‟]|(?<![^\s(])\"")
CLOSING = re.compile(r"[”»]|\"")
APOSTROPHES = str.maketrans("’‘ʼ\n\r\t\u00a0", "'''    ")


def readable(article: Article) -> str:
    """The article's text as the parser reads it, of the same length, so that offsets hold.

    What is not its prose is turned to spaces; quotation marks become those that the parser of the
    language was trained on, because it takes unknown ones for words.
    """
    masked = [" "] * len(article.text)
    for start, end in article.body:
        masked[start:end] = article.text[start:end]
    opening, closing = language(article.lang).quotes
    text = "".join(masked).translate(APOSTROPHES)
    return CLOSING.sub(closing, OPENING.sub(opening, text))


def make_doc(pipeline: Pipeline, article: Article) -> Doc:
    """Tokenise an article; `doc.user_data["paragraphs"]` holds where its paragraphs start."""
    doc = pipeline.make_doc(readable(article))
    doc.user_data["paragraphs"] = tuple(start for start, _ in article.body)
    doc.user_data["published"] = article.date
    doc.user_data["article"] = article.id
    return doc


@Pipeline.component("paragraphs", assigns=["token.is_sent_start"])
def close_paragraphs(doc: Doc) -> Doc:
    """No sentence crosses a paragraph: the first token of each starts one."""
    starts = set(doc.user_data.get("paragraphs", ()))
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc
