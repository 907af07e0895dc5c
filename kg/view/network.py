"""The graph of a page as a ``pyvis.network.Network``: shapes, colours, words and positions."""

import json
import math
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from pyvis.network import Network

from kg.ontology.classes import event_classes
from kg.view.labels import FALLBACK
from kg.view.model import Event, Labels, Node, PageGraph
from kg.view.positions import Spot, position
from kg.view.strings import Strings, load_strings
from kg.view.style import CONFLICT, COOPERATION, FONT, LIGHT, LOOKS, MIXED, Colour, Shown

OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "edges": {"smooth": {"enabled": False}},
    "interaction": {"hideEdgesOnDrag": True, "hideEdgesOnZoom": True, "tooltipDelay": 250},
}
"""Of vis-network, in the page too: positions are given, and lines are straight."""
LINE_CHARACTERS = 22
LINES = 3
NAME_CHARACTERS = 200
"""Of a label that is shown on hovering."""
DASHES = [7, 5]
DOTS = [1, 4]
LEAN = 0.34
"""Balance from which a relation counts as cooperation, or as conflict."""
ROLES = ("source", "target", "participant", "place")


@dataclass(slots=True)
class _Relation:
    """What two actors share."""

    reports: int = 0
    cooperation: int = 0
    conflict: int = 0
    stated: bool = False
    """At least one of its events is reported as a fact."""


def to_pyvis(graph: PageGraph, *, events: bool = False) -> Network:
    """Draw the graph as a pyvis network, which shows and styles like any other.

    events: also the events and the places, in place of the relations that sum them up. Ids are
    IRIs, positions are given and physics is off. ``kg.view.write_page`` puts the page around it.
    """
    network = Network(height="100vh", width="100%", directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    strings = load_strings(graph.lang)
    spots = position(graph)
    relations = {} if events else _relations(graph)
    # A place is drawn among actors where something was done to it.
    related = {number for pair in relations for number in pair}
    for number, (node, spot) in enumerate(zip(graph.nodes, spots.nodes, strict=True)):
        if events or node.type != "place" or number in related:
            network.add_node(node.id, **_node_options(node, spot, strings))
    if events:
        _add_events(network, graph, spots.events, strings)
    _add_relations(network, graph, relations, strings)
    return network


def _add_relations(
    network: Network,
    graph: PageGraph,
    relations: Mapping[tuple[int, int], _Relation],
    strings: Strings,
) -> None:
    for (one, other), relation in sorted(relations.items()):
        ends = graph.nodes[one], graph.nodes[other]
        network.add_edge(
            ends[0].id,
            ends[1].id,
            id=f"{one}-{other}",
            width=round(min(9.0, 1.4 + 1.3 * math.log2(relation.reports)), 1),
            color={"color": _relation_colour(relation)},
            dashes=False if relation.stated else DASHES,
            arrows="",
            title=_relation_title(ends, relation, strings),
        )


def _relations(graph: PageGraph) -> Mapping[tuple[int, int], _Relation]:
    """Sum up what each two actors share, by their places in the graph, the lesser first."""
    relations: dict[tuple[int, int], _Relation] = defaultdict(_Relation)
    for event in graph.events:
        told, stance = len(event.reports), _stance(event)
        for pair in _dyads(event):
            relation = relations[pair]
            relation.reports += told
            relation.cooperation += told * (stance == "cooperation")
            relation.conflict += told * (stance == "conflict")
            relation.stated |= event.status == "actual"
    return relations


def _dyads(event: Event) -> set[tuple[int, int]]:
    pairs = [*product(event.source, event.target), *combinations(event.participant, 2)]
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def _stance(event: Event) -> str:
    """Say "cooperation" or "conflict" by the finest class; empty without one."""
    return event_classes()[event.classes[0]].valence.rpartition(" ")[2] if event.classes else ""


def _relation_colour(relation: _Relation) -> str:
    total = relation.cooperation + relation.conflict
    balance = (relation.cooperation - relation.conflict) / total if total else 0.0
    if abs(balance) <= LEAN:
        return MIXED[0] if total else LIGHT.line
    return (COOPERATION if balance > 0 else CONFLICT)[0].fill


def _relation_title(ends: tuple[Node, Node], relation: _Relation, strings: Strings) -> str:
    names = " – ".join(_name(end.labels, strings)[:80] for end in ends)
    told = strings["types"]["report"][relation.reports != 1]
    return f"{names} · {relation.reports} × {told}"


def _add_events(
    network: Network, graph: PageGraph, spots: Sequence[Spot], strings: Strings
) -> None:
    for event, spot in zip(graph.events, spots, strict=True):
        network.add_node(event.id, **_event_options(event, spot, strings))
    for event in graph.events:
        for source, target, kind in _joins(graph, event):
            network.add_edge(
                source,
                target,
                id=f"{source} {kind} {target}",
                title=strings["kinds"][kind],
                color={"color": LIGHT.line},
                dashes=DOTS if kind == "place" else _dashes(event),
                arrows="" if kind in ("participant", "place") else "to",
            )


def _joins(graph: PageGraph, event: Event) -> Iterator[tuple[str, str, str]]:
    """List what an event is joined to: from, to and kind. A source acts, others are acted on."""
    for role in ROLES:
        for number in getattr(event, role):
            other = graph.nodes[number].id
            yield (other, event.id, role) if role == "source" else (event.id, other, role)
    yield from ((event.id, graph.events[number].id, kind) for kind, number in event.links)


def _node_options(node: Node, spot: Spot, strings: Strings) -> Mapping[str, Any]:
    label = _name(node.labels, strings)
    title = f"{strings['types'][node.type][0]}: {label[:NAME_CHARACTERS]}"
    return _drawn(node.type, label, spot) | {"title": title}


def _event_options(event: Event, spot: Spot, strings: Strings) -> Mapping[str, Any]:
    known = event_classes()
    kinds = " / ".join(_name(known[name].labels, strings) for name in event.classes)
    label = kinds or strings["types"]["event"][0]
    colours = {"cooperation": COOPERATION[0], "conflict": CONFLICT[0]}
    lines = [label, event.time] if event.time else [label]
    options = _drawn("event", label, spot, colours.get(_stance(event)))
    dashes = {"shapeProperties": {"borderDashes": _dashes(event)}}
    below = {"label": "\n".join([_wrap(label), *lines[1:]]), "title": " · ".join(lines)}
    return options | dashes | below


def _drawn(kind: Shown, label: str, spot: Spot, colour: Colour | None = None) -> dict[str, Any]:
    look = LOOKS[kind]
    shade = colour or look.light
    return {
        "label": _wrap(label),
        "shape": look.shape,
        "size": look.size,
        "color": {"background": shade.fill, "border": shade.outline},
        "font": {"face": FONT, "size": 14, "color": LIGHT.ink},
        "x": spot[0],
        "y": spot[1],
    }


def _name(labels: Labels, strings: Strings) -> str:
    """Name a thing in the language of the page, else in English, in any."""
    return labels.get(strings["lang"]) or labels.get(FALLBACK) or next(iter(labels.values()), "")


def _wrap(label: str) -> str:
    """Break a label into short lines; what does not fit ends in an ellipsis."""
    # Only what can be drawn is wrapped: a label of a megabyte would take minutes.
    head = label[: LINE_CHARACTERS * (LINES + 1)]
    lines = textwrap.wrap(head, LINE_CHARACTERS, max_lines=LINES, placeholder="…")
    return "\n".join(lines) or head[:1] or "?"


def _dashes(event: Event) -> list[int] | bool:
    return False if event.status == "actual" else DASHES
