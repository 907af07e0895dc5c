"""JSON-LD 1.1 that reads as plain JSON: short keys, short ids, texts by language."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.export.statements import stream_union
from kg.graph.iris import PREFIXES
from kg.graph.terms import TYPE
from kg.ontology.namespaces import BASE, RDF, XSD

Json = dict[str, object]
Statements = Iterable[Triple | Quad]
Value = NamedNode | Literal

_KEYWORDS: Mapping[str, str] = {"id": "@id", "type": "@type", "graph": "@graph"}
_encode = json.JSONEncoder(ensure_ascii=False).encode
_IRI = "@id"
_TEXT, _STRING, _INTEGER = str(RDF.langString), str(XSD.string), str(XSD.integer)


@dataclass(frozen=True, slots=True)
class Context:
    """How IRIs and values are shortened."""

    keys: Mapping[str, str]
    """IRI of a predicate or class to its key."""
    kinds: Mapping[str, str]
    """Predicate to what its objects are: "@id", a datatype, or "" when they differ."""
    base: str
    """Ids that begin with it are written without it; "" for none."""


def write(directory: Path, path: Path) -> None:
    """Write the union of all graphs of a directory as JSON-LD, equal bytes for equal graphs.

    The triples are read twice, once for the context and once for the nodes: none is kept.
    """
    context = find_context(stream_union(directory))
    with path.open("w", encoding="utf8", newline="\n") as file:
        file.write(f'{{\n "@context": {_lay_out(_to_json(context))},\n "graph": [')
        comma = ""
        for node in _to_nodes(stream_union(directory), context):
            file.write(f"{comma}\n  {_lay_out(node)}")
            comma = ","
        file.write("\n ]\n}\n")


def to_jsonld(triples: Iterable[Triple], base: str = str(BASE)) -> Json:
    """Triples without blank nodes as one JSON-LD document, a node for each subject.

    Its context is made for them: each predicate and class goes by its local name, with its prefix
    where two share it ("owl_sameAs"). Nodes and values keep the order of the triples.
    base: what is left out of ids, "/" at its end.
    """
    together = sorted(triples, key=lambda triple: str(triple.subject))
    context = find_context(together, base)
    return {"@context": _to_json(context), "graph": list(_to_nodes(together, context))}


def find_context(triples: Statements, base: str = str(BASE)) -> Context:
    """How the terms of some triples are shortened so that nothing is lost."""
    kinds: dict[str, set[str]] = defaultdict(set)
    classes: set[str] = set()
    for triple in triples:
        predicate, value = triple.predicate.value, triple.object
        if isinstance(value, Value):
            kinds[predicate].add(_find_kind(value))
        if predicate == TYPE.value and isinstance(value, NamedNode):
            classes.add(value.value)
    keys = _find_keys(sorted({*kinds, *classes} - {TYPE.value}))
    only = {predicate: min(found) if len(found) == 1 else "" for predicate, found in kinds.items()}
    return Context(keys, only, base if base.endswith("/") else "")


def _to_nodes(triples: Statements, context: Context) -> Iterator[Json]:
    """A node for each subject; triples of one subject must stand together."""
    for subject, about in groupby(triples, key=lambda triple: triple.subject):
        values: dict[str, list[Value]] = defaultdict(list)
        for triple in about:
            if isinstance(triple.object, Value):
                values[triple.predicate.value].append(triple.object)
        if isinstance(subject, NamedNode):
            yield _to_node(subject.value, values, context)


def _lay_out(value: Json) -> str:
    """A line for each key: the encoder's own layout takes several times as long."""
    lines = (f"{_encode(key)}: {_encode(about)}" for key, about in value.items())
    return "{\n   " + ",\n   ".join(lines) + "\n  }"


def _find_kind(value: Value) -> str:
    return _IRI if isinstance(value, NamedNode) else value.datatype.value


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


def _to_json(context: Context) -> Json:
    base = {"@base": context.base} if context.base else {}
    terms = {key: _define(iri, context.kinds.get(iri, "")) for iri, key in context.keys.items()}
    return {**_KEYWORDS, **base, **dict(sorted(terms.items()))}


def _define(iri: str, kind: str) -> Json | str:
    if kind == _TEXT:
        return {"@id": iri, "@container": "@language"}
    return iri if kind in ("", _STRING) else {"@id": iri, "@type": kind}


def _to_node(iri: str, values: Mapping[str, list[Value]], context: Context) -> Json:
    node: Json = {"id": _shorten(iri, context)}
    for predicate, objects in values.items():
        if predicate == TYPE.value:
            node["type"] = _unwrap(
                [context.keys.get(value.value, value.value) for value in objects]
            )
        else:
            key = context.keys.get(predicate, predicate)
            node[key] = _to_values(objects, context.kinds[predicate], context)
    return node


def _to_values(objects: Sequence[Value], kind: str, context: Context) -> object:
    if kind != _TEXT:
        return _unwrap([_to_value(value, kind, context) for value in objects])
    texts: dict[str, list[object]] = defaultdict(list)
    for value in objects:
        if isinstance(value, Literal):
            texts[value.language or ""].append(value.value)
    return {lang: _unwrap(found) for lang, found in sorted(texts.items())}


def _to_value(value: Value, kind: str, context: Context) -> object:
    if isinstance(value, NamedNode):
        short = _shorten(value.value, context)
        return short if kind == _IRI else {"@id": short}
    if kind:
        return int(value.value) if kind == _INTEGER and _is_exact(value.value) else value.value
    if value.language:
        return {"@language": value.language, "@value": value.value}
    return {"@type": value.datatype.value, "@value": value.value}


def _is_exact(number: str) -> bool:
    """Whether JSON, whose numbers are binary64, holds a whole number as it is (RFC 8259)."""
    return abs(int(number)) < 2**53


def _shorten(iri: str, context: Context) -> str:
    return iri.removeprefix(context.base) if context.base else iri


def _unwrap(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
