"""The graph as the JSON that the page reads: compact, so that a large one opens fast."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from kg.ontology.classes import EventClass, event_classes
from kg.ontology.namespaces import BASE
from kg.view.model import Citation, Event, Mark, Node, Office, PageGraph, Report
from kg.view.network import OPTIONS
from kg.view.positions import Positions
from kg.view.strings import load_languages

DEFAULTS = {"status": "actual", "score": 1.0}
"""What the page takes where a value is left out; every list that is left out is empty."""
_BASE = str(BASE)
NAMES = {"classes": "cls", "says_text": "saysText"}
"""Of fields that the page calls otherwise."""
_FIELDS: Mapping[type[Any], Sequence[tuple[str, str, Any]]] = {
    kind: [
        (one.name, NAMES.get(one.name, one.name), DEFAULTS.get(one.name)) for one in fields(kind)
    ]
    for kind in (Node, Event, Report, Citation, Office)
}
"""Of each record: the name here, that in the page, and the value that is left out."""


def to_json(graph: PageGraph, positions: Positions) -> str:
    """Write a graph as JSON: parts name each other by number, and IRIs lack the base."""
    payload = {
        "lang": graph.lang,
        "strings": load_languages(),
        "base": _BASE,
        "options": OPTIONS,
        "classes": {name: _class(kind) for name, kind in event_classes().items()},
        "nodes": _placed(graph.nodes, positions.nodes),
        "events": _placed(graph.events, positions.events),
        "reports": [_record(report) for report in graph.reports],
        "articles": [_record(article) for article in graph.articles],
    }
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def _class(kind: EventClass) -> Mapping[str, Any]:
    return {
        "root": kind.root,
        "labels": kind.labels,
        "stance": kind.valence.rpartition(" ")[2],
        "goldstein": kind.goldstein,
        "relation": kind.relation,
        "symmetric": kind.symmetric,
    }


def _placed(
    items: Sequence[Node | Event], spots: Sequence[tuple[int, int]]
) -> list[Mapping[str, Any]]:
    return [{**_record(item), "x": x, "y": y} for item, (x, y) in zip(items, spots, strict=True)]


def _record(item: Node | Event | Report | Citation | Office) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, shown, default in _FIELDS[type(item)]:
        value = getattr(item, name)
        if value is not None and value != "" and value != () and value != default:
            record[shown] = tuple(map(_plain, value)) if isinstance(value, tuple) else value
    if "id" in record:
        record["id"] = record["id"].removeprefix(_BASE)
    return record


def _plain(part: Any) -> Any:
    """An item of a list."""
    if isinstance(part, Mark):
        return (part.start, part.end, part.node)
    return _record(part) if isinstance(part, Office) else part
