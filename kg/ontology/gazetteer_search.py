"""Look up who or what the gazetteer knows by a name, however it is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from kg.edtf import Span, to_span
from kg.ontology.entries import (
    DURING,
    HELD,
    KIND,
    LABEL,
    NAMES,
    OWNER,
    Entry,
    Fact,
    serves,
)
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.slug import slug
from kg.types import EntityType

EXACT, PREFIX = 1.0, 0.95
"""How well a name fits that is the one asked for, and one that begins with it."""
CUTOFF = 80
"""Least likeness, in per cent, of a name that is only similar."""
ORDER: tuple[EntityType, ...] = ("STATE", "PERSON", "ORG", "GROUP", "PLACE")
"""Which of those that fit as well comes first."""
ANY = "any"
"""Stands for the language of names that every language uses."""


class Spelling(NamedTuple):
    """A name of an entry."""

    iri: str
    text: str
    tag: str | None


@dataclass(frozen=True)
class Held:
    """An office that a person held."""

    title: str
    owner: str
    """Label of the state or organisation."""
    during: str
    """EDTF."""
    on_day: bool
    """Was it held on the day asked for?"""


@dataclass(frozen=True)
class Found:
    """An entry with what there is to know of it."""

    entry: Entry
    name: str
    """The one that fits best."""
    score: float
    """How well it fits, from 0 to 1, which is the same name."""
    names: Mapping[str, tuple[str, ...]]
    """Language, or "any", to all names in it, the label first."""
    offices: tuple[Held, ...]


def search_gazetteer(
    name: str,
    *,
    lang: str | None = None,
    day: date | None = None,
    limit: int = 10,
    gazetteer: Gazetteer | None = None,
) -> list[Found]:
    """The entries that a name can mean, the best first; ties by type, then by IRI.

    The same name comes before one that begins with it, and that before one that is only similar;
    accents, case and punctuation never count.
    lang: whose names to look among, by default all. day: on which offices are asked for.
    Source of likeness: normalised Indel distance of rapidfuzz, words sorted.
    """
    gazetteer = gazetteer or load_gazetteer()
    best: dict[str, tuple[float, str]] = {}
    for spelling, score in compare(slug(name), spell(gazetteer), lang):
        held = best.get(spelling.iri, (0.0, ""))
        best[spelling.iri] = max(held, (score, spelling.text), key=lambda pair: pair[0])
    ranked = sorted(
        best.items(),
        key=lambda item: (-item[1][0], ORDER.index(gazetteer.entry(item[0]).type), item[0]),
    )[:limit]
    return [
        describe(gazetteer, iri, text, score, lang=lang or "en", day=day)
        for iri, (score, text) in ranked
    ]


@cache
def spell(gazetteer: Gazetteer) -> dict[str, list[Spelling]]:
    """Folded name to those who have it. Labels in brackets are names here too."""
    spellings: dict[str, list[Spelling]] = {}
    for entry in gazetteer.entries():
        for fact in gazetteer.about(entry.iri):
            if fact.predicate in NAMES:
                spelling = Spelling(entry.iri, fact.value, fact.tag)
                spellings.setdefault(slug(fact.value), []).append(spelling)
    return spellings


def compare(
    wanted: str, spellings: Mapping[str, list[Spelling]], lang: str | None
) -> Iterator[tuple[Spelling, float]]:
    """The names that fit, with how well. wanted: folded."""
    for folded, score in alike(wanted, spellings):
        for spelling in spellings[folded]:
            if lang is None or serves(spelling.tag, lang):
                yield spelling, score


def alike(wanted: str, known: Iterable[str]) -> Iterator[tuple[str, float]]:
    """The folded names that fit."""
    known = list(known)
    for folded in known:
        if folded == wanted:
            yield folded, EXACT
        elif wanted and f"{folded}-".startswith(f"{wanted}-"):
            yield folded, PREFIX
        elif wanted and folded.startswith(wanted):
            yield folded, PREFIX * len(wanted) / len(folded)
    similar = process.extract(
        wanted, known, scorer=fuzz.token_sort_ratio, score_cutoff=CUTOFF, limit=None
    )
    for folded, ratio, _ in similar:
        yield folded, min(ratio / 100, 0.99) * PREFIX


def describe(
    gazetteer: Gazetteer, iri: str, name: str, score: float, *, lang: str, day: date | None
) -> Found:
    """An entry as it is shown."""
    facts = gazetteer.about(iri)
    terms = [fact.value for fact in facts if fact.predicate == HELD]
    offices = [to_held(gazetteer, gazetteer.about(term), lang=lang, day=day) for term in terms]
    return Found(
        entry=gazetteer.entry(iri),
        name=name,
        score=round(score, 2),
        names=list_names(facts),
        offices=tuple(offices),
    )


def list_names(facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """Language to names, labels first, each once."""
    names: dict[str, dict[str, None]] = {}
    named = [fact for fact in facts if fact.predicate in NAMES]
    for fact in sorted(named, key=lambda fact: fact.predicate != LABEL):
        names.setdefault(fact.tag or ANY, {})[fact.value] = None
    return {tag: tuple(texts) for tag, texts in names.items()}


def to_held(gazetteer: Gazetteer, facts: Iterable[Fact], *, lang: str, day: date | None) -> Held:
    """A term of office in words."""
    values = {fact.predicate: fact.value for fact in facts}
    titles = {f.tag: f.value for f in gazetteer.about(values[KIND]) if f.predicate == LABEL}
    span = to_span(values[DURING])
    return Held(
        title=titles.get(lang) or titles["en"],
        owner=gazetteer.label(values[OWNER], lang) or values[OWNER],
        during=values[DURING],
        on_day=day is not None and span != Span() and span.intersect(Span(day, day)) is not None,
    )
