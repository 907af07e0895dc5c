"""What the lexicon knows of a word, as the root that it tells of when it stands by itself."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from kg.ontology.classes import event_class
from kg.ontology.lexicon import ENTITY_KINDS, Frame, load_lexicon

LANGUAGES = ("en", "pt", "es", "fr")
NONE = ""
"""The root of a word that by itself tells of no event: a light verb, one of saying, a part of an
idiom, or one that no frame has."""


@dataclass(frozen=True, order=True)
class Word:
    """A lemma of a language."""

    language: str
    pos: str
    lemma: str


@cache
def known_words() -> dict[Word, Counter[str]]:
    """Every lemma with frames, to the roots of those that ask for no words and no things."""
    return {
        Word(language, pos, lemma): Counter(
            event_class(frame.type).root for frame in frames if is_plain(frame)
        )
        for language in LANGUAGES
        for (pos, lemma), frames in load_lexicon(language).by_trigger.items()
    }


@cache
def plain_verbs() -> frozenset[Word]:
    """Verbs that the lexicon names and that are no events: of saying, light, operators."""
    return frozenset(
        Word(language, "verb", lemma)
        for language in LANGUAGES
        for lemma in load_lexicon(language).verbs
        if not known_words().get(Word(language, "verb", lemma))
    )


def is_plain(frame: Frame) -> bool:
    """Does a frame fire for any two actors?"""
    return not frame.has and ENTITY_KINDS.issuperset(frame.where.values())


def root_of(word: Word) -> str:
    """The root that most plain frames of a word have, NONE without one."""
    roots = known_words().get(word)
    return roots.most_common(1)[0][0] if roots else NONE
