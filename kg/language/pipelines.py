"""Which spaCy pipeline parses a language: an installed one, else the one that ships with kg."""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language as Pipeline
from spacy.util import is_package

from kg.errors import PipelineMissing
from kg.language import lemmas, paragraphs, ud  # noqa: F401  (registers the components)
from kg.language.languages import language

SHIPPED = Path(__file__).parent / "models"


def load_parser(code: str) -> Pipeline:
    """The parser of a language with UD labels: the steps of spaCy and our own first ones.

    Raises UnknownLanguage, and PipelineMissing when no pipeline of the table is installed.
    """
    entry = language(code)
    pipeline = spacy.load(find_pipeline(code))
    pipeline.add_pipe("paragraphs", first=True)
    pipeline.add_pipe("lemmas")
    if entry.labels != "ud":
        pipeline.add_pipe("ud")
    return pipeline


@cache
def find_pipeline(code: str) -> str | Path:
    """Package name or path of the best pipeline that is installed for a language."""
    names = language(code).pipelines
    for name in names:
        if name == "shipped" and (SHIPPED / code / "meta.json").exists():
            return SHIPPED / code
        if is_package(name):
            return name
    raise PipelineMissing(
        f"No spaCy pipeline for {language(code).name} is installed: "
        f"python -m spacy download {names[0]}"
    )
