"""Events in the shape of the POLECAT tables: 40 columns, tab-separated, with a header.

An empty cell is "None", as there. What kg does not find stays so: contexts, titles and sectors of
actors, Correlates of War codes, Wikipedia ids, districts.

Source: A. Halterman, P. A. Schrodt, A. Beger, B. E. Bagozzi and G. I. Scarborough, "PLOVER and
POLECAT: A New Political Event Ontology and Dataset", 2023; doi:10.7910/DVN/AJGVIT.
"""

import csv
from collections.abc import Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from kg.export.event_table import Cell, EventTable, Row, happened, pair_up
from kg.export.tellings import Facts, Telling, join, read_facts, read_tellings
from kg.graph.directory.store import open_dataset
from kg.graph.results.events import first
from kg.ontology.classes import EventClass, coded_class
from kg.ontology.namespaces import DCTERMS, KG

_SIDE = (
    *("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title"),
    *("{} Name Raw", "Wikipedia {} ID"),
)
_NAMES = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(name.format(side) for side in ("Actor", "Recipient") for name in _SIDE),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
_FLOATS = ("Intensity", "Latitude", "Longitude")
COLUMNS: dict[str, type[str] | type[int] | type[float]] = {
    name: float if name in _FLOATS else str for name in _NAMES
}


def read(directory: Path) -> Iterator[Row]:
    """The rows of a graph directory: one for each pair of actors and class of an event."""
    dataset = open_dataset(directory)
    facts = read_facts(dataset)
    for telling in filter(happened, read_tellings(dataset)):
        shared = {**_story(telling, facts), **_place(telling, facts)}
        for source, target in pair_up(telling):
            for kind in telling.event.classes:
                row = _code(coded_class(kind.name, telling.event.modality))
                row |= _actor("Actor", source, telling.words(KG.sourceText), facts)
                row |= _actor("Recipient", target, telling.words(KG.targetText), facts)
                yield row | shared


TABLE = EventTable(COLUMNS, read)


def write(directory: Path, path: Path) -> None:
    """Write the events of a directory as a POLECAT file (UTF-8)."""
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, _NAMES, delimiter="\t", lineterminator="\n", restval="None")
        writer.writeheader()
        for row in read(directory):
            writer.writerow({n: "None" if c in (None, "") else c for n, c in row.items()})


def _code(kind: EventClass) -> dict[str, Cell]:
    return {
        "Event Type": kind.root,
        "Event Mode": kind.mode,
        "Intensity": kind.goldstein,
        "Quad Code": kind.valence.upper(),
    }


def _actor(side: str, iri: str, words: str, facts: Facts) -> dict[str, Cell]:
    return {
        f"{side} Name": facts.label(iri) or None,
        f"{side} Country": facts.country(iri) or None,
        f"{side} Name Raw": words or None,
    }


def _story(telling: Telling, facts: Facts) -> dict[str, Cell]:
    event, told = telling.event, next(iter(telling.articles.values()))
    actors = sorted({*chain(event.sources, event.targets)})

    def of_type(kind: str) -> str | None:
        return join([facts.label(iri) for iri in actors if facts.types.get(iri) == kind]) or None

    return {
        "Event ID": event.iri.rpartition("/")[2],
        "Event Date": event.earliest if event.earliest == event.latest else None,
        "Source": first(told, DCTERMS.publisher) or first(told, DCTERMS.identifier),
        "Publication Date": first(told, DCTERMS.issued) or None,
        "Language": first(told, DCTERMS.language),
        "Story People": of_type("PERSON"),
        "Story Organizations": of_type("ORG"),
        "Version": f"kg {version('geopolitical-kg')}",
    }


def _place(telling: Telling, facts: Facts) -> dict[str, Cell]:
    if not telling.event.places:
        return {}
    iri = telling.event.places[0]
    position = facts.position(iri)
    return {
        "Placename": facts.label(iri),
        "Country": facts.country(iri) or None,
        "Latitude": position[0] if position else None,
        "Longitude": position[1] if position else None,
        "Story Locations": join([facts.label(place) for place in telling.event.places]),
    }
