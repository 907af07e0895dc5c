"""Mend what parsers of a language get wrong as a rule, told from its closed-class words.

    ils ont parlé ─advmod→ lors ─obl→ visite      becomes      parlé ─obl→ visite ─case→ lors
    venue ─aux:pass→ est                          becomes      venue ─aux→ est
    violé ─dep→ espace                            becomes      violé ─obj→ espace

Each step is for the languages whose entry in `languages.yaml` has the words that it asks for.
heads (token indices) and labels are lists, one entry a token, and are changed in place.
"""

from collections.abc import Iterable

from spacy.attrs import LEMMA, LOWER, POS
from spacy.tokens import Doc, Span, Token

from kg.language.columns import find_words
from kg.language.languages import Language
from kg.language.trees.attachment import reattach, turn_participles

LONGEST = 4
"""Words in a compound preposition."""
VERBAL = frozenset(["VERB", "AUX", "ADJ", "ADV"])
VERB = frozenset(["VERB"])
ASTRAY = frozenset(["nmod", "appos"])
"""Labels of an object below the oblique before it."""


def repair(doc: Doc, heads: list[int], labels: list[str], entry: Language) -> None:
    """All repairs of a Doc in turn."""
    for words in compound_prepositions(doc, entry):
        lift(words, heads, labels)
    active = {*find_words(doc, LEMMA, entry.never_passive), *find_reflexives(doc, entry)}
    verbs = set(find_words(doc, POS, VERB)) if entry.stray_objects else set[int]()
    clauses = {i for i, label in enumerate(labels) if label == "acl"}
    reattach(doc, heads, labels, entry)
    for i in sorted(active | verbs | clauses):
        if i in active:
            make_active(doc[i], labels)
        elif i in verbs:
            find_object(doc[i], heads, labels, entry)
        if i in clauses and doc[i].head.pos_ == "VERB" and is_infinitive(doc[i]):
            labels[i] = "xcomp"
    turn_participles(doc, heads, labels, entry)


def compound_prepositions(doc: Doc, entry: Language) -> list[Span]:
    """The prepositions of several words that a Doc has, longest first at each place."""
    if not entry.compound_prepositions:
        return []
    found = []
    for start in range(len(doc)):
        for size in range(min(LONGEST, len(doc) - start), 1, -1):
            words = doc[start : start + size]
            if spell_preposition(words, entry) in entry.compound_prepositions:
                found.append(words)
                break
    return found


def spell_preposition(words: Iterable[Token], entry: Language) -> str:
    """Words of a preposition with contractions undone: "au cours du" is "à cours de"."""
    said = " ".join(entry.prepositions.get(token.lower_, token.lower_) for token in words)
    return said.replace("' ", "'")


def lift(words: Span, heads: list[int], labels: list[str]) -> None:
    """Make the noun after a compound preposition the head of its words, in their place."""
    top = words.root
    inner = words[-1].head
    if inner.i <= words.end - 1 or inner.head not in words or top.head == top:
        return
    heads[inner.i] = top.head.i
    labels[inner.i] = "obl" if top.head.pos_ in VERBAL else "nmod"
    for child in [*words, *top.children]:
        if child != inner:
            heads[child.i] = inner.i
    for word in words:
        labels[word.i] = "case"


def is_infinitive(token: Token) -> bool:
    """An infinitive, which on a verb is its complement: "menace de fermer"."""
    return "Inf" in token.morph.get("VerbForm", [])


def find_reflexives(doc: Doc, entry: Language) -> list[int]:
    """Verbs with a reflexive pronoun, whose auxiliary is none of a passive: "s'est alignée"."""
    pronouns = [doc[i] for i in find_words(doc, LOWER, entry.reflexives)]
    return [word.head.i for word in pronouns if word.dep_.startswith("expl") and word.head != word]


def make_active(verb: Token, labels: list[str]) -> None:
    """Take the passive from the labels below a verb that has none."""
    for child in verb.children:
        labels[child.i] = labels[child.i].removesuffix(":pass")


def find_object(verb: Token, heads: list[int], labels: list[str], entry: Language) -> None:
    """Give a verb without an object the noun after it that looks like one: "a violé l'espace".

    It may hang on the oblique before it: "a livré à l'Ukraine quatorze chars".
    """
    for child in verb.rights:
        if labels[child.i] == "obj" and is_date(child, entry):
            labels[child.i] = "obl"
    if any(labels[child.i] in ("obj", "ccomp", "cop", "aux:pass") for child in verb.children):
        return
    below = [child for child in verb.rights if labels[child.i] == "obl"]
    astray = [
        noun
        for child in below
        for noun in child.rights
        if labels[noun.i] in ASTRAY and not follows_comma(noun)
    ]
    for noun in [*verb.rights, *astray]:
        if noun.pos_ in ("NOUN", "PROPN") and is_lost_object(noun, verb, labels, entry):
            heads[noun.i], labels[noun.i] = verb.i, "obj"
            return


def is_date(noun: Token, entry: Language) -> bool:
    """A day without article, which is no object: "a rencontré dimanche"."""
    return noun.lemma_ in entry.time_nouns and not any(
        child.dep_ in ("det", "nummod", "case") for child in noun.children
    )


def follows_comma(noun: Token) -> bool:
    """Does its phrase stand after a comma, as one that explains another does?"""
    start = noun.left_edge.i
    return any(token.is_punct for token in noun.doc[max(start - 1, 0) : start + 1])


def is_lost_object(noun: Token, verb: Token, labels: list[str], entry: Language) -> bool:
    """A noun without preposition and with another label, or one with a partitive article."""
    before = [word for word in noun.children if labels[word.i] in ("case", "cop", "mark", "nsubj")]
    if not before:
        measured = any(labels[word.i] in ("det", "nummod") for word in noun.children)
        bare = measured and noun.lemma_ not in entry.time_nouns
        label = labels[noun.i]
        if label == "appos" and noun.left_edge.i == verb.i + 1:
            return True  # "ont pressé M. Haddad de": no verb has an apposition
        return label in entry.stray_objects or (bare and label in ("obl", "nmod", "appos"))
    return (
        labels[noun.i] == "obl"
        and noun.left_edge.i == verb.i + 1
        and verb.lemma_ not in entry.genitive_verbs
        and [word.lower_ in entry.partitives for word in before] == [True]
    )
