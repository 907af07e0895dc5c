"""Which people of the gazetteer a name can mean: in full, for short, or transliterated."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz, process

from kg.link.settings import load_settings
from kg.ontology.gazetteer import load_gazetteer
from kg.slug import slug

SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tch|sch|sh|ch", "s"),
        ("[kg]h", "k"),
        ("dj|zh", "j"),
        ("ph", "f"),
        ("th", "t"),
        ("ou|oo", "u"),
        ("[yi][eio]|[ij]", "i"),
        ("[yei]+", "i"),
        ("w", "v"),
        ("[cq]", "k"),
        ("x", "ks"),
        ("z", "s"),
        (r"(.)\1", r"\1"),
    )
)
"""Letters that transliterations exchange, in the order in which they are replaced."""

PREFIX = 4
"""Letters that decide the first sound of a word."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of the gazetteer whom a name can mean, and how the name fits."""

    iri: str
    spelling: float = 0.0
    """How alike the full names are, from 0 to 1; 0 for a short name."""
    compatriots: bool = False
    """Is everybody who is called so for short of one state? False for a full name."""


class People:
    """The people of the gazetteer by every name of theirs."""

    def __init__(self, names: Iterable[tuple[str, str, bool]]) -> None:
        """names: (text, IRI, is it a short name)."""
        self.full: dict[str, set[str]] = defaultdict(set)
        self.short: dict[str, set[str]] = defaultdict(set)
        for text, iri, is_short in names:
            (self.short if is_short else self.full)[slug(text)].add(iri)

    @cached_property
    def blocks(self) -> dict[str, list[str]]:
        """Block to the slugs of full names in it."""
        blocks: dict[str, list[str]] = defaultdict(list)
        for key in self.full:
            blocks[block(key)].append(key)
        return blocks

    @cached_property
    def sounds(self) -> dict[str, dict[str, str]]:
        """Block to the slugs in it with their sounds, for the blocks that were asked for."""
        return {}

    def sounds_in(self, name: str) -> dict[str, str]:
        """The slugs in a block with their sounds."""
        if name not in self.sounds:
            self.sounds[name] = {key: sound(key) for key in self.blocks.get(name, ())}
        return self.sounds[name]

    def find(self, name: str) -> list[Bearer]:
        """Who a name can mean, sorted by IRI: who is called so, else who is called nearly so."""
        key = slug(name)
        if found := self.full.get(key):
            return [Bearer(iri, spelling=1.0) for iri in sorted(found)]
        if found := self.short.get(key):
            states = {load_gazetteer().country(iri) for iri in found}
            return [Bearer(iri, compatriots=len(states) == 1) for iri in sorted(found)]
        return self.alike(key) if "-" in key else []

    def alike(self, key: str) -> list[Bearer]:
        """People whose full name sounds like a slug, as transliterations of one name do."""
        matches = process.extract(
            sound(key),
            self.sounds_in(block(key)),
            scorer=fuzz.ratio,
            score_cutoff=100 * load_settings().spelling,
        )
        found = {iri: score / 100 for _, score, k in reversed(matches) for iri in self.full[k]}
        return [Bearer(iri, spelling=score) for iri, score in sorted(found.items())]


@cache
def load_people() -> People:
    """The people of the gazetteer, indexed once."""
    return People(load_gazetteer().personal_names())


@cache
def sound(key: str) -> str:
    """A slug without the differences between transliterations: "zelenskyy" is "silinski"."""
    for pattern, replacement in SOUNDS:
        key = pattern.sub(replacement, key)
    return key


def block(key: str) -> str:
    """Names with different blocks are not compared: the first sounds of first and last word."""
    first, last = key.partition("-")[0], key.rpartition("-")[2]
    return sound(first[:PREFIX])[:1] + sound(last[:PREFIX])[:1]
