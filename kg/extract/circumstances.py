"""Which time, place and quantity belong to which event.

An expression belongs to the nearest trigger above it in the tree, or to the verb of its clause.
So "signed last year and sent troops" dates the signing alone, and "estimated in September that
2,000 were killed" dates the estimate.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from spacy.tokens import Doc, Span, Token

from kg.extract.actors import Actors
from kg.extract.frames import Match
from kg.extract.phrases import noun_phrase
from kg.extract.slots import Grammar, is_verbal
from kg.types import Place, Quantity, Time

Located = TypeVar("Located", Time, Quantity)

FAR = 99


def anchors(grammar: Grammar, match: Match) -> list[Token]:
    """Words whose circumstances are those of an event, the nearest first.

    They are the trigger, its light verb, and for an event noun the verb that it is set in ("asked
    him during talks on Monday") or whose subject or object it is ("the talks began on Monday").
    """
    trigger = match.trigger
    found = [trigger]
    for verb in (grammar.support(trigger), grammar.setting(trigger), host_verb(grammar, trigger)):
        if verb is not None:
            found.append(verb)
    if is_verbal(trigger):
        found += [c for c in trigger.children if c.dep_ == "obl" and grammar.setting(c) is not None]
    return list({token.i: token for token in found}.values())


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


def distance(token: Token, wanted: Sequence[Token]) -> int:
    """How far above an expression the nearest anchor stands; FAR when none does.

    A step up the tree counts one, and so does each place down the list of anchors.
    """
    ranks = {anchor.i: rank for rank, anchor in enumerate(wanted)}
    steps = [
        step + ranks[above.i]
        for step, above in enumerate(governing_path(token))
        if above.i in ranks
    ]
    return min(steps, default=FAR)


def nearest(doc: Doc, found: Iterable[Located], wanted: Sequence[Token]) -> Located | None:
    """The expression nearest below the anchors of an event, None when none is below them."""
    ranked = []
    for item in found:
        span = doc.char_span(item.start, item.end, alignment_mode="expand")
        if span is not None and span.sent.start <= wanted[0].i < span.sent.end:
            ranked.append((distance(span.root, wanted), item.start, item))
    ranked = [row for row in ranked if row[0] < FAR]
    return min(ranked, key=lambda row: row[:2])[2] if ranked else None


def find_place(
    actors: Actors, match: Match, wanted: Sequence[Token]
) -> Place | None:
    """Where the event happened: the nearest phrase with a preposition of place and a known place.

    A city is preferred to the state it lies in. A phrase that is the source is no place.
    """
    sources = {token.i for token in match.roles["source"]}
    sent = match.trigger.sent
    ranked = []
    for token in sent:
        if token.i in sources or not is_located(actors, token):
            continue
        far = distance(token, wanted)
        if far < FAR:
            ranked.append((far, token.i, token))
    if not ranked:
        return None
    return to_place(actors, min(ranked, key=lambda row: row[:2])[2])


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
    for span in doc.spans["mentions"]:
        if span.start <= head.i < span.end:
            return span
    return noun_phrase(head)


def find_quantity(doc: Doc, found: Sequence[Quantity], match: Match) -> Quantity | None:
    """How many: the quantity inside an argument, of what is moved or said before who is hit."""
    for role in ("theme", "target", "source"):
        for filler in match.roles[role]:
            phrase = noun_phrase(filler)
            for quantity in found:
                if phrase.start_char < quantity.end and quantity.start < phrase.end_char:
                    return quantity
    below = {token.i for token in [match.trigger, *match.trigger.children]}
    for quantity in found:
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is not None and (span.root.i in below or span.root.head.i in below):
            return quantity
    return None
