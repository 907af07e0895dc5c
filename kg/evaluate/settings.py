"""What the comparison with a gold set takes for granted: `ontologies/evaluation.yaml` as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import yaml

from kg.ontology.files import ontology_dir


@dataclass(frozen=True)
class SetRules:
    """What is peculiar to a gold set."""

    exhaustive: bool = False
    """Does the gold have every event of its sentences?"""
    countries: bool = True
    """Do the countries of its actors come from the words of the actors?"""
    folds: Mapping[str, str] = field(default_factory=dict)
    """Root to the one that it is compared as, in this set."""


@dataclass(frozen=True)
class Settings:
    """How roots and actors are compared."""

    folds: Mapping[str, str]
    """Root to the one that it is compared as."""
    mutual: frozenset[str]
    """Roots whose events can mostly be told from either side."""
    free: int
    """Predictions about nobody in the gold that cost nothing, in a set that is not exhaustive."""
    sets: Mapping[str, SetRules]
    stop_words: Mapping[str, frozenset[str]]
    """Language to the words that tell no actor from another."""

    def rules(self, name: str) -> SetRules:
        """The rules of a gold set; the plain ones for a set that the file does not name."""
        return self.sets.get(name, SetRules())

    def fold(self, root: str, name: str) -> str:
        """The root that an event of a gold set is compared as."""
        root = self.folds.get(root, root)
        return self.rules(name).folds.get(root, root)


@cache
def load_settings() -> Settings:
    """The file as values."""
    text = (ontology_dir() / "evaluation.yaml").read_text(encoding="utf8")
    table = yaml.safe_load(text)
    return Settings(
        folds=table["folds"],
        mutual=frozenset(table["mutual"]),
        free=table["free"],
        sets={name: SetRules(**rules) for name, rules in table["sets"].items()},
        stop_words={lang: frozenset(words) for lang, words in table["stop_words"].items()},
    )
