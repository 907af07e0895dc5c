"""Lemmas as the lexicon writes them, and the parts of speech that a lemma proves wrong."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from spacy.attrs import LEMMA, LOWER, POS
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import column
from kg.language.languages import language
from kg.language.words.conjugation import list_forms, list_plurals
from kg.ontology.lexicon import load_lexicon

VERBAL = frozenset(["VERB", "AUX"])
AUXILIARY = frozenset(["aux", "aux:pass", "aux:tense"])
CLAUSE = AUXILIARY | {"nsubj", "obj", "expl", "ccomp"}
VERBS_OWN = AUXILIARY | {"nsubj", "expl"}
"""Labels of what only a verb has."""
NOMINAL = frozenset(["det", "case"])
OF_NOUNS = {"VERB": NOMINAL, "AUX": NOMINAL, "ADJ": frozenset(["det", "nummod"])}
"""Part of speech to labels of what stands only before a noun: it is one, if it is known as one."""
CLAUSAL = frozenset(["acl", "advcl", "xcomp", "ROOT"])
"""Labels of participles that the tagger had no tag for: "o ministro, preso em Roma"."""
ARGUMENT = frozenset(["nsubj", "nsubj:pass", "obj"])
"""Labels of "dezenas" where it counts who does or suffers something."""
PREDICATIVE = frozenset(["cop", "case"])
"""Labels of what a noun has when it heads a clause: "is on a visit"."""


KIND = (LOWER, LEMMA, POS)
"""What the lemma of a word is told by, as a Word has it."""
REMEMBERED = 50_000
"""Words whose lemmas are kept."""


class Word(NamedTuple):
    """A form in lower case, its lemma and its part of speech, as the pipeline has them."""

    lower: str
    lemma: str
    pos: str


@Pipeline.factory(
    "lemmas",
    requires=["token.lemma", "token.pos", "token.dep"],
    assigns=["token.lemma", "token.pos"],
)
class LemmaNormaliser:
    """Component: rewrites `token.lemma_`, lower case and one word, and mends `token.pos_`.

    In a language with a table of conjugation, a form of a known verb that has a subject or object
    is a verb, and what is tagged as a verb without the lemma of one is a noun.
    """

    def __init__(self, nlp: Pipeline, name: str) -> None:
        entry = language(str(nlp.lang))
        self.irregular = entry.irregular_lemmas
        self.infinitive = entry.infinitive
        self.gerunds = entry.joined_gerunds
        self.numbers = entry.number_nouns
        self.verbs = load_lexicon(entry.code).verbs
        self.forms = list_forms(entry.code, self.verbs)
        self.nouns = load_lexicon(entry.code).nouns
        plurals = list_plurals(entry.code, self.nouns)
        self.known: dict[tuple[int, ...], tuple[int, Word | None]] = {}
        self.plurals = plurals and {**plurals, **{noun: noun for noun in self.nouns}}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it; each different word is looked at once."""
        strings = doc.vocab.strings
        if len(self.known) > REMEMBERED:
            self.known.clear()
        kinds = list(zip(*(column(doc, attribute) for attribute in KIND), strict=True))
        for kind in set(kinds).difference(self.known):
            word = Word(*(strings[key] for key in kind))
            doubtful = word if self.is_doubtful(word) else None
            self.known[kind] = strings.add(self.normalise(word)), doubtful
        known = [self.known[kind] for kind in kinds]
        lemmas = [lemma for lemma, _ in known]
        for i, word in [(i, word) for i, (_, word) in enumerate(known) if word is not None]:
            if pos := self.mend_pos(doc[i], word):
                doc[i].pos_ = pos
                lemmas[i] = strings.add(self.normalise(word._replace(pos=pos)))
        return doc.from_array(LEMMA, np.array(lemmas, dtype="uint64"))  # type: ignore[arg-type]

    def is_doubtful(self, word: Word) -> bool:
        """Can a word be tagged wrongly, whatever stands around it?"""
        if not self.forms:
            return False
        if word.lower in self.plurals and word.pos in OF_NOUNS:
            return True
        if word.pos in VERBAL:
            return not self.is_verb(word) or self.is_noun(word)
        counts = word.pos == "ADV" and word.lemma in self.numbers
        return counts or bare(word) in self.forms or word.lower in self.forms

    def mend_pos(self, token: Token, word: Word) -> str | None:
        """The part of speech of a doubtful word that is tagged wrongly, else None."""
        labels = {child.dep_ for child in token.children}
        if word.lower in self.plurals and labels & OF_NOUNS.get(word.pos, frozenset()):
            return "NOUN"
        if word.lower in self.plurals and word.pos in OF_NOUNS and is_bare_object(token, labels):
            return "NOUN"
        if word.pos in VERBAL:
            return "NOUN" if not self.is_verb(word) or self.is_noun(word, labels) else None
        if word.pos == "NOUN" and (self.is_participle(word, labels) or self.has_clitic(word)):
            return "VERB"
        if word.pos == "ADV" and word.lemma in self.numbers and token.dep_ in ARGUMENT:
            return "NOUN"
        if bare(word) not in self.forms:
            return None
        if not word.pos and token.dep_ in CLAUSAL and not labels & NOMINAL:
            token.set_morph("VerbForm=Part")  # type: ignore[attr-defined]
            return "VERB"
        if labels & PREDICATIVE:
            return None
        clause = {"NOUN": CLAUSE, "ADJ": CLAUSE, "": CLAUSE, "ADV": AUXILIARY, "DET": AUXILIARY}
        return "VERB" if labels & clause.get(word.pos, frozenset()) else None

    def is_verb(self, word: Word) -> bool:
        """Has a word the lemma or a form of a verb?"""
        return word.lemma.split(" ")[0].endswith(self.infinitive) or bare(word) in self.forms

    def has_clitic(self, word: Word) -> bool:
        """A form of a verb that holds a pronoun: "acusándola", "declararlos"."""
        infinitive = self.forms.get(word.lower) if self.gerunds else None
        if infinitive is None:
            return False
        longer = word.lower.startswith(infinitive) and word.lower != infinitive
        return longer or any(part in word.lower for part in self.gerunds)

    def is_noun(self, word: Word, labels: Collection[str] = ()) -> bool:
        """A known noun and the form of an unknown verb, without what only verbs have: "gesto"."""
        known = word.lower in self.nouns and word.lemma not in self.verbs
        return known and bare(word) not in self.forms and VERBS_OWN.isdisjoint(labels)

    def is_participle(self, word: Word, labels: set[str]) -> bool:
        """A form of a verb and of no noun after a copula: "foi expulso"."""
        known = word.lower in self.forms and word.lower not in self.nouns
        return known and "cop" in labels and not labels & NOMINAL

    def normalise(self, word: Word) -> str:
        """The lemma of one word: that of "reuniu-se" is "reunir"."""
        if word.lower in self.irregular:
            return self.irregular[word.lower]
        lemma = word.lemma.lower()
        if word.pos not in VERBAL:
            return lemma if lemma in self.nouns else self.plurals.get(word.lower, lemma)
        lemma = lemma.split(" ")[0].split("-")[0]
        return lemma if lemma in self.verbs else self.forms.get(bare(word), lemma)


def is_bare_object(token: Token, labels: Collection[str]) -> bool:
    """Has a plural without article no place but an object's: "matou civis", "moveu blindados"?

    A participle that says how somebody is agrees with him: "continuam presos".
    """
    if "Plur" not in token.morph.get("Number", []) or not CLAUSE.isdisjoint(labels):
        return False
    plain = token.i > token.head.i and "case" not in labels
    if token.pos_ == "ADJ" or token.dep_ == "obj":
        return plain and token.dep_ == "obj"
    single = "Sing" in token.head.morph.get("Number", [])
    return plain and token.dep_ == "xcomp" and single and token.head.pos_ == "VERB"


def bare(word: Word) -> str:
    """The form without a clitic: "reuniu" of "reuniu-se"."""
    return word.lower.split("-")[0]
