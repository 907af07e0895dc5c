"""What the page asks its dataset: the named queries as forms, and the words to complete."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import Literal, RdfFormat, parse

from kg.graph.rdf.iris import PREFIXES
from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import KG, RDFS
from kg.query.binding import split_pattern
from kg.query.named import NamedQuery, named_queries

_COMMENTS = re.compile(r"\A(?:\s*#[^\n]*\n)*\s*")
"""At the head of a query; they say in English what the form says."""


@cache
def questions() -> Mapping[str, Any]:
    """The prefixes, the terms of the ontology with their labels, the queries and their fields.

    Titles, questions and names of fields stand by language, ISO 639-1.
    """
    words = _words()
    translations: Mapping[str, Mapping[str, list[str]]] = words["queries"]
    return {
        "prefixes": dict(PREFIXES),
        "terms": _terms(),
        "fields": words["parameters"],
        "queries": [
            _form(query, translations.get(name, {})) for name, query in named_queries().items()
        ],
    }


def _words() -> dict[str, Any]:
    text = Path(__file__).with_name("questions.yaml").read_text(encoding="utf8")
    words: dict[str, Any] = yaml.safe_load(text)
    return words


def _form(query: NamedQuery, translated: Mapping[str, list[str]]) -> Mapping[str, Any]:
    head, tail = split_pattern(query)
    words = {"en": [query.title, query.question], **translated}
    return {
        "name": query.name,
        "title": {lang: title for lang, (title, _) in words.items()},
        "question": {lang: question for lang, (_, question) in words.items()},
        "fields": [[parameter.name, parameter.required] for parameter in query.parameters],
        "head": _COMMENTS.sub("", head),
        "tail": tail,
    }


def _terms() -> Mapping[str, Mapping[str, str]]:
    """The classes and properties of kg: by prefixed name, with their labels by language."""
    path = ontology_dir() / "kg.ttl"
    terms: dict[str, dict[str, str]] = {}
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        iri, label = str(getattr(quad.subject, "value", "")), quad.object
        is_label = quad.predicate.value == str(RDFS.label) and isinstance(label, Literal)
        if iri.startswith(str(KG)) and is_label:
            name = f"kg:{iri.removeprefix(str(KG))}"
            terms.setdefault(name, {})[label.language or ""] = label.value
    return terms
