"""Article to parsed Doc: which pipeline serves a language, with labels mapped to UD."""

from kg.language.languages import Language, language, language_codes
from kg.language.paragraphs import make_doc, readable
from kg.language.pipelines import find_pipeline, load_parser

__all__ = [
    "Language",
    "find_pipeline",
    "language",
    "language_codes",
    "load_parser",
    "make_doc",
    "readable",
]
