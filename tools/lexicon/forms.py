"""Words made of known ones: "repudiation" of "repudiate", "reoccupy" of "occupy"."""

from collections.abc import Iterator

from tools.lexicon.known import NONE, Word, known_words, root_of

PREFIXES = {
    "en": ("re", "co-"),
    "pt": ("re",),
    "es": ("re",),
    "fr": ("re", "ré", "contre-"),
}
"""They keep the root of a verb."""
SUFFIXES = {
    "en": (
        *(("ate", "ation"), ("ate", "ion"), ("e", "ion"), ("e", "ation"), ("", "ion")),
        *(("", "ation"), ("", "ment"), ("", "al"), ("", "ance"), ("", "ing"), ("e", "ing")),
        *(("ish", "ition"), ("ize", "ization"), ("ise", "isation"), ("y", "ication")),
        *(("de", "sion"), ("ress", "ression"), ("ounce", "unciation")),
    ),
    "pt": (
        *(("ar", "ação"), ("er", "ição"), ("ir", "ição"), ("ar", "amento"), ("er", "imento")),
        *(("ir", "imento"), ("ar", "agem"), ("ar", "ância"), ("er", "ência"), ("ir", "ência")),
        *(("ar", "o"), ("dir", "são"), ("tir", "ssão"), ("ir", "ição"), ("ruir", "ruição")),
    ),
    "es": (
        *(("ar", "ación"), ("er", "ición"), ("ir", "ición"), ("ar", "amiento")),
        *(("er", "imiento"), ("ir", "imiento"), ("ar", "aje"), ("ar", "ancia"), ("ar", "o")),
        *(("er", "encia"), ("ir", "encia"), ("dir", "sión"), ("ntir", "nsión")),
    ),
    "fr": (
        *(("er", "ation"), ("ir", "ition"), ("er", "ement"), ("ir", "issement")),
        *(("er", "age"), ("er", "ance"), ("ifier", "ification"), ("ettre", "ission")),
        *(("er", ""), ("er", "e"), ("er", "ion")),
    ),
}
"""Ending of a verb to ending of its noun."""


def derived_words() -> Iterator[tuple[Word, str]]:
    """Words that no frame has and that a known verb makes, each with the root of the verb."""
    for verb in sorted(known_words()):
        if verb.pos == "verb" and root_of(verb) != NONE:
            for word in derive(verb):
                if word not in known_words():
                    yield word, root_of(verb)


def derive(verb: Word) -> Iterator[Word]:
    """Nouns, repetitions and other spellings of a verb, whether they are words or not."""
    for prefix in PREFIXES[verb.language]:
        yield Word(verb.language, "verb", prefix + verb.lemma)
    for ending, suffix in SUFFIXES[verb.language]:
        if verb.lemma.endswith(ending):
            stem = verb.lemma.removesuffix(ending)
            yield Word(verb.language, "noun", stem + suffix)
    if verb.language == "en" and verb.lemma.endswith(("ise", "ize")):
        other = "ize" if verb.lemma.endswith("ise") else "ise"
        yield Word("en", "verb", verb.lemma[:-3] + other)
