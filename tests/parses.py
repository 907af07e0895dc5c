"""Parses built by hand, so that a new model breaks no unit test."""

from collections.abc import Sequence
from functools import cache

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tree import Node
from kg.language import language
from kg.ontology.lexicon import read_lexicon

Row = tuple[str, str, str, str, int]
"""(word, lemma, pos, dependency label, head index)."""


@cache
def blank(lang: str) -> Pipeline:
    """A pipeline without steps, whose vocabulary all parses of a language share."""
    return spacy.blank(lang)


def parse(lang: str, rows: Sequence[Row], *, morphs: dict[int, str] | None = None) -> Doc:
    """A Doc with UD labels from one row a token; morphs: token index to UD features."""
    features = morphs or {}
    if not Doc.has_extension("referents"):
        Doc.set_extension("referents", default=None)
    doc = Doc(
        blank(lang).vocab,
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[row[4] for row in rows],
        morphs=[features.get(i, "") for i in range(len(rows))],
    )
    doc.spans["mentions"] = []
    doc.spans["titles"] = []
    doc.spans["institutions"] = []
    return doc


def texts(tokens: Sequence[Node]) -> list[str]:
    return [token.text for token in tokens]


def grammar(lang: str, **changes: object) -> Grammar:
    """A Grammar with a small lexicon, so that tests do not hang on the data."""
    data: dict[str, object] = {
        "language": lang,
        "classes": {"agreement": ["treaty", "tratado", "pacto"], "troops": ["soldado", "troop"]},
        "frames": [],
        "speech": {
            "verbs": ["say", "dizer", "estimar"],
            "nouns": [],
            "according": ["according to", "segundo", "de acordo com"],
        },
        "light_verbs": ["hold", "manter"],
        "receiving": [],
        "taking_up": {},
        "operators": [
            {"lemma": ["plan", "planejar"], "effect": "planned"},
            {"lemma": ["deny", "negar"], "effect": "negative"},
        ],
        "actors": ["rebel", "rebelde", "soldado"],
    }
    return Grammar(language(lang), read_lexicon({**data, **changes}))
