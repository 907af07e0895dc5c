"""Two names before a verb that only a comma joins, as headlines write them.

Lula ─appos→ Petro (discuss trade)     becomes     Lula ─conj→ Petro
"""

from spacy.attrs import DEP
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.clauses import SUBJECT, finite
from kg.language.columns import find_words
from kg.language.regrouping import Tree

APPOSED = frozenset(["appos"])
NAME = frozenset(["flat", "flat:name", "compound"])
"""Labels of what a bare name consists of."""
SINGULAR = frozenset(["VBZ"])
"""Tags of verbs that have one subject, where the tagger tells no number."""


@Pipeline.component(
    "headlines", requires=["token.pos", "token.dep", "token.morph"], assigns=["token.dep"]
)
def join_names(doc: Doc) -> Doc:
    """Make the second of two names a conjunct of the first."""
    found = [i for i in find_words(doc, DEP, APPOSED) if is_joined(doc[i])]
    if found:
        tree = Tree(doc)
        for i in found:
            tree.labels[i] = "conj"
        tree.write()
    return doc


def is_joined(second: Token) -> bool:
    """A bare name after a bare name and a comma, right before their verb, which is no singular."""
    first = second.head
    verb = first.head
    if first.dep_ not in SUBJECT or not (is_bare(first) and is_bare(second)):
        return False
    joined = second.doc[second.left_edge.i - 1].text == "," and second.right_edge.i < verb.i
    between = second.doc[second.right_edge.i + 1 : verb.i]
    shown = finite(verb)
    single = "Sing" in shown.morph.get("Number", []) or shown.tag_ in SINGULAR
    return joined and not single and not any(token.is_punct for token in between)


def is_bare(name: Token) -> bool:
    """A name without article, title or attribute; what is apposed to it and its comma are none."""
    own = [child for child in name.children if child.dep_ not in ("appos", "punct")]
    return name.pos_ == "PROPN" and all(
        child.dep_ in NAME and child.pos_ == "PROPN" for child in own
    )
