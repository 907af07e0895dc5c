"""Which time, place and quantity belong to which event.

An expression belongs to the nearest trigger above it in the tree, or to the verb of its clause.
So "signed last year and sent troops" dates the signing alone, and "estimated in September that
2,000 were killed" dates the estimate.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Doc, Span, Token

from kg.extract.actors import Actors
from kg.extract.frames import Match
from kg.extract.mentions import mention_at
from kg.extract.phrases import noun_phrase
from kg.extract.slots import Grammar, is_verbal
from kg.types import Place, Quantity, Time

Item = TypeVar("Item")


@dataclass(frozen=True)
class Located(Generic[Item]):
    """An expression and the head of its phrase."""

    head: Token
    item: Item


def find_anchors(grammar: Grammar, match: Match) -> dict[int, int]:
    """Words whose circumstances are those of an event: token index to how far they are from it.

    They are the trigger, its light verb, the verb that an event noun is set in ("asked him during
    talks on Monday"), and a step away the verb whose subject or object it is ("the talks began on
    Monday").
    """
    trigger = match.trigger
    near = [trigger, grammar.support(trigger), grammar.setting(trigger)]
    if is_verbal(trigger):
        near += [c for c in trigger.children if c.dep_ == "obl" and grammar.setting(c) is not None]
    host = host_verb(grammar, trigger)
    far = {} if host is None else {host.i: 1}
    return far | {token.i: 0 for token in near if token is not None}


def share_out(
    found: Iterable[Located[Item]], anchors: Sequence[dict[int, int]]
) -> dict[int, list[Item]]:
    """Give each expression to the events whose anchor is nearest above it.

    anchors: one mapping an event, as `find_anchors` gives it. Returns the index of an event to its
    expressions, nearest first; an expression that stands below no anchor is nobody's.
    """
    owners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for k, mine in enumerate(anchors):
        for word, rank in mine.items():
            owners[word].append((k, rank))
    ranked: dict[int, list[tuple[int, int, Item]]] = defaultdict(list)
    for located in found:
        for k, far in nearest(located.head, owners):
            ranked[k].append((far, located.head.i, located.item))
    return {k: [row[2] for row in sorted(rows, key=lambda r: r[:2])] for k, rows in ranked.items()}


def nearest(token: Token, owners: Mapping[int, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The events whose anchor is fewest steps up the tree: (index, steps), once each."""
    reached = [
        (k, step + rank)
        for step, above in enumerate(governing_path(token))
        for k, rank in owners.get(above.i, ())
    ]
    least = min((far for _, far in reached), default=None)
    return list(dict.fromkeys((k, far) for k, far in reached if far == least))


def host_verb(grammar: Grammar, noun: Token) -> Token | None:
    """The verb that an event noun is subject or object of, unless it reports speech."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubj:pass", "obj") or not is_verbal(verb):
        return None
    return None if verb.lemma_ in grammar.lexicon.speech_verbs else verb


def governing_path(token: Token) -> list[Token]:
    """The words above an expression up to the first verb, nearest first."""
    path = []
    for ancestor in token.ancestors:
        path.append(ancestor)
        if is_verbal(ancestor):
            break
    return path


def locate(doc: Doc, found: Iterable[Time]) -> list[Located[Time]]:
    """Time expressions with the heads of their phrases."""
    spans = [(doc.char_span(t.start, t.end, alignment_mode="expand"), t) for t in found]
    return [Located(span.root, time) for span, time in spans if span is not None]


def find_places(actors: Actors, doc: Doc) -> list[Located[Token]]:
    """Phrases with a preposition of place and a known place, in text order."""
    return [Located(token, token) for token in doc if is_located(actors, token)]


def choose_place(actors: Actors, match: Match, heads: Sequence[Token]) -> Place | None:
    """Where an event happened: the nearest of its places that is not its source.

    heads: the places of the event, nearest first.
    """
    sources = {token.i for token in match.roles["source"]}
    chosen = next((head for head in heads if head.i not in sources), None)
    return None if chosen is None else to_place(actors, chosen)


def is_located(actors: Actors, token: Token) -> bool:
    """Does a preposition of place introduce the token, and is it a place?"""
    if actors.grammar.preposition(token) not in actors.grammar.language.locative:
        return False
    return actors.fits(token, "place") and bool(actors.referents(token))


def to_place(actors: Actors, head: Token) -> Place:
    """The phrase of a place with its referent."""
    doc, iri = head.doc, actors.referents(head)[0]
    span = place_span(doc, head)
    return Place(span.text, span.start_char, span.end_char, iri, actors.country(doc, iri))


def place_span(doc: Doc, head: Token) -> Span:
    """The name that covers a token, else its phrase."""
    return mention_at(doc).get(head.i) or noun_phrase(head)


def find_quantity(doc: Doc, found: Sequence[Quantity], match: Match) -> Quantity | None:
    """How many: the quantity inside an argument, of what is moved or said before who is hit."""
    for role in ("theme", "target", "source"):
        for filler in match.roles[role]:
            phrase = noun_phrase(filler)
            for quantity in found:
                if phrase.start_char < quantity.end and quantity.start < phrase.end_char:
                    return quantity
    for quantity in found:
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is not None and counts(span, match.trigger):
            return quantity
    return None


def counts(quantity: Span, trigger: Token) -> bool:
    """Does a quantity stand right below a trigger, or above an event noun ("$300m in aid")?"""
    above = trigger.dep_ == "nmod" and quantity.start <= trigger.head.i < quantity.end
    return above or quantity.root.i == trigger.i or quantity.root.head.i == trigger.i
