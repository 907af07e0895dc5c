"""Events in the shape of the GDELT 2.0 Event table: 61 columns, tab-separated, no header.

What a text does not say stays empty, where GDELT would guess: the day of an undated event, tone,
whether it is the main event. GDELT codes countries of places by FIPS 10-4, which is left empty too;
those of actors are ISO 3166-1 alpha-3 in both.

Source: GDELT Event Codebook 2.0 (2015), http://data.gdeltproject.org/documentation/.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from kg.export.event_table import Cell, EventTable, Row, happened, pair_up
from kg.export.tellings import Facts, Telling, read_facts, read_tellings
from kg.graph.directory.store import open_dataset
from kg.graph.results.events import EventRecord, first
from kg.ontology.classes import EventClass, coded_class
from kg.ontology.namespaces import DCTERMS, KG, SCHEMA

_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code"),
    *("Religion2Code", "Type1Code", "Type2Code", "Type3Code"),
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_NAMES = (
    *("GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{side}{name}" for side in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass"),
    *("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
_WHOLE = frozenset(
    [
        *("GlobalEventID", "Day", "MonthYear", "Year", "IsRootEvent", "QuadClass"),
        *("NumMentions", "NumSources", "NumArticles", "DATEADDED"),
        *("Actor1Geo_Type", "Actor2Geo_Type", "ActionGeo_Type"),
    ]
)
_DECIMAL = re.compile(r"FractionDate|GoldsteinScale|AvgTone|.*_(Lat|Long)")
COLUMNS: dict[str, type[str] | type[int] | type[float]] = {
    name: int if name in _WHOLE else float if _DECIMAL.fullmatch(name) else str for name in _NAMES
}
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
"""Last CAMEO root of each quad class."""
_GROUP = "REB"
"""CAMEO's type of an armed group that is not the army of a state."""
_COUNTRY, _CITY = 1, 4
"""Types of a place."""
_BITS = 60


class _Tabs(csv.excel_tab):
    """As GDELT writes: nothing is quoted."""

    quoting = csv.QUOTE_NONE
    quotechar = None
    lineterminator = "\n"


def read(directory: Path) -> Iterator[Row]:
    """The rows of a graph directory: one for each pair of actors and class of an event."""
    dataset = open_dataset(directory)
    facts = read_facts(dataset)
    for telling in filter(happened, read_tellings(dataset)):
        shared = {**_time(telling.event), **_counts(telling), **_place(telling.event, facts)}
        for source, target in pair_up(telling):
            for kind in telling.event.classes:
                row = _code(coded_class(kind.name, telling.event.modality))
                row |= _actor("Actor1", source, telling.words(KG.sourceText), facts)
                row |= _actor("Actor2", target, telling.words(KG.targetText), facts)
                yield row | shared | {"GlobalEventID": _number(telling.event, source, target, kind)}


TABLE = EventTable(COLUMNS, read)


def write(directory: Path, path: Path) -> None:
    """Write the events of a directory as a GDELT file (UTF-8, no quotes: names lose their tabs)."""
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, _NAMES, dialect=_Tabs)
        for row in read(directory):
            writer.writerow({name: _plain(cell) for name, cell in row.items()})


def _plain(cell: Cell) -> Cell:
    return " ".join(cell.split()) if isinstance(cell, str) else cell


def _number(event: EventRecord, source: str, target: str, kind: EventClass) -> int:
    digest = sha256("\n".join([event.iri, source, target, kind.name]).encode()).hexdigest()
    return int(digest[: _BITS // 4], 16)


def _time(event: EventRecord) -> dict[str, Cell]:
    """As far as the text gives it: a day, else a month, else a year."""
    first_day, last_day = event.earliest, event.latest
    known = {length: first_day[:length] == last_day[:length] != "" for length in (4, 7, 10)}
    day = date.fromisoformat(first_day) if known[10] else None
    return {
        "Day": int(f"{day:%Y%m%d}") if day else None,
        "MonthYear": int(first_day[:7].replace("-", "")) if known[7] else None,
        "Year": int(first_day[:4]) if known[4] else None,
        # The codebook's own formula: months of 30 days, a year of 365.
        "FractionDate": (
            round(day.year + (day.month * 30 - 30 + day.day) / 365, 4) if day else None
        ),
    }


def _actor(side: str, iri: str, words: str, facts: Facts) -> dict[str, Cell]:
    if not iri:
        return {f"{side}Name": words.upper()}
    country = facts.country(iri)
    kind = _GROUP if facts.types.get(iri) == "GROUP" else ""
    return {
        f"{side}Code": country + kind,
        f"{side}Name": facts.label(iri).upper(),
        f"{side}CountryCode": country,
        f"{side}Type1Code": kind,
    }


def _code(kind: EventClass) -> dict[str, Cell]:
    code = kind.cameo or ""
    quads = (quad for last, quad in _QUADS if code and int(code[:2]) <= last)
    return {
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": next(quads, None),
        "GoldsteinScale": kind.goldstein,
    }


def _counts(telling: Telling) -> dict[str, Cell]:
    articles = telling.articles.values()
    outlets = {first(article, DCTERMS.publisher) for article in articles} - {""}
    days = [first(article, DCTERMS.issued) for article in articles]
    added = min((day for day in days if day), default="")
    urls = (first(a, SCHEMA.url) or first(a, DCTERMS.identifier) for a in articles)
    return {
        "NumMentions": len(telling.reports),
        "NumSources": len(outlets) or None,
        "NumArticles": len(telling.articles),
        "DATEADDED": int(added.replace("-", "") + "000000") if added else None,
        "SOURCEURL": next(urls),
    }


def _place(event: EventRecord, facts: Facts) -> dict[str, Cell]:
    if not event.places:
        return {}
    iri = event.places[0]
    position = facts.position(iri)
    return {
        "ActionGeo_Type": _COUNTRY if facts.types.get(iri) == "STATE" else _CITY,
        "ActionGeo_FullName": facts.label(iri),
        "ActionGeo_Lat": position[0] if position else None,
        "ActionGeo_Long": position[1] if position else None,
    }
