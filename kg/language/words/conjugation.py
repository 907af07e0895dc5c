"""Every form of a known word to its lemma, by rule, where a trained lemmatizer guesses.

Trained lemmatizers invent infinitives for forms that they have not seen ("impuseram": "impuser").
The words that matter here are known: they are those of the lexicon.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import yaml

from kg.ontology.files import ontology_dir


def list_forms(language: str, infinitives: Iterable[str]) -> dict[str, str]:
    """Form to infinitive, lower case; {} for a language without a table of conjugation.

    A form of two verbs goes to the infinitive that comes first in the alphabet.
    """
    table = load_conjugation(language)
    if table is None:
        return {}
    forms: dict[str, str] = {}
    for infinitive in sorted(infinitives):
        for form in conjugate(infinitive, table):
            forms.setdefault(form, infinitive)
    return forms


def list_plurals(language: str, nouns: Iterable[str]) -> dict[str, str]:
    """Plural to noun, lower case; {} for a language without a table."""
    table = load_conjugation(language)
    if table is None:
        return {}
    return {plural: noun for noun in sorted(nouns) for plural in pluralise(noun, table["plurals"])}


def pluralise(noun: str, plurals: Mapping[str, str]) -> list[str]:
    """The plurals that a noun can have by its longest end."""
    end = max((end for end in plurals if noun.endswith(end)), key=len)
    return [noun[: len(noun) - len(end)] + plural for plural in plurals[end].split()]


@cache
def load_conjugation(language: str) -> Mapping[str, Any] | None:
    """The table of a language, None when there is none."""
    path = ontology_dir() / f"conjugation-{language}.yaml"
    if not path.exists():
        return None
    table: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf8"))
    return table


def conjugate(infinitive: str, table: Mapping[str, Any]) -> list[str]:
    """The regular forms of a verb, and its irregular ones."""
    stem, kind = infinitive[:-2], infinitive[-2:]
    wholly = infinitive in table["wholly_irregular"]
    endings = [] if wholly else table["endings"].get(kind, "").split()
    regular = [spell(infinitive, stem, ending, table["spelling"]) for ending in endings]
    return regular + irregular_forms(infinitive, table["irregular"])


def spell(infinitive: str, stem: str, ending: str, rules: Mapping[str, Mapping[str, str]]) -> str:
    """A form as it is written: "atacar" and "ei" are "ataquei"."""
    for suffix, rule in rules.items():
        was = rule["was"]
        if infinitive.endswith(suffix) and ending[0] in rule["before"] and stem.endswith(was):
            return stem[: -len(was)] + rule["becomes"] + ending
    return stem + ending


def irregular_forms(infinitive: str, irregular: Mapping[str, str]) -> list[str]:
    """The forms that replace an end of the infinitive, for every end that the table knows."""
    return [
        infinitive[: -len(end)] + form
        for end, forms in irregular.items()
        if infinitive.endswith(end)
        for form in forms.split()
    ]
