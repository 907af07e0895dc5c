"""Which of several words for a thing a page shows, in each language."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

FALLBACK = "en"


class Words(NamedTuple):
    """A text and its language: ISO 639-1 with or without a region, or "" for none."""

    text: str
    lang: str


def pick_labels(words: Iterable[Words], official: Iterable[Words] = ()) -> dict[str, str]:
    """Pick one label for each language, sorted by it: what is official, else the longest.

    The longest tells people apart who share a surname. A variety such as "pt-pt" stands in for
    the language where it has no label of its own. Ties break on the text, so that the order of
    the labels never shows.
    """
    best: dict[str, tuple[int, int, int, str]] = {}
    for rank, labels in enumerate((official, words)):
        for text, tag in labels:
            lang, _, region = tag.partition("-")
            key = (rank, int(bool(region)), -len(text), text)
            best[lang] = min(best.get(lang, key), key)
    return {lang: best[lang][-1] for lang in sorted(best)}


def choose(labels: Mapping[str, str], lang: str) -> str | None:
    """Choose the label in a language, else in English, else in the first that there is."""
    return labels.get(lang) or labels.get(FALLBACK) or next(iter(labels.values()), None)


def local_name(iri: str) -> str:
    """Put the last part of an IRI in words: "…#TroopDeployment" is "Troop deployment"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.split(r"[/#]", iri)[-1])
    return words.replace("-", " ").capitalize()
