"""What parsers do not know of headlines: a comma for "and", and verbs that look like nouns.

Lula ─appos→ Petro (discuss trade)     becomes     Lula ─conj→ Petro
Mali ─appos→ Chad (and Niger)          becomes     Mali ─conj→ Chad
march ─nummod→ Thousands (in Oslo)     becomes     march ─nsubj→ Thousands, and a verb
"""

from spacy.attrs import DEP
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import language
from kg.language.trees.clauses import SUBJECT, finite
from kg.language.trees.regrouping import VERBAL, Tree
from kg.ontology.lexicon import load_lexicon

APPOSED = frozenset(["appos"])
NAME = frozenset(["flat", "flat:name", "compound"])
"""Labels of what a bare name consists of."""
ROOT = frozenset(["ROOT"])
LIST = ("cc", "conj", "case")
"""Labels of what a name in a list has."""
PLURAL, SINGLE = "NNS", "NN"
"""Tags of nouns, where a noun before another one is hardly ever plural."""
PRESENT = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
OF_VERB = {"nmod": "obl", "compound": "obj"}
"""Label below a noun to that below the verb that it is."""
SINGULAR = frozenset(["VBZ"])
"""Tags of verbs that have one subject, where the tagger tells no number."""


@Pipeline.component(
    "headlines",
    requires=["token.pos", "token.dep", "token.morph"],
    assigns=["token.dep", "token.pos"],
)
def join_names(doc: Doc) -> Doc:
    """Make the second of two names a conjunct of the first, and a noun the verb that it is."""
    apposed = [doc[i] for i in find_words(doc, DEP, APPOSED)]
    found = [second.i for second in apposed if is_joined(second) or is_listed(second)]
    roots = [doc[i] for i in find_words(doc, DEP, ROOT) if doc[i].tag_ == SINGLE]
    verbs = [root for root in roots if is_hidden_verb(root)]
    if found or verbs:
        tree = Tree(doc)
        for verb in verbs:
            make_verb(verb, tree)
        for i in found:
            tree.labels[i] = "conj"
        tree.write()
    return doc


def is_hidden_verb(noun: Token) -> bool:
    """The form of a known verb after plural actors, where no other verb is: "Thousands march"."""
    before = noun.doc[max(noun.i - 1, noun.sent.start)]
    if before.tag_ != PLURAL or before.head != noun or before.left_edge.i > noun.sent.start:
        return False
    lexicon, counts = load_lexicon(noun.lang_), language(noun.lang_).number_nouns
    known = noun.lower_ in lexicon.verbs and before.lemma_ in lexicon.actors | counts
    return known and not any(word.pos_ in VERBAL for word in noun.sent)


def make_verb(noun: Token, tree: Tree) -> None:
    """Make a noun the verb of the one before it, and phrases of it phrases of a verb."""
    noun.pos_ = "VERB"
    noun.set_morph(PRESENT)  # type: ignore[attr-defined]
    for child in noun.children:
        before = child.i == noun.i - 1
        tree.labels[child.i] = "nsubj" if before else OF_VERB.get(child.dep_, child.dep_)


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


def is_listed(second: Token) -> bool:
    """A bare name after a name and a comma, with one more after "and": "Mali, Chad and Niger"."""
    joined = [child for child in second.rights if child.dep_ == "conj"]
    words = [*second.rights, *(word for name in joined for word in name.lefts)]
    comma = second.doc[second.left_edge.i - 1].text == ","
    names = (second.head, second, *joined)
    return comma and any(w.dep_ == "cc" for w in words) and all(is_bare(n, *LIST) for n in names)


def is_bare(name: Token, *besides: str) -> bool:
    """A name without article, title or attribute; what is apposed to it and its comma are none.

    besides: labels of more that may hang on it.
    """
    own = [child for child in name.children if child.dep_ not in ("appos", "punct", *besides)]
    return name.pos_ == "PROPN" and all(
        child.dep_ in NAME and child.pos_ == "PROPN" for child in own
    )
