"""Lines in capitals as prose, since parsers know no others: wires print headlines in them.

    LIMA ACUSA A QUITO DE AGRESION     is read as     Lima acusa a Quito de agresión

Names keep their capitals, and words that the language is known to write with an accent get it back.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from spacy.util import get_lang_class

from kg.language.words.conjugation import list_forms, list_plurals
from kg.ontology.entries import Name
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import load_lexicon

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
FEWEST = 3
"""Words of a line that is taken for prose; a shorter one may be a name."""


@dataclass(frozen=True)
class Spelling:
    """How the words of a language are written, by what is left of them without accents."""

    names: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word of names to the words of each, longest first."""
    words: Mapping[str, str]
    kept: frozenset[str]
    """Abbreviations."""


def lower_capitals(text: str, lang: str) -> str:
    """The text with its lines in capitals as prose, of the same length.

    lang: ISO 639-1.
    """
    return LINE.sub(lambda line: lower_line(line.group(), lang), text)


def lower_line(line: str, lang: str) -> str:
    """A line as prose if it is all in capitals."""
    if any(char.islower() for char in line):
        return line
    found = list(WORD.finditer(line))
    if len(found) < FEWEST:
        return line
    words = spell([match.group() for match in found], load_spelling(lang))
    letters = list(line)
    for match, word in zip(found, words, strict=True):
        if len(word) == len(match.group()):
            letters[match.start() : match.end()] = word
    start = found[0].start()
    return "".join([*letters[:start], letters[start].upper(), *letters[start + 1 :]])


def spell(words: list[str], spelling: Spelling) -> Iterator[str]:
    """Each word as it is written inside a sentence."""
    bare = [fold(word) for word in words]
    at = 0
    while at < len(words):
        names = spelling.names.get(bare[at], ())
        name = next((n for n in names if bare[at : at + len(n)] == list(map(fold, n))), None)
        if name is not None:
            yield from name
        elif words[at] in spelling.kept:
            yield words[at]
        else:
            yield spelling.words.get(bare[at], words[at].lower())
        at += len(name or "1")


@cache
def load_spelling(lang: str) -> Spelling:
    """The spelling of a language, from its lexicon and the gazetteer."""
    lexicon = load_lexicon(lang)
    stops = get_lang_class(lang).Defaults.stop_words
    nouns = {*lexicon.nouns, *lexicon.actors, *list_plurals(lang, lexicon.nouns), *stops}
    verbs = {*list_forms(lang, lexicon.verbs), *lexicon.verbs}
    known = load_gazetteer().names(lang)
    return Spelling(
        names=index_names(known, nouns, verbs),
        words=accented(nouns | verbs),
        kept=frozenset(n.text for n in known if is_kept(n, stops)),
    )


def index_names(
    names: Iterable[Name], nouns: Iterable[str], verbs: Iterable[str]
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Names by their first words, without those of one word that is a common noun too.

    A surname that is a form of a verb is none either; a city is: "Quito".
    """
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    of_nouns, of_verbs = ({fold(word) for word in words} for words in (nouns, verbs))
    for name in names:
        words = tuple(WORD.findall(name.text))
        if not words or name.kind == "abbreviation":
            continue
        one, verb = fold(words[0]), name.kind == "short"
        if len(words) > 1 or not (one in of_nouns or (verb and one in of_verbs)):
            found[fold(words[0])].add(words)
    return {first: tuple(sorted(found[first], key=lambda n: (-len(n), n))) for first in found}


def accented(words: Iterable[str]) -> Mapping[str, str]:
    """Words without their accents to the words, where no other word is written like that."""
    known = sorted(set(words))
    plain = {word for word in known if fold(word) == word}
    return {fold(word): word for word in known if fold(word) not in plain}


def is_kept(name: Name, stops: Iterable[str]) -> bool:
    """An abbreviation that is no common word; that of a state is one anyway: "US"."""
    if name.kind != "abbreviation":
        return False
    return name.text.lower() not in stops or load_gazetteer().entry(name.iri).type == "STATE"


def fold(word: str) -> str:
    """A word in lower case and without accents."""
    return "".join(
        char for char in normalize("NFD", word.lower()) if char.isalpha() or char in "'-"
    )
