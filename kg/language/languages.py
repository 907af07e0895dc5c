"""The table of languages: `ontologies/languages.yaml` as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import UnknownLanguage
from kg.ontology.files import ontology_dir


@dataclass(frozen=True)
class Language:
    """One language: its pipelines, best first, and its closed-class words (all lower case)."""

    code: str
    name: str
    pipelines: tuple[str, ...]
    labels: str
    """Label scheme of the parser: "ud" or a key of the file with a map to UD."""
    quotes: tuple[str, str]
    """Opening and closing quotation mark that the parser knows."""
    irregular_lemmas: Mapping[str, str]
    """Form to lemma, for nouns, adjectives and verbs."""
    infinitive: str
    """What the lemma of every verb ends in."""
    prepositions: Mapping[str, str]
    """Contraction to the preposition in it: "da" to "de"."""
    locative: frozenset[str]
    during: frozenset[str]
    agent: frozenset[str]
    attaching: frozenset[str]
    """Prepositions whose phrase mostly belongs to the noun right before it."""
    negations: frozenset[str]
    conditionals: frozenset[str]
    relatives: frozenset[str]
    possessives: frozenset[str]
    future_auxiliaries: frozenset[str]
    modals: Mapping[str, str]
    both: tuple[str, ...]
    containing: frozenset[str]
    links: Mapping[str, str]
    """Phrase that introduces another event to the relation between the two."""
    country_nouns: frozenset[str]
    capital_nouns: frozenset[str]
    government_nouns: frozenset[str]
    institution_nouns: frozenset[str]
    number_nouns: frozenset[str]
    """Nouns that count what follows: "hundreds of"."""


WORD_SETS = (
    "attaching locative during agent negations conditionals relatives possessives "
    "future_auxiliaries containing country_nouns capital_nouns government_nouns "
    "institution_nouns number_nouns"
)
"""Keys of the file whose lists are read as sets."""


@cache
def load_table() -> dict[str, Any]:
    """The file as it stands."""
    text = (ontology_dir() / "languages.yaml").read_text(encoding="utf8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


@cache
def language(code: str) -> Language:
    """The entry of a language by its ISO 639-1 code. Raises UnknownLanguage."""
    entries = load_table()["languages"]
    if code not in entries:
        known = ", ".join(sorted(entries))
        raise UnknownLanguage(f"No pipeline for language {code!r}: choose one of {known}.")
    entry = dict(entries[code])
    entry.update({key: frozenset(entry[key]) for key in WORD_SETS.split()})
    entry.update({key: tuple(entry[key]) for key in ("pipelines", "both", "quotes")})
    return Language(code=code, **entry)


def language_codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that kg reads, sorted."""
    return tuple(sorted(load_table()["languages"]))
