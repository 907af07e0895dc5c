"""Namespaces of the graph. Those with a list of terms are closed: a typo raises AttributeError."""

import os
import re
from collections.abc import Mapping, Sequence
from typing import Final

from rdflib.namespace import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    TIME,
    XSD,
    ClosedNamespace,
    Namespace,
)

from kg.errors import DataError
from kg.ontology.files import ontology_dir

__all__ = [
    "BASE",
    "CAMEO",
    "DCTERMS",
    "GAF",
    "GRASP",
    "KG",
    "OWL",
    "PLOVER",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEM",
    "SKOS",
    "TIME",
    "XSD",
]

VOCABULARY: Final = "https://w3id.org/geopolitical-kg/"
"""Where the ontology and the code books live, whatever the base of a graph."""


def read_base(environment: Mapping[str, str]) -> Namespace:
    """The base IRI under which entities and events are minted, ending in "/" or "#".

    environment: `KG_BASE_IRI` overrides the default, which is that of the vocabulary.
    Raises DataError when the override is no absolute IRI.
    """
    base = environment.get("KG_BASE_IRI") or VOCABULARY
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", base):
        raise DataError(
            f"KG_BASE_IRI is {base!r}, no absolute IRI: set it like https://example.org/kg/."
        )
    return Namespace(base if base[-1] in "/#" else base + "/")


def read_terms(turtle: str) -> list[str]:
    """Local names of the terms that a Turtle text of the ontology defines, in its order.

    A definition starts a line with `kg:Name a`. Matching that costs 1 ms, parsing the file 15 to
    130 ms, and every command imports this module.
    """
    return re.findall(r"^kg:(\w+) a ", turtle, re.MULTILINE)


def _close(iri: str, names: Sequence[str]) -> ClosedNamespace:
    """A closed namespace whose terms are plain attributes: rdflib looks up each in Python."""
    namespace = ClosedNamespace(iri, list(names))
    vars(namespace).update({name: namespace[name] for name in names})
    return namespace


BASE: Final = read_base(os.environ)
KG: Final = _close(
    f"{VOCABULARY}ontology#", read_terms((ontology_dir() / "kg.ttl").read_text(encoding="utf8"))
)
PLOVER: Final = Namespace(f"{VOCABULARY}plover#")
CAMEO: Final = Namespace(f"{VOCABULARY}cameo#")
SEM: Final = _close(
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    [
        *("Core", "Event", "Actor", "Place", "Time", "hasActor", "hasPlace", "hasTime"),
        *("hasEarliestBeginTimeStamp", "hasLatestEndTimeStamp", "hasSubEvent"),
    ],
)
GAF: Final = _close(
    "http://groundedannotationframework.org/gaf#", ["Mention", "denotedBy", "denotes"]
)
GRASP: Final = _close(
    "http://groundedannotationframework.org/grasp#",
    ["Attribution", "hasAttribution", "isAttributionFor", "wasAttributedTo"],
)
SCHEMA: Final = SDO

PREFIXES: Final[Mapping[str, str]] = {
    "kg": str(KG),
    "plover": str(PLOVER),
    "cameo": str(CAMEO),
    "dcterms": str(DCTERMS),
    "gaf": str(GAF),
    "grasp": str(GRASP),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sem": str(SEM),
    "skos": str(SKOS),
    "time": str(TIME),
    "xsd": str(XSD),
}
"""Prefix to namespace, for writing Turtle and for queries."""
