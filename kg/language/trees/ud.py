"""One mapping of dependency labels to Universal Dependencies, so that rules are written once.

The English pipelines label as ClearNLP does: a preposition heads its noun. UD has it the other
way round. This component renames labels and turns prepositional phrases over, in place:

    sent ─prep→ to ─pobj→ Kyiv      becomes      sent ─obl→ Kyiv ─case→ to
"""

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words, read_heads, read_strings
from kg.language.languages import Language, language, load_table
from kg.language.trees.repairs import repair
from kg.ontology.lexicon import load_lexicon

PREPOSITION_LABELS = frozenset(["prep", "agent", "dative"])
VERBAL = frozenset(["VERB", "AUX", "ADJ", "ADV"])
ADJECTIVAL = frozenset(["ADJ", "ADV"])
CORE = frozenset(["nsubj", "nsubjpass", "dobj", "pobj"])


@Pipeline.component("ud", requires=["token.dep", "token.head"], assigns=["token.dep", "token.head"])
def to_universal_dependencies(doc: Doc) -> Doc:
    """Relabel a Doc by the map of its language; the Doc is changed in place and returned."""
    entry = language(doc.lang_)
    names = load_table()[entry.labels]
    heads, labels = read_heads(doc), read_strings(doc, DEP, names)
    nouns = load_lexicon(entry.code).nouns
    prepositions = [doc[i] for i in find_words(doc, DEP, PREPOSITION_LABELS)]
    for preposition in prepositions:
        if stands_for_noun(preposition.head):
            preposition.head.pos_ = "PRON"
        elif is_act(preposition, entry) and preposition.head.lower_ in nouns:
            preposition.head.pos_, preposition.head.lemma_ = "NOUN", preposition.head.lower_
    for preposition in prepositions:
        turn_over(preposition, heads, labels)
    repair(doc, heads, labels, entry)
    return rewrite(doc, heads, labels)


def stands_for_noun(word: Token) -> bool:
    """Is a word that is tagged as an adjective a subject or object: "freed most of them"?"""
    return word.pos_ in ADJECTIVAL and word.dep_ in CORE


def is_act(preposition: Token, entry: Language) -> bool:
    """Is the word above a gerund that is a subject or object, as nouns are: "shelling of Sumy"?"""
    word = preposition.head
    gerund = word.tag_ == "VBG" and word.pos_ == "VERB" and word.dep_ in CORE
    return gerund and preposition.lower_ in entry.genitive


def turn_over(preposition: Token, heads: list[int], labels: list[str]) -> None:
    """Make the noun the head of its prepositions, or the clause that of its marker."""
    prepositions, inner = complement(preposition)
    if inner is None or is_inside(preposition):
        return
    heads[inner.i] = heads[preposition.i]
    labels[inner.i] = phrase_label(preposition, inner)
    for word in prepositions:
        for child in word.children:
            heads[child.i] = inner.i
        labels[word.i] = "mark" if inner.dep_ == "pcomp" else "case"
        heads[word.i] = inner.i
    heads[inner.i] = preposition.head.i


def complement(preposition: Token) -> tuple[list[Token], Token | None]:
    """A preposition with those stacked on it ("because of"), and what they govern."""
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.tag_ != "IN":
            return [preposition], child
    for child in preposition.children:
        if child.dep_ in ("prep", "pcomp"):
            stacked, inner = complement(child)
            return [preposition, *stacked], inner
    # "Described it as irresponsible": the adjective is what the preposition governs.
    adjectives = (c for c in preposition.rights if c.dep_ == "amod" and c.pos_ == "ADJ")
    return [preposition], next(adjectives, None)


def is_inside(preposition: Token) -> bool:
    """Does it belong to a preposition above it, which turns both over?"""
    above = preposition.head
    return above.dep_ in PREPOSITION_LABELS and preposition.i in {p.i for p in complement(above)[0]}


def phrase_label(preposition: Token, inner: Token) -> str:
    """UD label of a prepositional phrase, from what it depends on."""
    if preposition.dep_ == "agent":
        return "obl:agent"
    verbal = preposition.head.pos_ in VERBAL
    if inner.dep_ == "pcomp":
        return "advcl" if verbal else "acl"
    return "obl" if verbal else "nmod"


def rewrite(doc: Doc, heads: list[int], labels: list[str]) -> Doc:
    """Set heads (token indices) and labels of a Doc in place."""
    array = np.empty((len(doc), 2), dtype="uint64")
    array[:, 0] = np.array([head - i for i, head in enumerate(heads)], dtype="int64").astype(
        "uint64"
    )
    array[:, 1] = np.array([doc.vocab.strings.add(label) for label in labels], dtype="uint64")
    return doc.from_array([HEAD, DEP], array)  # type: ignore[arg-type]
