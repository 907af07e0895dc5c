"""JSON-LD 1.1 that reads as plain JSON: short keys, short ids, texts by language."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.export.blocks import Terms, Value, read_blocks, read_terms, remember
from kg.export.statements import turtle_of
from kg.graph.rdf.iris import PREFIXES
from kg.ontology.namespaces import BASE, RDF, XSD

_KEYWORDS: Mapping[str, str] = {"id": "@id", "type": "@type", "graph": "@graph"}
_IRI = "@id"
_TYPE, _TEXT, _STRING, _INTEGER = (
    str(RDF.type),
    str(RDF.langString),
    str(XSD.string),
    str(XSD.integer),
)
_EXACT = re.compile("0|-?[1-9][0-9]{0,14}")
"""Whole numbers that JSON, whose numbers are binary64, holds as they are (RFC 8259)."""


@dataclass(frozen=True, slots=True)
class Context:
    """How IRIs and values are shortened."""

    keys: Mapping[str, str]
    """IRI of a predicate or class to its key."""
    kinds: Mapping[str, str]
    """Predicate to what its objects are: "@id", a datatype, or "" when they differ."""


def write(directory: Path, path: Path) -> None:
    """Write the union of all graphs of a directory as JSON-LD, equal bytes for equal graphs.

    Its context is made for them: each predicate and class goes by its local name, with its prefix
    where two share it ("owl_sameAs"). The Turtle is read twice, once for the context and once for
    the nodes: nothing is kept.
    """
    turtle = turtle_of(directory)
    terms = read_terms(turtle)
    context = _find_context(turtle, terms)
    make = remember(partial(_to_member, terms=terms, context=context))
    with path.open("w", encoding="utf8", newline="\n") as file:
        file.write(f'{{\n "@context": {{\n   {_lay_out(context)}\n  }},\n "graph": [')
        comma = ""
        for subject, lines in read_blocks(turtle):
            members = ",\n   ".join(map(make, lines))
            name = _shorten(terms.read_iri(subject))
            file.write(f'{comma}\n  {{\n   "id": "{name}",\n   {members}\n  }}')
            comma = ","
        file.write("\n ]\n}\n")


def _find_context(turtle: Path, terms: Terms) -> Context:
    """How the terms of a file are shortened so that nothing is lost."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for sign in _find_signs(turtle, terms):
        predicate, *found = sign.split(" ")
        kinds[predicate].update(found)
    classes = kinds.pop(_TYPE, set())
    keys = _find_keys(sorted({*kinds, *classes}))
    only = {predicate: min(found) if len(found) == 1 else "" for predicate, found in kinds.items()}
    return Context(keys, only)


def _find_signs(turtle: Path, terms: Terms) -> set[str]:
    """What matters of lines: predicate and kinds of the objects, or the classes themselves."""
    sign = remember(partial(_to_sign, terms=terms))
    signs: set[str] = set()
    for _, lines in read_blocks(turtle):
        signs.update(map(sign, lines))
    return signs


def _to_sign(line: str, terms: Terms) -> str:
    predicate, values = terms.read_line(line)
    if predicate == _TYPE:
        return " ".join([predicate, *(text for text, _, _ in values)])
    return " ".join([predicate, *(datatype or _IRI for _, datatype, _ in values)])


def _find_keys(iris: Sequence[str]) -> Mapping[str, str]:
    names: dict[str, list[str]] = defaultdict(list)
    for iri in iris:
        names[iri.replace("#", "/").rpartition("/")[2]].append(iri)
    unique = {found[0]: name for name, found in names.items() if len(found) == 1}
    keys = {iri: unique.get(iri) or _with_prefix(iri) for iri in iris}
    return {iri: key for iri, key in keys.items() if key not in _KEYWORDS}


def _with_prefix(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}_{iri.removeprefix(namespace)}"
    return iri


def _lay_out(context: Context) -> str:
    """The context, a line for each key."""
    terms = {key: _define(iri, context.kinds.get(iri, "")) for iri, key in context.keys.items()}
    members = {**_KEYWORDS, "@base": str(BASE), **dict(sorted(terms.items()))}
    return ",\n   ".join(f'"{key}": {json.dumps(about)}' for key, about in members.items())


def _define(iri: str, kind: str) -> Mapping[str, str] | str:
    if kind == _TEXT:
        return {"@id": iri, "@container": "@language"}
    return iri if kind in ("", _STRING) else {"@id": iri, "@type": kind}


def _to_member(line: str, terms: Terms, context: Context) -> str:
    """A key and its value; the escapes of Turtle are JSON's."""
    predicate, values = terms.read_line(line)
    if predicate == _TYPE:
        return f'"type": {_unwrap([_quote(context.keys.get(text, text)) for text, _, _ in values])}'
    key, kind = context.keys.get(predicate, predicate), context.kinds[predicate]
    if kind == _TEXT:
        return f'"{key}": {{{", ".join(_by_language(values))}}}'
    return f'"{key}": {_unwrap([_to_json(value, kind) for value in values])}'


def _by_language(values: Sequence[Value]) -> Iterator[str]:
    texts: dict[str, list[str]] = defaultdict(list)
    for text, _, language in values:
        texts[language].append(_quote(text))
    return (f'"{language}": {_unwrap(texts[language])}' for language in sorted(texts))


def _to_json(value: Value, kind: str) -> str:
    """kind: of all objects of the predicate, "" when they differ."""
    text, datatype, language = value
    if not datatype:
        name = _quote(_shorten(text))
        return name if kind else f'{{"@id": {name}}}'
    if kind:
        return text if kind == _INTEGER and _EXACT.fullmatch(text) else _quote(text)
    mark, about = ("@language", language) if language else ("@type", datatype)
    return f'{{"{mark}": "{about}", "@value": {_quote(text)}}}'


def _shorten(iri: str) -> str:
    return iri.removeprefix(BASE)


def _quote(text: str) -> str:
    return f'"{text}"'


def _unwrap(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"
