"""Clauses and phrases that suppose something: "if they attack", "until they leave"."""

from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import SUBJECT, has_form, is_asserted, is_participle, is_subjunctive
from kg.extract.syntax.tree import Node, feature, nodes, plain_words

OPENING = frozenset(["mark", "det", "advmod"])
"""Labels that parsers give the word that opens a conditional clause."""
LONGEST = 6
"""Words of the longest phrase that does, with an article after it."""


def is_condition(grammar: Grammar, word: Node) -> bool:
    """Does a verb or noun head what is supposed, rather than told or asked?"""
    if opens_with_phrase(grammar, word):
        return True
    if is_inverted(grammar, word):
        return True
    # "Asked if they had left" supposes nothing.
    return word.dep_ not in ("ccomp", "xcomp") and opens_with_word(grammar, word)


def has_condition(grammar: Grammar, verb: Node) -> bool:
    """Is something supposed in the clause of a verb: "would attack if they left"?"""
    below = [child for child in verb.children if child.dep_ in ("advcl", "obl", "nmod")]
    return any(is_condition(grammar, child) for child in below)


def opens_with_word(grammar: Grammar, word: Node) -> bool:
    """Does a conjunction such as "if" open the clause?

    With the capital of a sentence parsers take "Caso" for a name.
    """
    first = nodes(word.doc)[word.left_edge.i]
    if first.pos_ in ("NOUN", "PROPN") and first.lower_ in grammar.language.conditionals:
        opened = any(child.dep_ == "mark" for child in word.children if child != first)
        return is_subjunctive(word) or (word.dep_ == "advcl" and not opened)
    return not opening_words(word).isdisjoint(grammar.language.conditionals)


def is_awaited(grammar: Grammar, clause: Node) -> bool:
    """Is it what is to end something: "until they leave", not "until they left"?"""
    return not opening_words(clause).isdisjoint(grammar.language.until) and is_to_come(clause)


def opening_words(clause: Node) -> set[str]:
    """The conjunctions of a clause, and its first word where that may be one."""
    return {
        child.lower_
        for child in clause.children
        if child.dep_ == "mark" or (child.dep_ in OPENING and child.i == clause.left_edge.i)
    }


def is_to_come(clause: Node) -> bool:
    """Is a finite clause of a time that is not past?"""
    first = next((c for c in clause.children if c.dep_ in ("aux", "aux:pass", "cop")), clause)
    return has_form(first, "Fin") and "Past" not in feature(first, "Tense")


def opens_with_phrase(grammar: Grammar, word: Node) -> bool:
    """Do words such as "in case of" or "a menos que" begin the phrase or stand right before it?"""
    first = word.left_edge.i
    start = max(word.sentence.start, first - LONGEST)
    words = plain_words(word.doc, grammar.language.prepositions)
    begun = range(start, min(first + 1, word.i))
    if grammar.conditions.keys().isdisjoint(words[begun.start : begun.stop]):
        return False
    for i in begun:
        for said in grammar.conditions.get(words[i], ()):
            end = i + len(said)
            told = first <= end and tuple(words[i:end]) == said
            timed = told and " ".join(said) in grammar.language.times_if_asserted
            if (
                told
                and introduces(nodes(word.doc)[end - 1], word)
                and not (timed and is_asserted(word))
            ):
                return True
    return False


def introduces(last: Node, word: Node) -> bool:
    """Does the last word of a phrase hang on what it is said of, and not on a clause inside?"""
    while last.dep_ == "fixed":
        last = last.head
    return last.head.i == word.i or word.head.i == last.i


def is_inverted(grammar: Grammar, verb: Node) -> bool:
    """A condition without a conjunction: "Should they attack, ...".

    After a verb without object parsers take it for what that is about.
    """
    below, above = verb.children, verb.head
    if verb.dep_ == "ccomp" and above.lower_ in grammar.language.inverting:  # had ─ccomp→ left
        own = any(child.dep_ in SUBJECT for child in above.children)
        return not own and is_participle(verb) and any(c.dep_ in SUBJECT for c in below)
    opened = bool(below) and below[0].lower_ in grammar.language.inverting
    if verb.dep_ not in ("advcl", "ccomp") or not opened:
        return False
    return below[0].dep_ == "aux" and any(child.dep_ in SUBJECT for child in below[1:])
