"""A gold sentence with what was predicted for it, as values that can be compared."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.evaluate.files import GoldRecord, Record
from kg.evaluate.settings import SetRules, load_settings


# Two mentions with the same words are two actors, so both classes compare by identity.
@dataclass(frozen=True, eq=False, slots=True)
class Actor:
    """Who takes part: the country where one is given, and the words that tell the actor."""

    country: str | None
    words: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class CodedEvent:
    """A root with its actors, from either side."""

    root: str
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    reciprocal: bool
    """Do sources and targets say the same when swapped?"""
    mutual: bool
    """Is the event with its actors swapped no mistake?"""


@dataclass(frozen=True)
class Sentence:
    """The events of one gold record and those predicted for it; negated ones are left out."""

    id: str
    lang: str
    set: str
    rules: SetRules
    gold: tuple[CodedEvent, ...]
    predicted: tuple[CodedEvent, ...]
    longest: int
    """Words that a predicted actor may have: half of the sentence."""

    def untyped(self) -> "Sentence":
        """The same with one root for all events."""
        return replace(
            self,
            gold=tuple(replace(event, root="") for event in self.gold),
            predicted=tuple(replace(event, root="") for event in self.predicted),
        )


def to_sentence(record: GoldRecord, predicted: Sequence[Record]) -> Sentence:
    """The sentence of a gold record and the records predicted for it."""
    return Sentence(
        id=record.id,
        lang=record.lang,
        set=record.set,
        rules=load_settings().rules(record.set),
        gold=read_events(record.events, record, is_gold=True),
        predicted=read_events(predicted, record, is_gold=False),
        longest=len(content_words(record.text, record.lang)) // 2,
    )


def read_events(
    records: Iterable[Record], of: GoldRecord, *, is_gold: bool
) -> tuple[CodedEvent, ...]:
    """The events that are not denied."""
    told = (event for event in records if event.get("polarity") != "negative")
    return tuple(read_event(event, of, is_gold=is_gold) for event in told)


def read_event(event: Record, of: GoldRecord, *, is_gold: bool) -> CodedEvent:
    """One event; several actors of a mutual event without target are on both sides."""
    settings = load_settings()
    root = settings.fold(event["event"], of.set)
    sources = read_actors(event.get("source"), of.lang)
    targets = read_actors(event.get("target"), of.lang)
    mutual = root in settings.mutual
    together = mutual and len(sources) > 1 and not targets
    reciprocal = together or (is_gold and bool(event.get("reciprocal")))
    return CodedEvent(
        root, sources, sources if together else targets, reciprocal, reciprocal or mutual
    )


def read_actors(records: Iterable[Mapping[str, str]] | None, lang: str) -> tuple[Actor, ...]:
    """The actors of a side that have a word or a country."""
    actors = (
        Actor(record.get("country") or None, content_words(record.get("text") or "", lang))
        for record in records or ()
    )
    return tuple(actor for actor in actors if actor.words or actor.country)


def content_words(text: str, lang: str) -> frozenset[str]:
    """The words of a text, case and accents folded, without stop words if others are left.

    Initials with dots are one word ("U.S.").
    """
    joined = re.sub(r"\b(?:\w\.){2,}", lambda found: found[0].replace(".", "") + " ", text)
    letters = unicodedata.normalize("NFKD", joined.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = frozenset(re.findall(r"[^\W_]+", plain))
    return words - load_settings().stop_words.get(lang, frozenset()) or words
