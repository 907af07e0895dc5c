"""What the parse must bear out before words are taken for a time.

The data files name these guards; each takes the tokens of the expression without its preposition.
A Doc without parse passes wherever the answer would need one.
"""

from collections.abc import Callable, Mapping

from spacy.tokens import Span, Token

from kg.extract.syntax.tree import feature, nodes
from kg.extract.time.tense import VERBAL, verb_above

NOMINAL = frozenset(["NOUN", "PROPN", "ADJ"])
ATTRIBUTIVE = frozenset(["nummod", "amod", "compound", "det"])
PERSON = frozenset(["PERSON", "PER"])


def is_no_count(span: Span) -> bool:
    """The number counts nothing: "em 1984", not "em 1984 casas"."""
    last = span[-1]
    if modifies_next(last):
        return False
    return not is_followed_by(span, frozenset(["NOUN"]))


def is_no_ordinal(span: Span) -> bool:
    """A short weekday is not the number of something: "na segunda", not "na segunda vez"."""
    last = span[-1]
    if modifies_next(last) or is_followed_by(span, frozenset(["NOUN"])):
        return False
    return not last.is_title


def is_no_title(span: Span) -> bool:
    """Not the start of a name: "na primavera", not "na Primavera Árabe"."""
    after = span.doc[span.end : span.end + 1]
    if not span[-1].is_title or not any(token.is_title for token in after):
        return True
    return span.doc.has_annotation("DEP") and not is_joined(span, after[0])


def is_joined(span: Span, after: Token) -> bool:
    """Does the next word hang on the expression, or the other way round: "Primavera Árabe"?"""
    return any(after.head.i == token.i or token.head.i == after.i for token in span)


def is_capital(span: Span) -> bool:
    """The last word, numbers apart, has a capital: "Mar. 5", not "mar 5"."""
    words = [token for token in span if token.text[:1].isalpha()]
    return bool(words) and words[-1].text[:1].isupper()


def is_no_name(span: Span) -> bool:
    """Not the start of a compound name: "Sunday", not the "Sunday" of a newspaper."""
    return not is_person(span) and not (modifies_next(span[-1]) and span[-1].head.is_title)


def is_name(span: Span) -> bool:
    """A month that is a common word too stands as a name: "in May", not "in march"."""
    return is_capital(span) and not is_person(span) and all(t.pos_ not in VERBAL for t in span)


def is_year_of(span: Span) -> bool:
    """The number stands before a singular noun: "the 1994 treaty", not "the 1984 people"."""
    last = span[-1]
    head = last.head if modifies_next(last) else next(iter(last.doc[span.end : span.end + 1]), last)
    return head.pos_ in NOMINAL and "Plur" not in feature(nodes(span.doc)[head.i], "Number")


def is_to_come(span: Span) -> bool:
    """Its verb is not in the past, where "in two days" is how long it took."""
    verb = verb_above(span)
    return verb is not None and "Past" not in feature(verb, "Tense")


def is_person(span: Span) -> bool:
    """Does the pipeline take the last word for a person's name?"""
    return span[-1].ent_type_ in PERSON


def modifies_next(token: Token) -> bool:
    """Does the word modify one further on?"""
    return token.dep_ in ATTRIBUTIVE and token.head.i > token.i


def is_followed_by(span: Span, pos: frozenset[str]) -> bool:
    """Is the next word one of these parts of speech?"""
    return span.end < len(span.doc) and span.doc[span.end].pos_ in pos


GUARDS: Mapping[str, Callable[[Span], bool]] = {
    "no count": is_no_count,
    "no ordinal": is_no_ordinal,
    "no title": is_no_title,
    "no name": is_no_name,
    "capital": is_capital,
    "name": is_name,
    "year of": is_year_of,
    "to come": is_to_come,
}
