"""Verbs told one after another, where parsers make one a clause of another.

convocou (ROOT) ─ccomp→ lamentou              becomes   lamentou (ROOT) ─conj→ convocou
convocou ─nsubj→ encarregado, after the verb  becomes   convocou ─obj→ encarregado
lamentó ─advcl→ convocó                       becomes   lamentó ─conj→ convocó
(ont) attaqué ─obj→ ville ─acl→ tué           becomes   attaqué ─conj→ tué

They have one form, or are participles of one auxiliary, commas part them and "and" stands before
the last: "Paris lamentou o incidente, convocou o encarregado e ameaçou partir". "Ten died, said
Oslo and confirmed Bonn" is none, since a verb of saying has who speaks after it.
"""

from spacy.attrs import DEP
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import language
from kg.language.trees.clauses import SUBJECT, has_subject, is_bare_participle, is_like
from kg.language.trees.regrouping import VERBAL, Tree
from kg.ontology.lexicon import load_lexicon

LOOSE = frozenset(["acl", "advcl", "ccomp", "dep", "parataxis"])
"""Labels that parsers give to a verb of a series."""
OPENING = frozenset(["cc", "mark"])
OBJECT = frozenset(["obj", "ccomp", "xcomp"])


@Pipeline.factory(
    "series",
    requires=["token.lemma", "token.pos", "token.dep", "token.morph"],
    assigns=["token.head", "token.dep"],
)
class SeriesMender:
    """Component: joins the second verb of a series to the first."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.speech = load_lexicon(language(str(nlp.lang)).code).speech_verbs

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        tree = Tree(doc)
        for loose in (doc[i] for i in find_words(doc, DEP, LOOSE)):
            if (above := verb_above(loose)) is None:
                continue
            first, second = sorted((loose, above), key=lambda verb: verb.i)
            joined = may_join(first, second, loose) and self.goes_on(second)
            last = find_last(first, second) if joined else None
            if last is not None:
                join(tree, first, second, last)
        tree.write()
        return doc

    def goes_on(self, verb: Token) -> bool:
        """Does who acted first do this too? A verb of saying has then what is said after it."""
        after = {child.dep_ for child in verb.rights}
        return verb.lemma_ not in self.speech or bool(after & OBJECT and not after & SUBJECT)


def verb_above(loose: Token) -> Token | None:
    """The verb that a verb hangs on, or its noun: "attaqué la ville, tué dix soldats"."""
    if loose.dep_ != "acl":
        return loose.head
    return loose.head.head if loose.head.dep_ == "obj" and is_bare_participle(loose) else None


def may_join(first: Token, second: Token, loose: Token) -> bool:
    """Are two verbs of one form and subject, told one after the other?"""
    if not (first.pos_ == second.pos_ == "VERB" and has_subject(first) and is_next(first, second)):
        return False
    if any(child.dep_ in OPENING for child in loose.lefts):
        return False
    before = [child for child in second.lefts if child.i > first.i]
    if any(child.dep_ in SUBJECT | OPENING for child in before):
        return False
    starts = (child.left_edge.i for child in before if not child.is_punct)
    return second.doc[min(starts, default=second.i) - 1].text == ","


def is_next(first: Token, verb: Token) -> bool:
    """Is a verb of the form of another, or a participle with an object that has its auxiliary?"""
    auxiliaries = {child.dep_ for child in first.lefts}
    if "aux" in auxiliaries and "aux:pass" not in auxiliaries and is_bare_participle(verb):
        after = (*verb.rights, *first.rights)
        return any(child.dep_ in OBJECT and child.i > verb.i for child in after)
    return is_like(first, verb)


def find_last(first: Token, second: Token) -> Token | None:
    """A later verb with "and" before it, joined to one of two or to a noun of theirs."""
    after = (token for token in second.doc[second.i + 1 : second.sent.end] if token.dep_ == "conj")
    for verb in after:
        told = verb.head in (first, second) or verb.head.pos_ not in VERBAL
        opened = any(child.dep_ == "cc" for child in verb.lefts)
        if verb.pos_ == "VERB" and told and opened and not has_subject(verb):
            return verb if is_next(first, verb) else None
    return None


def join(tree: Tree, first: Token, second: Token, last: Token) -> None:
    """Make the second and last conjuncts of the first; what follows the second is its object."""
    if first.is_ancestor(second):
        for child in first.rights:
            if child.dep_ == "obj" and second.i < child.i < last.i:
                tree.hang(child.i, second.i, "obj")
    else:
        lift(tree, first, second)
    for child in second.rights:
        if child.dep_ in SUBJECT:
            tree.labels[child.i] = "obj"
    tree.hang(second.i, first.i, "conj")
    tree.hang(last.i, second.i, "conj")


def lift(tree: Tree, first: Token, second: Token) -> None:
    """Put the first verb where the second stands, with all before it."""
    above = first.i if second.head == second else second.head.i
    tree.heads[first.i], tree.labels[first.i] = above, second.dep_
    for child in second.lefts:
        if child.i < first.i:
            tree.heads[child.i] = first.i
