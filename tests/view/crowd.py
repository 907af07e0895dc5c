"""A large graph, made up: a year of news about thousands of actors who do not exist."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.ontology.namespaces import BASE, GAF, KG, RDFS
from kg.view.model import Citation, Event, Mark, Node, PageGraph, Report

STATES = {
    "BRA": "Brazil", "PRT": "Portugal", "MAR": "Morocco", "ESP": "Spain", "NOR": "Norway",
    "DZA": "Algeria", "FRA": "France", "DEU": "Germany", "IND": "India", "CHN": "China",
    "JPN": "Japan", "KEN": "Kenya", "ZAF": "South Africa", "MEX": "Mexico", "CAN": "Canada",
    "AUS": "Australia", "IDN": "Indonesia", "TUR": "Türkiye", "EGY": "Egypt", "ARG": "Argentina",
}  # fmt: skip
TYPES = ("person", "organisation", "group")
CLASSES = {
    "state": "State", "person": "Person", "organisation": "Organisation", "group": "ArmedGroup",
}  # fmt: skip
SPACES = {"gaf": GAF, "kg": KG, "rdfs": RDFS}
GIVEN = ("Ana", "Rui", "Iva", "Noé", "Lua", "Téo", "Eva", "Max")
SYLLABLES = ("ba", "cê", "di", "fo", "gu", "ja", "ké", "li", "mo", "nu", "pa", "ré", "sí", "to",
             "vu", "za")  # fmt: skip
MUTUAL = "Meeting"
VERBS = {
    MUTUAL: "met", "Visit": "visited", "EconomicCooperation": "traded with",
    "Condemnation": "condemned", "SanctionImposed": "sanctioned", "Attack": "attacked",
}  # fmt: skip
OUTLETS = ("Harbour Gazette", "Diário do Porto", "Correio do Cais", "Northern Post")
BEGIN = date(2025, 1, 1)
DAYS = 365


def make_crowd(actors: int, events: int) -> PageGraph:
    """Make actors, few of whom are in many events; an article a day, a report for each event.

    Every tenth event is only planned, and therefore not shown at first.
    """
    chance = random.Random(1)
    nodes = tuple(_actor(i) for i in range(actors))
    busy = [int(actors * chance.random() ** 4) for _ in range(events)]
    pairs = [(one, (one + chance.randrange(1, actors)) % actors) for one in busy]
    days = [i * DAYS // events for i in range(events)]
    graph = PageGraph(
        lang="en",
        nodes=nodes,
        events=tuple(_event(i, *parts) for i, parts in enumerate(zip(pairs, days, strict=True))),
        reports=tuple(_report(i, pairs[i], days[i], nodes) for i in range(events)),
        articles=tuple(_article(day) for day in range(DAYS)),
    )
    return replace(graph, dataset=_dataset(graph))


def _actor(i: int) -> Node:
    code = list(STATES)[i % len(STATES)]
    if i < len(STATES):
        return Node(f"{BASE}state/{code}", "state", {"en": STATES[code]}, country=code)
    kind = TYPES[i % len(TYPES)]
    return Node(f"{BASE}{kind}/{i}", kind, {"en": _name(i)}, country=code)


def _name(i: int) -> str:
    # The factor is odd: no two of the first 65,536 share a name.
    number = i * 7919 % 16**4
    syllables = (SYLLABLES[number // 16**place % 16] for place in range(4))
    return f"{GIVEN[i % len(GIVEN)]} {''.join(syllables).capitalize()}"


def _verb(i: int) -> tuple[str, str]:
    return list(VERBS.items())[i % len(VERBS)]


def _status(i: int) -> str:
    return "planned" if i % 10 == 9 else "actual"


def _event(i: int, pair: tuple[int, int], day: int) -> Event:
    kind, _ = _verb(i)
    when = str(BEGIN + timedelta(day))
    sides = {"participant": pair} if kind == MUTUAL else {"source": pair[:1], "target": pair[1:]}
    status = _status(i)
    return Event(
        f"{BASE}event/{i}", (kind,), when, when, when, status=status, reports=(i,), **sides
    )


def _report(i: int, pair: tuple[int, int], day: int, nodes: Sequence[Node]) -> Report:
    first, second = (nodes[node].labels["en"] for node in pair)
    _, verb = _verb(i)
    start = len(first) + len(verb) + 2
    marks = (Mark(0, len(first), pair[0]), Mark(start, start + len(second), pair[1]))
    return Report(
        f"{BASE}report/{i}", day, f"{first} ", verb, f" {second}, as note {i} has it.", "en",
        _status(i), 0.4 + i % 7 / 10, "en-made-up", marks,
    )  # fmt: skip


def _article(day: int) -> Citation:
    when = BEGIN + timedelta(day)
    return Citation(
        f"{BASE}article/{when}", f"Notes of {when:%d %B}", OUTLETS[day % len(OUTLETS)], str(when),
        f"https://example.org/notes/{when}", "en",
    )  # fmt: skip


def _dataset(graph: PageGraph) -> bytes:
    """Write in TriG who took part in what: an engine in a browser has enough with that."""
    lines = "".join(f"{line} .\n" for line in _statements(graph))
    head = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in SPACES.items())
    return f"@base <{BASE}> .\n{head}<graph/merged> {{\n{lines}}}\n".encode()


def _statements(graph: PageGraph) -> Iterator[str]:
    for node in graph.nodes:
        yield f'{_short(node)} a kg:{CLASSES[node.type]} ; rdfs:label "{node.labels["en"]}"@en'
    for event in graph.events:
        # The sides of a mutual act are sources, all of them.
        told = [("kg:source", graph.nodes[ix]) for ix in (*event.source, *event.participant)]
        told += [("kg:target", graph.nodes[ix]) for ix in event.target]
        told += [("gaf:denotedBy", graph.reports[ix]) for ix in event.reports]
        about = "".join(f" ; {relation} {_short(thing)}" for relation, thing in told)
        yield f"{_short(event)} a kg:Event, kg:{event.classes[0]}{about}"


def _short(thing: Node | Event | Report | Citation) -> str:
    return f"<{thing.id.removeprefix(BASE)}>"
