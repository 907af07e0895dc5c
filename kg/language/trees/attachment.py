"""Words that the French pipelines hang on the wrong noun or verb, told from forms and closed words.

gardiens (de la) révolution ─amod→ iraniens        becomes     gardiens ─amod→ iraniens
quitté ─advcl→ prise ─mark→ que, "Oslo, que"       becomes     Oslo ─acl:relcl→ prise
duré ─mark→ à, duré ─nsubj→ Oslo, "visite à Oslo"  becomes     visite ─nmod→ Oslo ─case→ à
enquête ─acl→ visant ─obj→ Oslo                    becomes     enquête ─nmod→ Oslo ─case→ visant
engagé ─obl→ Macron, "Macron, qui..., s'est engagé"  becomes   engagé ─nsubj→ Macron

heads (token indices) and labels are lists, one entry a token, and are changed in place.
"""

from spacy.attrs import DEP, LOWER, POS
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import Language
from kg.language.trees.hanging import hang

ADJECTIVE = frozenset(["ADJ"])
PREPOSITION = frozenset(["ADP"])
NOMINAL = frozenset(["NOUN", "PROPN"])
SUBJECT = frozenset(["nsubj", "nsubj:pass"])
NAME = frozenset(["PROPN"])
PERSON = frozenset(["PER", "PERSON"])
STRAY = frozenset(["obl", "obl:mod", "dislocated", "vocative", "dep", "parataxis"])
"""Labels that parsers give a name far before its verb."""


def reattach(doc: Doc, heads: list[int], labels: list[str], entry: Language) -> None:
    """Hang what a Doc has of such words where they belong."""
    if not entry.stray_objects:
        return
    for i in find_words(doc, LOWER, entry.relatives):
        mark_relative(doc[i], heads, labels)
    for i in find_words(doc, LOWER, entry.bare_adverbs):
        if not any(child.dep_ in ("det", "case") for child in doc[i].children):
            labels[i] = "advmod"
    mend_subjects(doc, heads, labels)
    for i in find_words(doc, POS, ADJECTIVE):
        find_noun(doc[i], heads, labels)
    for i in find_words(doc, POS, PREPOSITION):
        find_phrase(doc[i], heads, labels)


def mend_subjects(doc: Doc, heads: list[int], labels: list[str]) -> None:
    """Give verbs the subjects that stand before them, of the right voice."""
    for i in find_words(doc, DEP, SUBJECT):
        join_subject(doc[i], heads, labels)
        free_subject(doc[i], heads, labels)
        if is_active(doc[i].head):
            labels[i] = labels[i].removesuffix(":pass")
    for i in find_words(doc, POS, NAME):
        if is_bare_name(doc[i]):
            find_verb(doc[i], heads, labels)


def turn_participles(doc: Doc, heads: list[int], labels: list[str], entry: Language) -> None:
    """Make prepositions of the participles that count as some, when objects have been found."""
    if entry.stray_objects:
        for i in find_words(doc, LOWER, frozenset(entry.prepositions)):
            turn_participle(doc[i], heads, labels)


def mark_relative(pronoun: Token, heads: list[int], labels: list[str]) -> None:
    """Tell a relative clause by its pronoun and finite verb: "Oslo, que les rebelles ont prise".

    After a noun and a comma, "que" opens nothing else.
    """
    verb = pronoun.head
    own = any(child.dep_ in SUBJECT for child in verb.children)
    if pronoun.dep_ != "mark" or not own or not is_finite(verb):
        return
    if labels[verb.i] == "acl":
        labels[verb.i] = "acl:relcl"
    elif labels[verb.i] == "advcl" and pronoun.i > 1 and pronoun.doc[pronoun.i - 1].text == ",":
        noun = pronoun.doc[pronoun.i - 2]
        if noun.pos_ in NOMINAL and verb.head in noun.ancestors:
            hang(verb.i, noun.i, "acl:relcl", heads, labels)


def join_subject(noun: Token, heads: list[int], labels: list[str]) -> None:
    """Make the second subject of a verb a conjunct of the first: "Oslo ... et Rome ont"."""
    if any(child.dep_ == "cc" for child in noun.lefts):
        first = next((c for c in noun.head.lefts if c.dep_ in SUBJECT and c.i < noun.i), None)
        if first is not None:
            hang(noun.i, first.i, "conj", heads, labels)


def free_subject(noun: Token, heads: list[int], labels: list[str]) -> None:
    """Hang the subject of an auxiliary on its verb: "L'Iran ─nsubj→ a (de son côté) exigé"."""
    if labels[noun.head.i].startswith("aux"):
        hang(noun.i, heads[noun.head.i], "nsubj", heads, labels)


def is_active(verb: Token) -> bool:
    """Has a verb "avoir" for its auxiliary and no other: "ont démenti"?"""
    helping = [child for child in verb.children if child.dep_.startswith("aux")]
    return [child.lemma_ for child in helping] == ["avoir"]


def is_bare_name(name: Token) -> bool:
    """Is it the name of somebody with which a sentence begins, and that has no preposition?"""
    first = name.left_edge.i == name.sent.start and not any(
        child.dep_ == "case" for child in name.lefts
    )
    return first and name.ent_type_ in PERSON and name.dep_ in STRAY


def find_verb(name: Token, heads: list[int], labels: list[str]) -> None:
    """Make the name before a verb without a subject its subject: "Macron, qui l'a vu, s'engage"."""
    verb = name.head
    own = any(child.dep_ in SUBJECT for child in verb.children)
    if verb.pos_ == "VERB" and name.i < verb.i and is_finite(verb) and not own:
        hang(name.i, verb.i, "nsubj", heads, labels)


def turn_participle(verb: Token, heads: list[int], labels: list[str]) -> None:
    """Make a preposition of the participle that counts as one: "une enquête visant Oslo"."""
    if verb.pos_ != "VERB" or labels[verb.i] != "acl":
        return
    for noun in verb.rights:
        if labels[noun.i] in ("obj", "obl") and not any(labels[c.i] == "case" for c in noun.lefts):
            hang(noun.i, heads[verb.i], "nmod", heads, labels)
            hang(verb.i, noun.i, "case", heads, labels)
            return


def find_noun(adjective: Token, heads: list[int], labels: list[str]) -> None:
    """Hang an adjective on the noun that it agrees with: "les gardiens de la paix français"."""
    noun = adjective.head
    if labels[adjective.i] != "amod" or adjective.i < noun.i or agrees(adjective, noun):
        return
    if labels[noun.i] == "nmod" and noun.head.pos_ in NOMINAL and agrees(adjective, noun.head):
        hang(adjective.i, noun.head.i, "amod", heads, labels)


def agrees(adjective: Token, noun: Token) -> bool:
    """Do gender and number of two words not differ, as far as both show them?"""
    shown = (
        (adjective.morph.get(name, []), noun.morph.get(name, [])) for name in ("Gender", "Number")
    )
    return all(not one or not other or one == other for one, other in shown)


def find_phrase(preposition: Token, heads: list[int], labels: list[str]) -> None:
    """Hang a noun on the subject before it, whose preposition the parser gave to the verb.

    "La visite de Lula ─nsubj→ a ←mark─ à ... Oslo ─nsubj→ duré".
    """
    verb, noun = preposition.head, preposition.doc[min(preposition.i + 1, len(preposition.doc) - 1)]
    if preposition.dep_ != "mark" or not is_finite(verb) or preposition.i > verb.i:
        return
    if noun.head != verb or labels[noun.i] not in SUBJECT or noun.pos_ not in NOMINAL:
        return
    subject = next((c for c in verb.lefts if labels[c.i] in SUBJECT and c.i < noun.i), None)
    hang(preposition.i, noun.i, "case", heads, labels)
    if subject is not None:
        hang(noun.i, subject.i, "nmod", heads, labels)
    else:
        labels[noun.i] = "obl"


def is_finite(verb: Token) -> bool:
    """Is a verb or an auxiliary of it finite?"""
    words = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    return any("Fin" in word.morph.get("VerbForm", []) for word in words)
