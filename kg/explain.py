"""Why a sentence gives what it gives: parse, mentions, rules that fired and what others lacked."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.assemble import to_extraction
from kg.extract.events import EventFinder
from kg.extract.frames import Miss
from kg.pipeline import load_pipeline, read_article
from kg.types import Article, Event, Mention, Office


@dataclass(frozen=True)
class Word:
    """One token of the parse, with UD labels."""

    index: int
    text: str
    lemma: str
    pos: str
    label: str
    head: int


@dataclass(frozen=True)
class NearMiss:
    """A rule of the lexicon whose trigger is in the sentence and that did not fire."""

    trigger: str
    rule: str
    reason: str


@dataclass(frozen=True)
class Explanation:
    """All that was decided about a text."""

    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...]
    events: tuple[Event, ...]
    misses: tuple[NearMiss, ...]


def explain(text: str, *, lang: str) -> Explanation:
    """What the pipeline of a language makes of a text, step by step.

    Raises UnknownLanguage and PipelineMissing.
    """
    article = Article(id="text", text=text, lang=lang, body=((0, len(text)),))
    doc = read_article(article)
    extraction = to_extraction(doc, article)
    return Explanation(
        words=tuple(to_word(token) for token in doc if not token.is_space),
        mentions=extraction.mentions,
        offices=extraction.offices,
        events=extraction.events,
        misses=tuple(find_misses(doc, lang)),
    )


def to_word(token: Token) -> Word:
    """A token as a value."""
    return Word(token.i, token.text, token.lemma_, token.pos_, token.dep_, token.head.i)


def find_misses(doc: Doc, lang: str) -> list[NearMiss]:
    """Rules of triggers at which nothing fired, in text order."""
    finder = load_pipeline(lang).get_pipe("events")
    assert isinstance(finder, EventFinder)
    fired = {event.trigger.start for event in doc._.events}
    return [
        NearMiss(token.text, miss.frame.id, miss.reason)
        for token in doc
        if token.idx not in fired
        for miss in finder.matcher.tried(token)
        if isinstance(miss, Miss)
    ]
