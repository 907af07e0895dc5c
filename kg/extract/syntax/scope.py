"""How far the meaning of a word reaches: what governs an event, and what negates a word."""

from kg.extract.syntax.conditions import is_awaited, is_condition
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.supports import is_called
from kg.extract.syntax.tokens import (
    CLAUSAL,
    SUBJECT,
    has_form,
    is_asserted,
    is_ongoing,
    is_participle,
    is_subjunctive,
    is_verbal,
)
from kg.extract.syntax.tree import Node, feature, nodes, once

NEGATING = frozenset(["advmod", "det", "cc", "cc:preconj", "mark", "case"])
PARTICIPANT = SUBJECT | {"obj", "iobj"}
GOVERNED = CLAUSAL | {"csubj", "obj", "nsubj:pass", "acl", "nmod", "conj"}


@once
def governors(grammar: Grammar, token: Node) -> list[Node]:
    """The words above a trigger whose meaning reaches it, nearest first, up to its clause's root.

    A relative clause ends the climb, and so does whatever stands apart. A conjunct is governed by
    what governs the first one and not by that one: "refused to talk and to leave".
    """
    found = []
    while (token.dep_ in GOVERNED or is_asked_for(grammar, token)) and token.head.i != token.i:
        if stands_apart(grammar, token) or (token.dep_ == "conj" and not shares_form(token)):
            break
        if token.dep_ == "nmod" and token.head.lemma_ in grammar.lexicon.actors:
            break  # "refused to extradite the author of the attack": there was one
        if token.dep_ != "conj":
            found.append(token.head)
        token = token.head
    return found


@once
def is_to_cease(grammar: Grammar, word: Node) -> bool:
    """Does it go on, as somebody is to stop it: "urged Oslo to stop bombing", "until it stops"?"""
    above = governors(grammar, word)
    above = [*(c for c in word.children if c.dep_ == "aux"), *above]  # "stop ←aux─ bombing"
    words = grammar.language.ceasing
    ceasing = next((k for k, governor in enumerate(above) if governor.lemma_ in words), None)
    if ceasing is None or is_negated(grammar, above[ceasing]):
        return False
    asked = any(effect_of(grammar, governor) == "demanded" for governor in above[ceasing + 1 :])
    awaited = (is_awaited(grammar, g) or is_condition(grammar, g) for g in above[ceasing:])
    return asked or is_asked_for(grammar, above[ceasing]) or any(awaited)


def stands_apart(grammar: Grammar, clause: Node) -> bool:
    """Is a clause told for itself, whatever is said of the one above?

    So are an adverbial clause that is asserted, of purpose ("blocked roads to demand") or of time
    ("refused after meeting him"), what is done besides ("refused, vowing to fight"), and a
    participle: "to rebuild the bridges destroyed", "arrested in Oslo, he denied it". What is called
    something is there, and a semicolon parts two statements.
    """
    if is_called(clause) or is_before_semicolon(clause):
        return True
    if clause.dep_ == "acl":
        return is_participle(clause) and not any(c.dep_ == "aux" for c in clause.children)
    if is_attendant(clause) and effect_of(grammar, clause.head) is not None:
        return True
    if is_participial(clause):
        return True
    if clause.dep_ != "advcl":
        return False
    if is_subjunctive(clause):  # "before he could", "although he had"
        return effect_of(grammar, clause.head) != "demanded"
    timed = grammar.preposition(clause) in grammar.language.during - grammar.language.locative
    return timed or is_asserted(clause) or is_purpose(grammar, clause)


def is_before_semicolon(clause: Node) -> bool:
    """Does a semicolon part a clause from the one after it: "Oslo was accused; all deny it"?"""
    between = nodes(clause.doc)[clause.i : clause.head.i]
    return clause.dep_ == "ccomp" and any(token.text == ";" for token in between)


def is_attendant(verb: Node) -> bool:
    """Does a participle tell what is done besides: "reacted with fury, threatening to sue"?

    Right after a verb it is what that is about: "ruled out leaving".
    """
    if verb.dep_ != "advcl" or not is_ongoing(verb):
        return False
    before = nodes(verb.doc)[max(verb.i - 1, 0)]
    if before.i == verb.head.i or (before.dep_ == "compound:prt" and before.head.i == verb.head.i):
        return False
    return not any(child.dep_ in ("mark", "case") for child in verb.children)


def is_participial(verb: Node) -> bool:
    """Is it a past participle beside a clause, without conjunction: "arrested, he denied it"?"""
    marked = any(child.dep_ in ("mark", "case") for child in verb.children)
    return verb.dep_ == "advcl" and is_participle(verb) and not marked


def uppermost(trigger: Node, verb: Node | None) -> Node:
    """An event noun's light verb, unless it hangs on the noun itself: "the talks to be held".

    A relative clause tells that it happened: "lifted the sanctions that it had imposed".
    """
    if verb is None:
        return trigger
    told = verb.dep_ == "acl:relcl" and is_asserted(verb)
    return verb if told or verb.head.i != trigger.i else trigger


def is_asked_for(grammar: Grammar, noun: Node) -> bool:
    """Is it what a verb with a preposition demands: "called for the release"?"""
    prepositions = grammar.language.demanding
    asked = noun.dep_ == "obl" and grammar.preposition(noun) in prepositions
    return asked and effect_of(grammar, noun.head) == "demanded"


def shares_form(conjunct: Node) -> bool:
    """Is a conjunct of the mood of the first: "would refuse and blamed" are two statements?"""
    return not is_verbal(conjunct) or is_asserted(conjunct) == is_asserted(conjunct.head)


@once
def effect_of(grammar: Grammar, word: Node) -> str | None:
    """The effect of an operator on what it governs, with its particle or preposition if it has one.

    "Deixou de atacar" is no attack, "deixou atacar" is one.
    """
    operators, lemma = grammar.lexicon.operators, word.lemma_
    for child in word.children:
        if child.dep_ == "compound:prt":
            return operators.get(f"{lemma} {child.lower_}") or operators.get(lemma)
    if lemma in grammar.lexicon.governing:
        inner = (
            word for child in word.children if child.dep_ in CLAUSAL for word in child.children
        )
        marks = (word.lower_ for word in inner if word.dep_ in ("mark", "case"))
        return next(filter(None, (operators.get(f"{lemma} {mark}") for mark in marks)), None)
    return operators.get(lemma)


def is_negated(grammar: Grammar, token: Node) -> bool:
    """Does a negation word depend on the token, or on a comparative: "no longer"?

    A verb is also negated by nobody who does it or to whom it is done: "no group claimed".
    """
    later = [c for c in token.children if c.dep_ == "advmod" and is_comparative(c)]
    if any(has_negation(grammar, word) for word in (token, *later)):
        return True
    taking_part = (c for c in token.children if c.dep_ in PARTICIPANT)
    return is_verbal(token) and any(is_nobody(grammar, word) for word in taking_part)


def is_comparative(adverb: Node) -> bool:
    """By its features, or by a form other than its lemma where the tagger sees none of them."""
    plain = adverb.lower_ == adverb.lemma_.lower()
    return "Cmp" in feature(adverb, "Degree") or (adverb.pos_ == "ADV" and not plain)


def is_pending(grammar: Grammar, verb: Node) -> bool:
    """Has it not happened so far: "has yet to leave"?"""
    head = verb.head
    if verb.dep_ != "xcomp" or head.lemma_ not in grammar.language.having_to:
        return False
    return any(child.lower_ in grammar.language.pending for child in head.children)


def has_negation(grammar: Grammar, word: Node) -> bool:
    """Does a negation word depend on a word?"""
    return any(c.dep_ in NEGATING and is_negation(grammar, c) for c in word.children)


def is_nobody(grammar: Grammar, word: Node) -> bool:
    """ "Nobody", "no group", "none of them", "neither Oslo nor Bonn"; but "une personne"."""
    nobody = grammar.language.nobody
    bare = not any(child.dep_ == "det" for child in word.children)
    denied = (c for c in word.children if c.dep_ in NEGATING and c.lower_ in nobody)
    return (bare and word.lower_ in nobody) or any(is_negation(grammar, c) for c in denied)


def is_negation(grammar: Grammar, word: Node) -> bool:
    """A word of negation that denies something: not that of "not only" or "sin embargo"."""
    if word.lower_ not in grammar.language.negations:
        return False
    beside = grammar.language.halves.get(word.lower_)
    if beside and not any(child.lower_ in beside for child in word.head.children):
        return False  # "plus de cent soldats"
    return word.doc[word.i : word.i + 2].text.lower() not in grammar.language.affirming


def is_purpose(grammar: Grammar, verb: Node) -> bool:
    """An infinitive or subjunctive of purpose: "para discutir", "to discuss", "para que falem".

    After a word of demand it says what is demanded: "apelou-lhes para que falem".
    """
    if effect_of(grammar, verb.head) == "demanded":
        return False
    if verb.dep_ != "advcl" or not (has_form(verb, "Inf") or is_subjunctive(verb)):
        return False
    markers = [child for child in verb.children if child.dep_ in ("mark", "case", "aux")]
    return any(marker.lower_ in grammar.language.purpose for marker in markers)
