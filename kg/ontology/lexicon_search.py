"""Which frames have to do with a word, and how many there are of what."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.ontology.classes import event_classes
from kg.ontology.lexicon import Frame, lexicon_codes, load_lexicon
from kg.slug import slug

Place = Literal["lemma", "has", "example"]


@dataclass(frozen=True)
class Hit:
    """A frame with a word in it."""

    language: str
    frame: Frame
    where: Place
    """The first place that has it."""


@dataclass(frozen=True)
class LexiconStatistics:
    """How many frames there are of what; each by language."""

    languages: Sequence[str]
    frames: Counter[str]
    roots: Mapping[str, Counter[str]]
    """PLOVER root to language to frames."""
    pos: Mapping[str, Counter[str]]
    """Part of speech of the trigger to language to frames."""
    classes: Mapping[str, Counter[str]]
    """Event class to language to frames; every class is there, those without a frame too."""


def search_lexicon(word: str, *, language: str | None = None) -> list[Hit]:
    """The frames with a word in their trigger, idiom or example, in that order.

    word: one or several; accents, case and punctuation do not count, inflection does.
    language: by default all that have a lexicon. Raises UnknownLanguage.
    """
    codes = [language] if language else lexicon_codes()
    hits = [
        Hit(code, frame, place)
        for code in codes
        for frame in load_lexicon(code).frames
        if (place := find(slug(word), frame)) is not None
    ]
    order = ("lemma", "has", "example")
    return sorted(hits, key=lambda hit: order.index(hit.where))


def find(word: str, frame: Frame) -> Place | None:
    """Where a frame has a word; folded, and whole words only."""
    if any(holds(lemma, word) for lemma in frame.lemmas):
        return "lemma"
    if any(holds(lemma, word) for lemmas in frame.has.values() for lemma in lemmas):
        return "has"
    return "example" if holds(frame.example, word) else None


def holds(text: str, word: str) -> bool:
    """Does a text have a word or several?"""
    return bool(word) and f"-{word}-" in f"-{slug(text)}-"


def count_frames(languages: Sequence[str] | None = None) -> LexiconStatistics:
    """How many frames the lexicons have. languages: by default all. Raises UnknownLanguage."""
    codes = languages or lexicon_codes()
    known = event_classes()
    roots: dict[str, Counter[str]] = {kind.root: Counter() for kind in known.values()}
    classes: dict[str, Counter[str]] = {name: Counter() for name in known}
    pos: dict[str, Counter[str]] = {}
    for code, frame in list_frames(codes):
        classes.setdefault(frame.type, Counter())[code] += 1
        pos.setdefault(frame.pos, Counter())[code] += 1
        if frame.type in known:
            roots[known[frame.type].root][code] += 1
    total = Counter(code for code, _ in list_frames(codes))
    return LexiconStatistics(tuple(codes), total, roots, pos, classes)


def list_frames(codes: Sequence[str]) -> Iterator[tuple[str, Frame]]:
    """Every frame with its language."""
    for code in codes:
        for frame in load_lexicon(code).frames:
            yield code, frame
