"""Which spaCy pipeline parses a language: an installed one, else the one that ships with kg."""

import re
import warnings
from functools import cache
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language as Pipeline
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.util import compile_infix_regex, is_package

from kg.errors import PipelineMissing
from kg.language import paragraphs, trees, words  # noqa: F401  (registers the components)
from kg.language.languages import language
from kg.language.words.rules import look_up, remember_lemmas

SHIPPED = Path(__file__).parent / "models"


def load_parser(code: str) -> Pipeline:
    """The parser of a language with UD labels: the steps of spaCy and our own first ones.

    Raises UnknownLanguage, and PipelineMissing when no pipeline of the table is installed.
    """
    entry = language(code)
    with warnings.catch_warnings():
        # The Spanish pipeline was trained for spaCy 3.1 and works; users can do nothing about it.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        pipeline = spacy.load(find_pipeline(code))
    if pipeline.has_pipe("attribute_ruler"):
        look_up(cast(AttributeRuler, pipeline.get_pipe("attribute_ruler")))
    if pipeline.has_pipe("lemmatizer"):
        remember_lemmas(cast(Lemmatizer, pipeline.get_pipe("lemmatizer")))
    if entry.hyphens_join:
        join_hyphens(pipeline)
    pipeline.add_pipe("paragraphs", first=True)
    pipeline.add_pipe("asides", after="parser")
    if entry.present_endings:
        pipeline.add_pipe("presents")
    pipeline.add_pipe("lemmas")
    if entry.past_endings:
        pipeline.add_pipe("enclitics")
    if entry.labels != "ud":
        pipeline.add_pipe("ud")
    if entry.mended:
        pipeline.add_pipe("mending")
        pipeline.add_pipe("voices")
    pipeline.add_pipe("series")
    pipeline.add_pipe("arguments")
    if entry.time_nouns:
        pipeline.add_pipe("measures")
    pipeline.add_pipe("relatives")
    pipeline.add_pipe("subjects")
    pipeline.add_pipe("headlines")
    pipeline.add_pipe("numerals")
    pipeline.add_pipe("clauses")
    pipeline.add_pipe("speakers")
    return pipeline


def join_hyphens(pipeline: Pipeline) -> None:
    """Let the tokenizer split no word at a hyphen between letters; the pipeline is changed."""
    infixes = [rule for rule in pipeline.Defaults.infixes or () if not re.search(rule, "a-b")]
    finditer = compile_infix_regex(infixes).finditer
    pipeline.tokenizer.infix_finditer = finditer  # type: ignore[union-attr]


@cache
def find_pipeline(code: str) -> str | Path:
    """Package name or path of the best pipeline that is installed for a language."""
    names = language(code).pipelines
    for name in names:
        if name == "shipped" and (SHIPPED / code / "meta.json").exists():
            return SHIPPED / code
        if is_package(name):
            return name
    entry = language(code)
    install = f"kg languages install {code}"
    advice = install if entry.packages else f"python -m spacy download {names[0]}"
    raise PipelineMissing(f"No spaCy pipeline for {entry.name} is installed: {advice}")
