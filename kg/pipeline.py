"""The steps from an article to what it says, in one list."""

from functools import cache

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from kg.assemble import to_extraction
from kg.extract import events, mentions, people, titles  # noqa: F401  (registers the components)
from kg.language import load_parser, make_doc
from kg.link import (  # noqa: F401  (registers the components)
    coreference,
    institutions,
    names,
    offices,
)
from kg.link import people as identities  # noqa: F401
from kg.types import Article, Extraction

STEPS = (
    "mentions",
    "titles",
    "people",
    "linker",
    "offices",
    "identities",
    "institutions",
    "coreference",
    "events",
)
"""After the parser of the language, in this order; each declares what it needs and sets."""


@cache
def load_pipeline(lang: str) -> Pipeline:
    """Parser and steps of a language. Raises UnknownLanguage and PipelineMissing."""
    pipeline = load_parser(lang)
    for step in STEPS:
        pipeline.add_pipe(step)
    return pipeline


def read_article(article: Article) -> Doc:
    """The article parsed and annotated by every step."""
    pipeline = load_pipeline(article.lang)
    doc = make_doc(pipeline, article)
    return pipeline(doc)


def extract(article: Article) -> Extraction:
    """All that one article says."""
    return to_extraction(read_article(article), article)
