"""What an article says that bears on what others say: whom it names and what it calls them.

A build reads it of every article, the rest only of a few: so it is short, and kept by itself.
"""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

from kg.graph.merge.records import Record, Told
from kg.ontology.namespaces import BASE, DCTERMS, KG, RDF

_OWN = tuple(f"{BASE}{folder}/" for folder in ("report", "quantity", "time", "agreement"))
"""What is named so is known to one article only, or is no thing that has a name."""
_TYPE, _COUNTRY = str(RDF.type), str(KG.country)
_PERSON, _STATE, _PLACE = str(KG.Person), str(KG.State), str(KG.Place)
_HOLDER, _KIND, _TITLE, _OF = map(str, (KG.holder, KG.officeKind, KG.officeTitle, KG.officeOf))
_SKETCH, _ISSUED = str(KG.textSketch), str(DCTERMS.issued)


@dataclass(frozen=True, slots=True)
class Outline:
    """An article as far as others ask for it. Of things there are IRIs; all is sorted."""

    article: str
    iris: Sequence[str]
    """All entities, and whatever else has a name in several articles."""
    states: Sequence[str]
    places: Sequence[str]
    people: Sequence[str]
    countries: Sequence[Sequence[str]]
    """(entity, its state)."""
    labels: Sequence[Sequence[str]]
    """(entity, language, label)."""
    offices: Sequence[Sequence[Any]]
    """(person, kind of office or its title, of what if that is said)."""
    sketch: str | None
    """Of its words, as hexadecimal digits."""
    day: str | None
    """When it was published."""


def make_outline(told: Told) -> Outline:
    """The outline of all that an article says."""
    about = {iri: told.about[iri] for iri in sorted(told.about) if not iri.startswith(_OWN)}
    types = {iri: record.all(_TYPE) for iri, record in about.items()}
    article = about.get(told.article, Record({}))
    return Outline(
        article=told.article,
        iris=[iri for iri in told.iris if not iri.startswith(_OWN)],
        states=[iri for iri, found in types.items() if _STATE in found],
        places=[iri for iri, found in types.items() if _PLACE in found],
        people=[iri for iri, found in types.items() if _PERSON in found],
        countries=[[i, state] for i, record in about.items() for state in record.all(_COUNTRY)],
        labels=[list(label) for label in told.labels if label[0] in about],
        offices=[
            [holder, _name_office(record), record.one(_OF)]
            for record in about.values()
            for holder in record.all(_HOLDER)
        ],
        sketch=article.one(_SKETCH),
        day=article.one(_ISSUED),
    )


def to_json(outline: Outline) -> str:
    """An outline as JSON."""
    return json.dumps(astuple(outline), ensure_ascii=False)


def from_json(text: str) -> Outline:
    """What `to_json` wrote."""
    return Outline(*json.loads(text))


def _name_office(record: Record) -> str:
    """The last part of the IRI of its kind, else the title in lower case."""
    kind = min(record.all(_KIND), default="").rpartition("/")[2]
    return kind or min(record.all(_TITLE)).lower()
