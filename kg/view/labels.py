"""Which of several labels a page in one language shows."""

import re
from collections.abc import Iterable

from rdflib import Literal

FALLBACK = "en"


def pick_label(labels: Iterable[Literal], lang: str) -> str | None:
    """Pick a label in the language, else in a variety of it, in English, in any; None without.

    The longest of several: it tells people apart who share a surname. Ties break on the text, so
    the order of the labels never shows.
    """
    ranked = min(
        labels,
        key=lambda label: (_rank(label.language, lang), -len(label), str(label)),
        default=None,
    )
    return str(ranked) if ranked else None


def local_name(iri: str) -> str:
    """Put the last part of an IRI in words: "…#TroopDeployment" is "Troop deployment"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split(r"[/#]", iri)[-1])
    return words.replace("-", " ").capitalize()


def _rank(language: str | None, wanted: str) -> int:
    code = language or ""
    ranked = (code == wanted, code.startswith(f"{wanted}-"), code.split("-")[0] == FALLBACK, True)
    return ranked.index(True)
