"""The event classes of the ontology as values: root, mode, code, implied relation, labels."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, RdfFormat, parse

from kg.errors import DataError
from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import KG, OWL, RDF, RDFS

Facts = Mapping[str, Mapping[str, list[str]]]
"""IRI to property to values."""
Labels = Mapping[str, Mapping[str, str]]
"""IRI to language to label."""

# Plain strings, since pyoxigraph's IRIs are compared as such and a URIRef equals no str.
EVENT, ROOT, MODE = str(KG.Event), str(KG.ploverRoot), str(KG.ploverMode)
GOLDSTEIN = str(KG.goldstein)
CODE, RELATION, VALENCE = str(KG.cameo), str(KG.impliesRelation), str(KG.valence)
PLANNED = str(KG.whenPlanned)
TYPE, LABEL, SUPERCLASS = str(RDF.type), str(RDFS.label), str(RDFS.subClassOf)


@dataclass(frozen=True, slots=True)
class EventClass:
    """One kind of event and what it stands for in the code books."""

    name: str
    """Local name in kg:, such as "TroopDeployment"."""
    root: str
    """PLOVER root, such as "MOBILIZE"."""
    mode: str | None
    """PLOVER mode, such as "troops"."""
    cameo: str | None
    """CAMEO code, such as "154"."""
    relation: str | None
    """Local name of the relation that it implies from source to target, "deployedTroopsTo"."""
    symmetric: bool
    """Does the relation hold both ways?"""
    valence: str
    """"verbal cooperation", "material cooperation", "verbal conflict" or "material conflict"."""
    ancestors: tuple[str, ...]
    """Local names of its superclasses in kg:, nearest first, ending in "Event"."""
    labels: Mapping[str, str]
    """Language (ISO 639-1) to label."""
    goldstein: float = 0.0
    """From -10, conflict, to 10, cooperation: Goldstein's scale by CAMEO code."""
    when_planned: str | None = None
    """Local name of the class that gives the codes of an event that is only planned."""


def coded_class(name: str, modality: str) -> EventClass:
    """The class whose PLOVER root, mode and CAMEO code an event has.

    That of the event itself, but for plans to meet, cooperate or help: the code books count
    these as agreeing (PLOVER codebook, AGREE; CAMEO 03, "express intent to cooperate").
    modality: "actual", "planned" or "possible". Raises DataError for an unknown class.
    """
    own = event_class(name)
    return event_class(own.when_planned) if modality == "planned" and own.when_planned else own


@cache
def event_class(name: str) -> EventClass:
    """The event class of a local name.

    Raises DataError, naming near matches, when the ontology has none of that name.
    """
    classes = event_classes()
    if name not in classes:
        near = get_close_matches(name, classes, n=3, cutoff=0.5)
        hint = f" Did you mean {', '.join(near)}?" if near else " See ontologies/kg.ttl."
        raise DataError(f"No event class {name!r} in the ontology.{hint}")
    return classes[name]


@cache
def event_classes() -> dict[str, EventClass]:
    """Every event class by local name, in alphabetical order. Raises DataError."""
    return read_classes(ontology_dir() / "kg.ttl")


def read_classes(path: Path) -> dict[str, EventClass]:
    """The event classes of an ontology file by local name: those with a PLOVER root.

    Raises DataError when one lacks its valence or an ancestor line to kg:Event.
    """
    facts, labels = read_turtle(path)
    names = sorted(local_name(iri) for iri in facts if facts[iri].get(ROOT))
    return {name: read_class(name, facts, labels) for name in names}


def read_turtle(path: Path) -> tuple[Facts, Labels]:
    """All statements of a Turtle file about IRIs, and apart from them the labels."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object
        if isinstance(value, Literal) and predicate == LABEL and value.language:
            labels[subject][value.language] = value.value
        else:
            facts[subject][predicate].append(value.value)
    return facts, labels


def read_class(name: str, facts: Facts, labels: Labels) -> EventClass:
    """One event class from the statements of the ontology. Raises DataError."""
    iri = str(KG) + name
    own = facts[iri]
    relation = first(own.get(RELATION))
    mode = first(own.get(MODE))
    cameo = first(own.get(CODE))
    valence = first(own.get(VALENCE))
    line = ancestors(iri, facts)
    planned = first([value for parent in [iri, *line] for value in facts[parent].get(PLANNED, [])])
    if valence is None:
        raise DataError(f"kg:{name} has no kg:valence: state it in {KG}.")
    return EventClass(
        name=name,
        root=local_name(own[ROOT][0]),
        mode=local_name(mode).partition("-")[2] if mode else None,
        cameo=local_name(cameo) if cameo else None,
        relation=local_name(relation) if relation else None,
        symmetric=str(OWL.SymmetricProperty) in facts[relation][TYPE] if relation else False,
        valence=labels[valence]["en"],
        ancestors=tuple(local_name(parent) for parent in line),
        labels=labels[iri],
        goldstein=float(first(own.get(GOLDSTEIN)) or 0),
        when_planned=local_name(planned) if planned else None,
    )


def ancestors(iri: str, facts: Facts) -> list[str]:
    """IRIs of the superclasses up to kg:Event, nearest first. Raises DataError off that line."""
    line = [iri]
    while line[-1] != EVENT:
        parents = [p for p in facts[line[-1]].get(SUPERCLASS, []) if p.startswith(str(KG))]
        if len(parents) != 1 or parents[0] in line:
            raise DataError(f"<{line[-1]}> needs one superclass on the way to kg:Event.")
        line += parents
    return line[1:]


def local_name(iri: str) -> str:
    """What follows the "#" of an IRI."""
    return iri.rpartition("#")[2]


def first(values: list[str] | None) -> str | None:
    """The first value, or None."""
    return values[0] if values else None
