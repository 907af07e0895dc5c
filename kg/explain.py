"""Why a sentence gives what it gives: parse, mentions, rules that fired and what others lacked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.assemble import to_extraction
from kg.errors import InputError
from kg.extract.events import EventFinder
from kg.extract.frames.matching import Match, Miss
from kg.extract.syntax.tree import Node, nodes
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


NEAREST = 4
"""Rules of one word that are shown when none of them gives an event."""
WORDS = 4
"""Words of a list that are shown."""
UNPOLITICAL = {
    "is_natural": "a natural force or an accident does it",
    "is_fiction": "it happens in a work of fiction",
    "is_idiom": "its words together tell of no event",
    "is_by_thing": "a thing does what only somebody can do",
    "is_talk": "words alone, nobody being addressed",
    "is_anonymous": "nobody is told who says so, to nobody with a name",
    "is_private": "all who take part are private persons or companies",
    "is_of_field": "told of sport, culture or business",
}
"""Test of `Relevance` to what it says of an event that is no politics."""


@dataclass(frozen=True)
class NearMiss:
    """A rule of the lexicon whose trigger is in the sentence and that gives no event."""

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
    """The nearest rules of each word at which nothing is told, those that lack least first."""
    guesses: Mapping[str, str]
    """Rule of a guess to the known word that it rests on and its likeness: "condemn (0.87)"."""


def explain(text: str, *, lang: str) -> Explanation:
    """What the pipeline of a language makes of a text, step by step.

    Raises InputError for an empty text, UnknownLanguage and PipelineMissing.
    """
    if not text.strip():
        raise InputError("Nothing to explain: give a sentence.")
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
        guesses={frame.id: frame.near for frame in find_finder(lang).matcher.guesses.values()},
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


def find_finder(lang: str) -> EventFinder:
    """What finds events in the pipeline of a language."""
    finder = load_pipeline(lang).get_pipe("events")
    assert isinstance(finder, EventFinder)
    return finder


def find_misses(doc: Doc, lang: str) -> Iterator[NearMiss]:
    """The nearest rules of triggers that give no event, in text order."""
    finder = find_finder(lang)
    told = {event.trigger.start for event in doc._.events}
    for token in nodes(doc):
        if token.idx not in told:
            reasons = (
                (result.frame.id, why_not(finder, result)) for result in tried(finder, token)
            )
            nearest = sorted(reasons, key=lambda miss: len(miss[1]))[:NEAREST]
            yield from (NearMiss(token.text, rule, "; ".join(why)) for rule, why in nearest)


def tried(finder: EventFinder, token: Node) -> Sequence[Match | Miss]:
    """What each frame of a word comes to; only those that fire, where some do."""
    results = finder.matcher.tried(token)
    return [result for result in results if isinstance(result, Match)] or results


def why_not(finder: EventFinder, result: Match | Miss) -> Sequence[str]:
    """All that a frame lacks, or why it tells of nothing though it fires."""
    if isinstance(result, Match):
        tests = UNPOLITICAL if not finder.relevance.keeps(result) else {}
        failed = (why for test, why in tests.items() if getattr(finder.relevance, test)(result))
        return [f"no politics: {why}" for why in failed][:1] or ["told by another word"]
    frame, token, matcher = result.frame, result.trigger, finder.matcher
    lacks = [
        f"no {slot} among: {brief(words)}"
        for slot, words in frame.has.items()
        if not matcher.has(token, slot, words)
    ]
    lacks += [
        f"no {role} that is of: {describe(finder, kind)}"
        for role, kind in frame.where.items()
        if not matcher.may_fill(frame, role, token)
    ]
    return lacks or [result.reason]


def describe(finder: EventFinder, kind: str) -> str:
    """A kind of filler, with some of its words where it is a class of them."""
    words = sorted(finder.grammar.lexicon.classes.get(kind, ()))
    return f"{kind} ({brief(words)})" if words else kind


def brief(words: Sequence[str]) -> str:
    """The first of some words."""
    return ", ".join([*words[:WORDS], *(["…"] if len(words) > WORDS else [])])
