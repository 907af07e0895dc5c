"""The steps from an article to what it says, in one list."""

from functools import cache

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from kg.assemble import to_extraction
from kg.collector import collector_at_rest
from kg.extract import events  # noqa: F401  (registers the component)
from kg.extract.mentions import compounds, finder, people, titles  # noqa: F401  (the same)
from kg.extract.syntax.tree import release
from kg.language import load_parser, make_doc
from kg.link import (  # noqa: F401  (registers the components)
    acronyms,
    communities,
    compatriots,
    coreference,
    institutions,
    names,
    offices,
)
from kg.link import people as identities  # noqa: F401
from kg.types import Article, Extraction

STEPS = (
    "compounds",
    "mentions",
    "titles",
    "people",
    "linker",
    "offices",
    "identities",
    "communities",
    "institutions",
    "acronyms",
    "compatriots",
    "coreference",
    "events",
)
"""After the parser of the language, in this order; each declares what it needs and sets."""


def load_pipeline(lang: str, *, guess: bool = True) -> Pipeline:
    """Parser and steps of a language, loaded once.

    guess: also find events at words that no frame has, coarse and with a low score
    (`kg.ontology.neighbours`). Raises UnknownLanguage and PipelineMissing.
    """
    return load_steps(lang, guess)


@cache
def load_steps(lang: str, guess: bool) -> Pipeline:
    """The same, by place, since a cache takes a default and its value for two things."""
    with collector_at_rest():
        pipeline = load_parser(lang)
        for step in STEPS:
            pipeline.add_pipe(step, config={"guess": guess} if step == "events" else {})
    return pipeline


def read_article(article: Article, *, guess: bool = True) -> Doc:
    """The article parsed and annotated by every step; guess: as for `load_pipeline`."""
    pipeline = load_pipeline(article.lang, guess=guess)
    doc = make_doc(pipeline, article)
    return pipeline(doc)


def extract(article: Article, *, guess: bool = True) -> Extraction:
    """All that one article says; guess: as for `load_pipeline`."""
    doc = read_article(article, guess=guess)
    extraction = to_extraction(doc, article)
    release(doc)
    doc.user_data.clear()  # its tokens hold the Doc, which only the garbage collector would free
    return extraction
