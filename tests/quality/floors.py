"""The floors, and the table that sets what is reached beside them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from tests.quality.figures import Reached
from tests.quality.gold import CORPORA, LANGS, corpus_path

CEILINGS = frozenset({"events in empty"})
"""Figures that are better the lower they are, in events a sentence."""


def load_floors() -> dict[str, Any]:
    """The file as it stands."""
    text = Path(__file__).with_name("floors.yaml").read_text(encoding="utf8")
    floors: dict[str, Any] = yaml.safe_load(text)
    return floors


def corpus_hashes() -> dict[str, str]:
    """The first digits of the SHA-256 of the sentences of each file."""
    return {name: sha256(corpus_path(name).read_bytes()).hexdigest()[:16] for name in CORPORA}


def table(reached: Reached) -> Iterator[str]:
    """The lines of a table: each figure with its floor in brackets, in percent."""
    floors = load_floors()
    yield f"{'':16}" + "".join(f"{lang:>15}" for lang in LANGS)
    for name in reached.each[LANGS[0]]:
        cells = (show(reached.each[lang].get(name), floors[lang].get(name), name) for lang in LANGS)
        yield f"{name:16}" + "".join(cells)
    yield f"{'found in both':16}" + show(reached.both, floors["both"], "both")


def show(value: float | None, floor: float | None, name: str) -> str:
    """A cell: the figure and its floor; empty without a figure."""
    if value is None:
        return " " * 15
    bound = "-" if floor is None else str(floor)
    figure = f"{value:.2f}" if name in CEILINGS else f"{100 * value:.1f}"
    return f"{figure:>8} ({bound:>4})"
