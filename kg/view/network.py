"""The graph of a page as a ``pyvis.network.Network``: shapes, colours, words and positions."""

import json
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pyvis.network import Network

from kg.view.boxes import Size
from kg.view.dates import word_time
from kg.view.layout import lay_out
from kg.view.model import Edge, Node, PageGraph
from kg.view.strings import Strings, load_strings
from kg.view.style import FONT, LIGHT, LOOKS

OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "edges": {"smooth": {"enabled": False}},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "tooltipDelay": 250,
    },
}
MARGIN = 9
"""Pixels between the text of a box and its sides."""
BELOW = 5
"""Pixels between a shape and the text under it."""
LINE_CHARACTERS = 20
DETAIL_CHARACTERS = 26
LINES = 3
DASHES = [7, 5]
DOTS = [1, 4]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The text of a node as it is drawn, and the room that it takes in pixels."""

    lines: tuple[str, ...]
    bold: int
    """How many of the lines, from the first, are in bold."""
    font: int
    radius: float

    @property
    def text(self) -> Size:
        width = max(_width(line) for line in self.lines) * self.font
        return width * (1.08 if self.bold else 1.0), len(self.lines) * self.font * 1.25

    @property
    def box(self) -> Size:
        width, height = self.text
        if not self.radius:
            return width + 2 * MARGIN, height + 2 * MARGIN
        return max(width, 2 * self.radius), height + 2 * self.radius + BELOW


def to_pyvis(graph: PageGraph) -> Network:
    """Draw the graph as a pyvis network, which shows and styles like any other.

    Ids of nodes are IRIs, those of edges "source kind target". Positions are given and physics is
    off. ``kg.view.write_page`` puts the page around it.
    """
    strings = load_strings(graph.lang)
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    degree = Counter(end for edge in graph.edges for end in (edge.source, edge.target))
    by_id = {node.id: node for node in graph.nodes}
    drawn = {node.id: _draw(node, degree[node.id], strings) for node in graph.nodes}
    centres = lay_out(
        {name: item.box for name, item in drawn.items()},
        [(edge.source, edge.target) for edge in graph.edges],
    )
    for node in graph.nodes:
        network.add_node(node.id, **_node_options(node, drawn[node.id], centres[node.id], strings))
    for edge in graph.edges:
        ends = (by_id[edge.source], by_id[edge.target])
        network.add_edge(edge.source, edge.target, **_edge_options(edge, ends, strings))
    return network


def edge_id(edge: Edge) -> str:
    """Name an edge by its ends and kind."""
    return f"{edge.source} {edge.kind} {edge.target}"


def _draw(node: Node, degree: int, strings: Strings) -> _Drawn:
    radius = LOOKS[node.type].size
    if node.type != "event":
        grown = radius + min(degree, 12) * 0.75
        return _Drawn(_wrap(node.label), bold=0, font=16 + min(degree // 3, 3), radius=grown)
    title = _wrap(node.label)
    below = [word_time(node.time, strings)] if node.time else []
    below += [_shorten(node.detail)] if node.detail else []
    return _Drawn((*title, *below), bold=len(title), font=15, radius=0)


def _wrap(label: str) -> tuple[str, ...]:
    """Break a label into short lines; what does not fit ends in an ellipsis."""
    # Only what can be drawn is wrapped: a label of a megabyte would take minutes.
    head = label[: LINE_CHARACTERS * (LINES + 1)]
    return tuple(
        textwrap.wrap(head, LINE_CHARACTERS, max_lines=LINES, placeholder="…") or [head[:1] or "?"]
    )


def _shorten(text: str) -> str:
    return textwrap.shorten(text[: 2 * DETAIL_CHARACTERS], DETAIL_CHARACTERS, placeholder="…")


def _width(line: str) -> float:
    """Estimate the width of a line in em, generously: the font is the reader's."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.56 for c in line)


def _node_options(
    node: Node, drawn: _Drawn, centre: tuple[int, int], strings: Strings
) -> dict[str, Any]:
    look = LOOKS[node.type]
    # The box of a shape holds the text under it: the shape itself sits above the centre.
    raised = (drawn.text[1] + BELOW) / 2 if drawn.radius else 0
    options: dict[str, Any] = {
        "label": _marked(drawn) if node.type == "event" else "\n".join(drawn.lines),
        "title": f"{strings['types'][node.type][0]}: {node.label[:200]}",
        "shape": look.shape,
        "color": {"background": look.light.fill, "border": look.light.outline},
        "font": _font(drawn),
        "x": centre[0],
        "y": round(centre[1] - raised),
        "borderWidth": 1.5,
    }
    if drawn.radius:
        options["size"] = drawn.radius
    else:
        options["margin"] = MARGIN
        options["shapeProperties"] = {"borderRadius": 5, "borderDashes": _dashes(node.status)}
    return options


def _marked(drawn: _Drawn) -> str:
    """Write the lines in the small markup of vis-network, which knows only these two escapes."""
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;") for line in drawn.lines]
    bold = [f"<b>{line}</b>" for line in escaped[: drawn.bold]]
    return "\n".join([*bold, *escaped[drawn.bold :]])


def _font(drawn: _Drawn) -> dict[str, Any]:
    font: dict[str, Any] = {"face": FONT, "size": drawn.font, "color": LIGHT.ink}
    if not drawn.radius:
        return font | {"multi": "html", "bold": {"color": LIGHT.ink, "size": drawn.font}}
    return font | {"strokeWidth": 4, "strokeColor": LIGHT.ground}


def _dashes(status: str) -> list[int] | bool:
    return False if status == "actual" else DASHES


def _edge_options(edge: Edge, ends: Sequence[Node], strings: Strings) -> dict[str, Any]:
    arrow = edge.kind not in ("participant", "place", "office")
    return {
        "id": edge_id(edge),
        "label": _edge_label(edge, strings),
        "title": _edge_title(edge, ends, strings),
        "color": {"color": LIGHT.line},
        "width": 1 if edge.kind == "place" else 1.6,
        "dashes": DOTS if edge.kind == "place" else _dashes(edge.status),
        "arrows": {"to": {"enabled": arrow, "scaleFactor": 0.55}},
        "font": {
            "face": FONT,
            "size": 12,
            "color": LIGHT.quiet,
            "strokeWidth": 4,
            "strokeColor": LIGHT.ground,
        },
    }


def _edge_title(edge: Edge, ends: Sequence[Node], strings: Strings) -> str:
    """Say all of an edge in one line: what happened, when, and the part that each end has."""
    word = edge.label or strings["kinds"][edge.kind]
    times = [word_time(end.time, strings) for end in ends if end.time]
    return " · ".join([ends[0].label[:80], word[:80], ends[1].label[:80], *times])


def _edge_label(edge: Edge, strings: Strings) -> str:
    if edge.kind == "office":
        return _shorten(edge.label or strings["kinds"]["office"])
    # What a place is to an event needs no word: its shape and its thin line say it.
    return "" if edge.kind == "place" else str(strings["kinds"][edge.kind])
