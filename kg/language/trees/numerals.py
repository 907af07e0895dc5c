"""What is counted heads its numeral: "50 milhões de dólares" is about dollars.

    doou ─obj→ 50 ─nmod→ dólares ─case→ de      becomes      doou ─obj→ dólares ─nummod→ 50

The Portuguese treebank makes the numeral the head where the words between it and the noun count
too; the extraction asks for the noun.
"""

from spacy.attrs import LEMMA
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import Language, language
from kg.language.trees.regrouping import Tree

BESIDE = frozenset(["amod", "nmod", "appos"])
"""Labels of a counted noun below a numeral that was taken for a noun."""
COUNTING = frozenset(["flat", "fixed", "compound", "nummod", "advmod"])


@Pipeline.component(
    "numerals", requires=["token.lemma", "token.pos", "token.dep"], assigns=["token.head"]
)
def hang_numerals(doc: Doc) -> Doc:
    """Turn each numeral and the noun that it counts over; the Doc is changed in place."""
    entry = language(doc.lang_)
    counts = [doc[i] for i in find_words(doc, LEMMA, entry.number_nouns)]
    above = {token.i for count in counts for token in (count, *count.ancestors)}
    numbers = [doc[i] for i in sorted(above)]
    found = [(number, noun) for number in numbers if (noun := counted(number, entry)) is not None]
    if found:
        tree = Tree(doc)
        for number, noun in found:
            turn_over(tree, number, noun)
        tree.write()
    return doc


def counted(number: Token, entry: Language) -> Token | None:
    """The noun that a numeral of several words governs with a genitive preposition."""
    if number.pos_ == "NOUN":
        return counted_plainly(number, entry)
    if number.pos_ != "NUM":
        return None
    counts = [t for t in number.subtree if t.lemma_ in entry.number_nouns and t.pos_ == "NUM"]
    noun = next((child for child in number.rights if child.dep_ == "nmod"), None)
    if not counts or noun is None or noun.pos_ != "NOUN":
        return None
    cases = [entry.prepositions.get(c.lower_, c.lower_) for c in noun.lefts if c.dep_ == "case"]
    return noun if len(cases) == 1 and cases[0] in entry.genitive else None


def counted_plainly(number: Token, entry: Language) -> Token | None:
    """The noun right after a numeral that was taken for a noun: "deux cents soldats"."""
    told = number.lemma_ in entry.number_nouns and any(c.dep_ == "nummod" for c in number.lefts)
    after = next(number.rights, None) if told else None
    if after is None or after.pos_ != "NOUN" or after.dep_ not in BESIDE:
        return None
    return after if after.i == number.i + 1 else None


def turn_over(tree: Tree, number: Token, noun: Token) -> None:
    """Give the noun the place of its numeral; what else hung on the numeral hangs on the noun."""
    above, label = tree.heads[number.i], tree.labels[number.i]
    tree.heads[noun.i], tree.labels[noun.i] = (noun.i if above == number.i else above), label
    for child in number.children:
        if child != noun and child.dep_ not in COUNTING:
            tree.heads[child.i] = noun.i
    for case in noun.lefts:
        if case.dep_ == "case":
            tree.heads[case.i], tree.labels[case.i] = number.i, "fixed"
    tree.heads[number.i], tree.labels[number.i] = noun.i, "nummod"
