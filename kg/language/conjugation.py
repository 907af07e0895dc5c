"""Every form of a known verb to its infinitive, by rule, where a trained lemmatizer guesses.

Trained lemmatizers invent infinitives for forms that they have not seen ("impuseram": "impuser").
The verbs that matter here are known: they are those of the lexicon.
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
    endings = table["endings"].get(kind, "").split()
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
    """The forms that replace the longest end of the infinitive that the table knows."""
    ends = [end for end in irregular if infinitive.endswith(end)]
    if not ends:
        return []
    end = max(ends, key=len)
    return [infinitive[: -len(end)] + form for form in irregular[end].split()]
