"""Why a sentence gives what it gives: parse, mentions, rules that fired and what others lacked."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.assemble import to_extraction
from kg.extract.events import EventFinder
from kg.extract.frames.matching import FrameMatcher, Miss
from kg.extract.syntax.tree import nodes
from kg.pipeline import load_pipeline, read_article
from kg.types import Argument, Article, Event, Mention, Office, Phrase


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
    paths: Mapping[Argument, str]
    """Argument of an event to the way to it from its trigger: "nsubj", "up ccomp > nsubj"."""
    misses: tuple[NearMiss, ...]
    guesses: Mapping[str, str]
    """Rule of a guess to the known word that it rests on and its likeness: "condemn (0.87)"."""


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
        paths={
            argument: path(head_at(doc, event.trigger), head_at(doc, argument))
            for event in extraction.events
            for argument in event.arguments
        },
        misses=tuple(find_misses(doc, lang)),
        guesses={frame.id: frame.near for frame in find_matcher(lang).guesses.values()},
    )


def to_word(token: Token) -> Word:
    """A token as a value."""
    return Word(token.i, token.text, token.lemma_, token.pos_, token.dep_, token.head.i)


def head_at(doc: Doc, phrase: Phrase | Argument) -> Token:
    """The head of a phrase by its offsets."""
    span = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    assert span is not None, "phrases come from the Doc"
    return span.root


def path(trigger: Token, head: Token) -> str:
    """The labels on the way from a trigger to the head of an argument, "up" where it climbs."""
    above = [trigger, *trigger.ancestors]
    down = [head]
    while down[-1] not in above and down[-1].head is not down[-1]:
        down.append(down[-1].head)
    climbed = above[: above.index(down[-1])] if down[-1] in above else above
    steps = [f"up {token.dep_}" for token in climbed] + [t.dep_ for t in reversed(down[:-1])]
    return " > ".join(steps) or "the trigger itself"


def find_matcher(lang: str) -> FrameMatcher:
    """What matches frames in the pipeline of a language."""
    finder = load_pipeline(lang).get_pipe("events")
    assert isinstance(finder, EventFinder)
    return finder.matcher


def find_misses(doc: Doc, lang: str) -> list[NearMiss]:
    """Rules of triggers at which nothing fired, in text order."""
    matcher = find_matcher(lang)
    fired = {event.trigger.start for event in doc._.events}
    return [
        NearMiss(token.text, miss.frame.id, miss.reason)
        for token in nodes(doc)
        if token.idx not in fired
        for miss in matcher.tried(token)
        if isinstance(miss, Miss)
    ]
