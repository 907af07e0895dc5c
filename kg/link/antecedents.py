"""What stands before a word that takes something up: the names and actors it can mean."""

from collections.abc import Callable, Container, Iterator
from itertools import chain

from spacy.tokens import Span

from kg.extract.annotations import entity_types, mention_at
from kg.extract.mentions.finder import is_people
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import SUBJECT, is_plural, is_subjunctive, is_verbal
from kg.extract.syntax.tree import Node, feature, nodes, root_of, tree
from kg.language.trees.regrouping import NAMING

PEOPLE = frozenset(["PERSON"])
PARTIES = frozenset(["STATE", "ORG", "GROUP"])
"""Types of entities that "both sides" can be."""
ACTING = PARTIES | {"PLACE"}
"""Types of what "it" takes up; a place that acts is a seat of government."""
TITLED = NAMING | {"compound"}
"""Labels of a name beside a title, before or after it."""


def mentions_before(token: Node) -> list[Span]:
    """Mentions in the sentence of a token and the one before it, up to the token, in text order."""
    doc, first = token.doc, window_start(token)
    at = mention_at(doc)
    spans = dict.fromkeys(at[i] for i in range(first, token.i) if i in at)
    return [s for s in spans if first <= s.start and s.end <= token.i]


def window_start(token: Node) -> int:
    """Index of the first word of the sentence before that of a token."""
    start = token.sentence.start
    return nodes(token.doc)[start - 1].sentence.start if start else 0


def names_before(token: Node) -> list[Span]:
    """Those of them that are names."""
    return [span for span in mentions_before(token) if span.id_ == "name"]


def people_before(token: Node) -> list[Span]:
    """The names of people before a token."""
    return [span for span in names_before(token) if span.label_ in PEOPLE]


def nearest_subject(
    token: Node,
    types: frozenset[str],
    others: tuple[str, ...] = (),
    *,
    several: bool = False,
    alone: bool = False,
) -> tuple[str, ...]:
    """The last subject of a type before a token, else the last mention of one, without others.

    several: all who are the subject together. alone: no subject of several.
    """
    doc, kinds = token.doc, entity_types(token.doc)
    known: dict[int, tuple[str, ...]] = doc._.referents
    labels = tree(doc).labels
    for i in range(token.i - 1, window_start(token) - 1, -1):
        if (
            labels[i] not in SUBJECT
            or i not in known
            or (is_owned(nodes(doc)[i]) and types != PEOPLE)
        ):
            continue
        members = joined(nodes(doc)[i]) if several or alone else []
        together = [known.get(member.i, ()) for member in members]
        found = tuple(dict.fromkeys(chain(*(together or [known[i]]))))
        fits = {kinds.get(iri) for iri in found} <= types
        if alone and len(found) > 1:
            continue
        if found and fits and not set(found).intersection(others):
            return found
    before = [s for s in names_before(token) if s.label_ in types and s.kb_id_ not in others]
    return (before[-1].kb_id_,) if before else ()


def is_owned(noun: Node) -> bool:
    """Does a possessive say whose it is: "his country", that comes after who he is?"""
    return any("Prs" in feature(child, "PronType") for child in noun.children)


def bearer(span: Span) -> Node:
    """The head of a name, or of the title that it stands beside: "o presidente, Raúl Castro"."""
    word = root_of(span)
    while word.dep_ in TITLED and word.head.i != word.i:
        word = word.head
    return word


def two_leaders(token: Node, others: tuple[str, ...] = ()) -> tuple[str, ...]:
    """ "The two leaders": the last two people before who hold an office, else the last two.

    others: who acts on them, and is none of them.
    """
    office_holders = {h.person.kb_id_ for h in token.doc._.holdings if h.person is not None}
    return two_people(token, others, office_holders) or two_people(token, others)


def two_people(
    token: Node, others: tuple[str, ...] = (), among: Container[str] | None = None
) -> tuple[str, ...]:
    """The last two people before a token, in text order; () where there are less."""
    people = [
        iri
        for iri in referents_before(token, PEOPLE)
        if iri not in others and (among is None or iri in among)
    ]
    last = tuple(dict.fromkeys(reversed(people)))[:2]
    return last[::-1] if len(last) == 2 else ()


def are_alone(token: Node, people: tuple[str, ...]) -> bool:
    """Does the window of a token hold no other people than some?"""
    return set(people) == set(referents_before(token, PEOPLE))


def two_sides(token: Node, others: tuple[str, ...] = ()) -> tuple[str, ...]:
    """ "Both sides": the states, organisations or groups before a token, if they are two."""
    owners = {i for h in token.doc._.holdings if h.of for i in range(h.of.start, h.of.end)}
    found = dict.fromkeys(referents_before(token, PARTIES, owners))
    sides = tuple(iri for iri in found if iri not in others)
    return sides if len(sides) == 2 else ()


def referents_before(
    token: Node, types: frozenset[str], without: Container[int] = ()
) -> Iterator[str]:
    """Entities of some types in the sentence of a token, before it, and in the one before.

    In text order, with repeats. without: tokens that do not count.
    """
    doc, kinds = token.doc, entity_types(token.doc)
    for i in range(window_start(token), token.i):
        if i not in without:
            yield from (iri for iri in doc._.referents.get(i, ()) if kinds.get(iri) in types)


def opens_paragraph(token: Node) -> bool:
    """Is its sentence the first of a paragraph, so that the one before tells of something else?"""
    return token.first.idx in token.doc.user_data.get("paragraphs", ())


def joined(token: Node) -> list[Node]:
    """The members of the list that a token begins: "Oslo, Rome and Bern"; [] where it is none."""
    if token.dep_ == "conj":
        return []
    members = [token]
    for member in members:
        members += [child for child in member.children if child.dep_ == "conj"]
    return members if len(members) > 1 else []


def last_listed(token: Node, number: int, name: Callable[[str], str | None]) -> tuple[str, ...]:
    """The last list of so many before a token, anywhere in the article; () where there is none.

    name: what an entity counts as, a person as the state for "the two countries"; None for what
    cannot be meant.
    """
    referents: dict[int, tuple[str, ...]] = token.doc._.referents
    for start in sorted((i for i in referents if i < token.i), reverse=True):
        members = [member.i for member in joined(nodes(token.doc)[start])] or [start]
        names = [name(iri) for i in members for iri in referents.get(i, ())]
        between = range(min(members), max(members))
        others = {name(iri) for i in between for iri in referents.get(i, ())}
        known = len(members) in (1, len(names)) and None not in names and max(members) < token.i
        if known and len(set(names)) == number and others - {None} <= set(names):
            return tuple(dict.fromkeys(filter(None, names)))
    return ()


def nearest_plural(token: Node) -> tuple[str, ...]:
    """The last subject before a token that names many: "the Kurds …; they", "os talibãs"."""
    subjects = [
        span
        for span in mentions_before(token)
        if root_of(span).dep_ in SUBJECT
        and is_plural(root_of(span))
        and (span.label_ == "GROUP" or is_people(span))
    ]
    return (subjects[-1].kb_id_,) if subjects else ()


def subject_before(token: Node) -> tuple[str, ...]:
    """The state or organisation that acted before "it", where that acts on something itself."""
    acts = token.dep_ == "nsubj" and any(child.dep_ == "obj" for child in token.head.children)
    subjects = [
        span
        for span in names_before(token)
        if span.label_ in ACTING
        and root_of(span).dep_ == "nsubj"
        and span.end < token.sentence.start
    ]
    return (subjects[-1].kb_id_,) if acts and subjects else ()


def acting_beside(token: Node, grammar: Grammar) -> tuple[str, ...]:
    """Who acts in the clause of a word that is no subject: "he met him" are two men.

    Who is asked to do something is not who asks: "pediu que o ouvissem". Who acts in a relative
    clause is not whom it is about: "Lula, with whom he met".
    """
    if token.dep_ in SUBJECT and token.head.dep_ == "acl:relcl":
        return tuple(token.doc._.referents.get(token.head.head.i, ()))
    # "Spoke on the phone with her"
    verb = token.head.head if token.head.dep_ == "obl" else token.head
    if token.dep_ in SUBJECT or not is_verbal(verb) or is_subjunctive(verb):
        return ()
    subjects = grammar.surface_subject(verb)
    return tuple(i for s in subjects for i in token.doc._.referents.get(s.i, ()))
