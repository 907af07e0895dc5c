"""What stands before a word that takes something up: the names and actors it can mean."""

from collections.abc import Container, Iterator

from spacy.tokens import Span, Token

from kg.extract.annotations import entity_types, mention_at
from kg.extract.mentions.finder import is_people
from kg.extract.syntax.tokens import SUBJECT, is_plural
from kg.extract.syntax.tree import children, sentence

PEOPLE = frozenset(["PERSON"])
PARTIES = frozenset(["STATE", "ORG", "GROUP"])
"""Types of entities that "both sides" can be."""
ACTING = PARTIES | {"PLACE"}
"""Types of what "it" takes up; a place that acts is a seat of government."""
BESIDE = frozenset(["appos", "flat", "flat:name", "compound"])
"""Labels of a name beside a title."""


def mentions_before(token: Token) -> list[Span]:
    """Mentions in the sentence of a token and the one before it, up to the token, in text order."""
    doc, first = token.doc, window_start(token)
    at = mention_at(doc)
    spans = dict.fromkeys(at[i] for i in range(first, token.i) if i in at)
    return [s for s in spans if first <= s.start and s.end <= token.i]


def window_start(token: Token) -> int:
    """Index of the first word of the sentence before that of a token."""
    start = sentence(token).start
    return sentence(token.doc[start - 1]).start if start else 0


def names_before(token: Token) -> list[Span]:
    """Those of them that are names."""
    return [span for span in mentions_before(token) if span.id_ == "name"]


def people_before(token: Token) -> list[Span]:
    """The names of people before a token."""
    return [span for span in names_before(token) if span.label_ in PEOPLE]


def nearest_subject(
    token: Token, types: frozenset[str], others: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The last subject of a type before a token, else the last mention of one, without others."""
    before = [
        span for span in names_before(token) if span.label_ in types and span.kb_id_ not in others
    ]
    subjects = [span for span in before if bearer(span).dep_ in SUBJECT]
    return ((subjects or before)[-1].kb_id_,) if before else ()


def bearer(span: Span) -> Token:
    """The head of a name, or of the title that it stands beside: "o presidente, Raúl Castro"."""
    word = span.root
    while word.dep_ in BESIDE and word.head.i != word.i:
        word = word.head
    return word


def two_leaders(token: Token) -> tuple[str, ...]:
    """ "The two leaders": the last two people before who hold an office, else the last two."""
    office_holders = {h.person.kb_id_ for h in token.doc._.holdings if h.person is not None}
    return two_people(token, office_holders) or two_people(token)


def two_people(token: Token, among: Container[str] | None = None) -> tuple[str, ...]:
    """The last two people before a token, in text order; () where there are less."""
    people = [i for i in referents_before(token, PEOPLE) if among is None or i in among]
    last = tuple(dict.fromkeys(reversed(people)))[:2]
    return last[::-1] if len(last) == 2 else ()


def two_sides(token: Token) -> tuple[str, ...]:
    """ "Both sides": the states, organisations or groups before a token, if they are two."""
    sides = tuple(dict.fromkeys(referents_before(token, PARTIES)))
    return sides if len(sides) == 2 else ()


def referents_before(token: Token, types: frozenset[str]) -> Iterator[str]:
    """Entities of some types in the sentence of a token, before it, and in the one before.

    In text order, with repeats.
    """
    doc, kinds = token.doc, entity_types(token.doc)
    for i in range(window_start(token), token.i):
        yield from (iri for iri in doc._.referents.get(i, ()) if kinds.get(iri) in types)


def nearest_plural(token: Token) -> tuple[str, ...]:
    """The last subject before a token that names many: "the Kurds …; they", "os sérvios"."""
    subjects = [
        span
        for span in mentions_before(token)
        if span.root.dep_ in SUBJECT and is_plural(span.root) and is_people(span)
    ]
    return (subjects[-1].kb_id_,) if subjects else ()


def subject_before(token: Token) -> tuple[str, ...]:
    """The state or organisation that acted before "it", where that acts on something itself."""
    acts = token.dep_ == "nsubj" and any(child.dep_ == "obj" for child in children(token.head))
    subjects = [
        span
        for span in names_before(token)
        if span.label_ in ACTING and span.root.dep_ == "nsubj" and span.end < sentence(token).start
    ]
    return (subjects[-1].kb_id_,) if acts and subjects else ()
