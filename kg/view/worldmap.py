"""The world map of the page: outlines of the states, and what they are called."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from kg.ontology.files import ontology_dir
from kg.ontology.gazetteer import Gazetteer, read_file
from kg.ontology.namespaces import BASE

LANGUAGES = ("en", "pt", "es", "fr")


@cache
def world_json() -> str:
    """Give the map as the page reads it: "box", "other" and "states" by ISO 3166-1 alpha-3.

    From ``ontologies/world.json``, whose units they have, with the labels of the gazetteer. Each
    state has "at", where its lines end, and "path", the outline, if it has one; "small" is true
    of one that takes a dot to be seen.
    """
    world = json.loads((ontology_dir() / "world.json").read_text(encoding="utf8"))
    labels = _labels()
    states = {
        code: {**state, "labels": labels[code]} if code in labels else state
        for code, state in world["states"].items()
    }
    drawn = {"box": world["box"], "other": world["other"], "states": states}
    return json.dumps(drawn, ensure_ascii=False, separators=(",", ":"))


def _labels() -> Mapping[str, Mapping[str, Any]]:
    """Code to names, one in each language of the page."""
    states = Gazetteer(read_file("states.ttl")).entries()
    return {
        entry.iri.removeprefix(f"{BASE}state/"): {lang: entry.label(lang) for lang in LANGUAGES}
        for entry in states
    }
