"""IRIs of what has no name of its own, minted from content: the same input, the same IRI."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Literal
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from kg.graph.rdf.terms import node
from kg.ontology.classes import event_class
from kg.ontology.namespaces import BASE, KG
from kg.ontology.namespaces import PREFIXES as VOCABULARIES

Kind = Literal["report", "event", "tenure", "agreement", "quantity", "judgement", "linking"]
Part = str | int | None | Sequence["Part"]

MERGED = node(f"{BASE}graph/merged")
"""The graph of what the article graphs say together."""
GAZETTEER = node(f"{BASE}graph/gazetteer")
"""The graph of names and links of the entities that occur."""
JUDGEMENTS = node(f"{BASE}graph/judgements")
"""The graph of what people decided about events and actors."""
ARTICLES = f"{BASE}article/"

_FOLDERS = (
    *("agreement", "article", "event", "graph", "group", "judgement", "linking", "office"),
    *("organisation", "person", "place", "quantity", "report", "state", "tenure", "term"),
)
PREFIXES: Mapping[str, str] = {
    **VOCABULARIES,
    **{folder: f"{BASE}{folder}/" for folder in _FOLDERS},
    # "time" is OWL-Time's.
    "edtf": f"{BASE}time/",
}
"""Prefix to namespace: of the vocabularies, and of each kind of IRI under the base."""


def mint(kind: Kind, *parts: Part) -> NamedNode:
    """An IRI from what makes a thing itself.

    Its last part is the first 16 hexadecimal digits (64 bits) of the SHA-256 of the parts as
    compact JSON, so that no part can run into the next.
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return node(f"{BASE}{kind}/{sha256(canonical.encode()).hexdigest()[:16]}")


def article_iri(article_id: str) -> NamedNode:
    """The IRI of an article, which is also that of its graph."""
    return node(ARTICLES + _quote(article_id))


def article_id(iri: str) -> str:
    """The id of the article of an IRI."""
    return unquote(iri.removeprefix(ARTICLES))


def time_iri(edtf: str) -> NamedNode:
    """The IRI of a time: equal values are one node in all articles."""
    return node(f"{BASE}time/{_quote(edtf)}")


def _quote(name: str) -> str:
    """A name as the end of an IRI; points at its end quoted, over which rdflib trips in Turtle."""
    quoted = quote(name, safe="")
    bare = quoted.rstrip(".")
    return bare + "%2E" * (len(quoted) - len(bare))


def state_iri(country: str) -> NamedNode:
    """The IRI of a state by its ISO 3166-1 alpha-3 code."""
    return node(f"{BASE}state/{country}")


def class_iri(name: str) -> NamedNode:
    """The IRI of an event class by its local name. Raises DataError when there is none."""
    return node(KG[event_class(name).name])
