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

EMPTY = (None, "", ())
DEFAULTS = {"status": "actual", "score": 1.0}
"""What the page takes where a value is left out; every list that is left out is empty."""
NAMES = {"classes": "cls", "says_text": "saysText"}
"""Of fields that the page calls otherwise."""


def to_json(graph: PageGraph, positions: Positions) -> str:
    """Write a graph as JSON: parts name each other by number, and IRIs lack the base."""
    payload = {
        "lang": graph.lang,
        "strings": load_languages(),
        "base": str(BASE),
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
    for field in fields(item):
        value = _plain(getattr(item, field.name))
        if value not in EMPTY and DEFAULTS.get(field.name) != value:
            record[NAMES.get(field.name, field.name)] = value
    if "id" in record:
        record["id"] = record["id"].removeprefix(str(BASE))
    return record


def _plain(value: Any) -> Any:
    if isinstance(value, Mark):
        return (value.start, value.end, value.node)
    if isinstance(value, Office):
        return _record(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_plain(part) for part in value)
    return value
