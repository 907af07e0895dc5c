"""Complements and main verbs that Spanish parsers hang on a word near the one that is theirs.

volvieron ─obj→ ciudad ("a atacar la ciudad")   becomes   atacar ─obj→ ciudad
atacados ─obl→ hombres ─case→ a (tiros por)     becomes   atacados ─advmod→ a ─fixed→ tiros
supuestos ─amod→ guerrilleros                   becomes   guerrilleros ─amod→ supuestos
islamista (ROOT) ─advcl→ entraron               becomes   entraron (ROOT) ─nsubj→ milicianos
anunció ─nsubj→ sanciones                       becomes   anunció ─obj→ sanciones
hace ("hace un año") ─obl→ policía              becomes   detenido ─obl→ policía
Honduras (ROOT) ─acl→ expulsó                   becomes   expulsó (ROOT) ─nsubj→ Honduras
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.language.languages import Language
from kg.language.trees.clauses import finite
from kg.language.trees.regrouping import VERBAL, Tree

NOMINAL = frozenset(["NOUN", "PROPN"])
TOPS = frozenset(["ROOT", "conj"])
BESIDE = frozenset(["amod", "nmod", "appos"])
CLAUSES = frozenset(["advcl", "acl", "ccomp", "conj", "parataxis", "xcomp"])
OWN = frozenset(["nsubj", "nsubj:pass", "mark", "cop", "cc"])
"""Labels below a verb that is none of the sentence's subject."""


def complete(doc: Doc, tree: Tree, entry: Language) -> None:
    """All but phrases of manner."""
    for noun in doc:
        if noun.dep_ == "obj" and (verb := inner_verb(noun)) is not None:
            tree.hang(noun.i, verb.i, "obj")
        elif noun.dep_ == "nsubj" and is_late_object(noun):
            tree.labels[noun.i] = "obj"
        elif noun.lemma_ in entry.alleging and (person := alleged(noun)) is not None:
            turn_over(noun, person, tree)
    for root, verb in lost_verbs(doc):
        crown(root, verb, tree)
    for noun in doc:
        if noun.dep_ in TOPS and noun.pos_ in NOMINAL and (verb := verb_after(noun, entry)):
            make_subject(noun, verb, tree)
    for word in doc:
        if word.lower_ in entry.ago and any(c.lemma_ in entry.time_nouns for c in word.rights):
            free_ago(word, tree, entry)


def is_late_object(noun: Token) -> bool:
    """Is it a plural after a singular verb that has no object: "y anunció sanciones"?"""
    verb, shown = noun.head, finite(noun.head).morph
    own = {child.dep_ for child in verb.children}
    if noun.i < verb.i or own & {"obj", "expl", "aux:pass", "cop"} or noun.pos_ != "NOUN":
        return False
    bare = not any(child.dep_ == "case" for child in noun.lefts)
    single = "Fin" in shown.get("VerbForm", []) and "Sing" in shown.get("Number", [])
    return bare and verb.pos_ == "VERB" and single and "Plur" in noun.morph.get("Number", [])


def free_ago(word: Token, tree: Tree, entry: Language) -> None:
    """Hang what follows "hace un año" on the verb above: "fue detenido hace un año por"."""
    if word.head != word:
        for child in word.rights:
            if child.lemma_ not in entry.time_nouns and not child.is_punct:
                label = "obl" if child.dep_ in ("obj", "nmod") else child.dep_
                tree.hang(child.i, word.head.i, label)


def inner_verb(noun: Token) -> Token | None:
    """The infinitive that an object without preposition follows, if it has none of its own."""
    prepared = any(child.dep_ == "case" for child in noun.lefts)
    if prepared or noun.pos_ not in NOMINAL:
        return None
    found, verb = None, noun.head
    while inner := [c for c in verb.rights if c.dep_ == "xcomp" and is_infinitive(c)]:
        found = verb = inner[-1]
    if found is None or found.i > noun.i:
        return None
    return None if any(child.dep_ in ("obj", "ccomp") for child in found.children) else found


def is_infinitive(verb: Token) -> bool:
    """Is it an infinitive?"""
    return "Inf" in verb.morph.get("VerbForm", [])


def alleged(word: Token) -> Token | None:
    """Who is said to be one: the word right after "supuestos" that was taken for its adjective."""
    after = next(word.rights, None)
    if after is None or after.i != word.i + 1 or after.dep_ not in BESIDE:
        return None
    return after if word.pos_ in NOMINAL and after.pos_ in {*NOMINAL, "ADJ"} else None


def turn_over(word: Token, person: Token, tree: Tree) -> None:
    """Make an adjective of a word, and its head of the one after it."""
    word.pos_, person.pos_ = "ADJ", "NOUN"
    tree.heads[person.i] = person.i if word.head == word else word.head.i
    tree.labels[person.i] = word.dep_
    tree.hang(word.i, person.i, "amod")
    for child in word.children:
        if child != person:
            tree.hang(child.i, person.i, child.dep_)


def lost_verbs(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Each root that is no verb and has a subject, with the finite verb right after it."""
    for root in doc:
        if root.dep_ != "ROOT" or root.pos_ in VERBAL or root.i + 1 == len(doc):
            continue
        verb = doc[root.i + 1]
        labels = {child.dep_ for child in root.children}
        told = "Fin" in verb.morph.get("VerbForm", [])
        joined = verb.head == root and verb.dep_ in CLAUSES and verb.pos_ == "VERB"
        own = any(child.dep_ in OWN for child in verb.children)
        if told and joined and not own and "nsubj" in labels and "cop" not in labels:
            yield root, verb


def crown(root: Token, verb: Token, tree: Tree) -> None:
    """Make a verb the root, and the old root a part of the subject before it."""
    subject = [child for child in root.lefts if child.dep_ == "nsubj"][-1]
    last = root.doc[root.i - 1]
    tree.heads[verb.i], tree.labels[verb.i] = verb.i, "ROOT"
    for child in root.children:
        if child != verb:
            later = child.dep_ in CLAUSES and child.pos_ in VERBAL and child.i > verb.i
            tree.hang(child.i, verb.i, "conj" if later else child.dep_)
    inside = last.pos_ in NOMINAL and (last == subject or last.is_ancestor(subject))
    tree.hang(root.i, last.i if inside or subject in last.ancestors else subject.i, "amod")


def free_manner(manner: Span, tree: Tree) -> None:
    """Hang a phrase such as "a tiros" on the verb before it."""
    verb = next(
        (t for t in reversed(manner.doc[manner.sent.start : manner.start]) if t.pos_ in VERBAL),
        None,
    )
    tree.join(manner, "fixed")
    if verb is not None:
        tree.hang(manner.start, verb.i, "advmod")


def verb_after(noun: Token, entry: Language) -> Token | None:
    """The finite verb of a sentence that the parser took for a clause on its subject."""
    labels = {child.dep_ for child in noun.children}
    if labels & {"nsubj", "cop", "case"} or (noun.dep_ == "conj" and "cc" not in labels):
        return None
    for verb in noun.rights:
        relative = any(word.lower_ in entry.relatives for word in verb.subtree if word.i < verb.i)
        told = "Fin" in verb.morph.get("VerbForm", [])
        if verb.dep_ in ("acl", "amod") and verb.pos_ == "VERB" and told and not relative:
            return None if {child.dep_ for child in verb.children} & OWN else verb
    return None


def make_subject(noun: Token, verb: Token, tree: Tree) -> None:
    """Give a verb the noun above it as its subject, and that noun's place to the verb."""
    above = next((word for word in noun.ancestors if word.pos_ in VERBAL), None)
    tree.heads[verb.i], tree.labels[verb.i] = verb.i, "ROOT"
    tree.hang(noun.i, verb.i, "nsubj")
    if above is not None:
        tree.hang(verb.i, above.i, "conj")
    for child in noun.lefts:
        if child.dep_ in ("cc", "punct"):
            tree.hang(child.i, verb.i, child.dep_)
    for child in noun.rights:
        if child.i > verb.i:
            tree.hang(child.i, verb.i, child.dep_)
