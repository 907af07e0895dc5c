"""Lemmas as the lexicon writes them, and the parts of speech that a lemma proves wrong."""

from typing import NamedTuple

import numpy as np
from spacy.attrs import LEMMA, LOWER, POS
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import column
from kg.language.conjugation import list_forms, list_plurals
from kg.language.languages import language
from kg.ontology.lexicon import load_lexicon

VERBAL = frozenset(["VERB", "AUX"])
AUXILIARY = frozenset(["aux", "aux:pass", "aux:tense"])
CLAUSE = AUXILIARY | {"nsubj", "obj", "expl", "ccomp"}
NOMINAL = frozenset(["det", "case"])
OF_NOUNS = {"VERB": NOMINAL, "AUX": NOMINAL, "ADJ": frozenset(["det", "nummod"])}
"""Part of speech to labels of what stands only before a noun: it is one, if it is known as one."""
ARGUMENT = frozenset(["nsubj", "nsubj:pass", "obj"])
"""Labels of "dezenas" where it counts who does or suffers something."""
PREDICATIVE = frozenset(["cop", "case"])
"""Labels of what a noun has when it heads a clause: "is on a visit"."""


KIND = (LOWER, LEMMA, POS)
"""What the lemma of a word is told by, as a Word has it."""


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
        self.numbers = entry.number_nouns
        self.verbs = load_lexicon(entry.code).verbs
        self.forms = list_forms(entry.code, self.verbs)
        self.nouns = load_lexicon(entry.code).nouns
        plurals = list_plurals(entry.code, self.nouns)
        self.plurals = plurals and {**plurals, **{noun: noun for noun in self.nouns}}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it; each different word is looked at once."""
        strings, lemmas = doc.vocab.strings, []
        kinds = list(zip(*(column(doc, attribute) for attribute in KIND), strict=True))
        words = {kind: Word(*(strings[key] for key in kind)) for kind in set(kinds)}
        doubtful = {kind for kind, word in words.items() if self.is_doubtful(word)}
        normal = {kind: self.normalise(word) for kind, word in words.items()}
        for i, kind in enumerate(kinds):
            lemma = normal[kind]
            if kind in doubtful and (pos := self.mend_pos(doc[i], words[kind])):
                doc[i].pos_ = pos
                lemma = self.normalise(words[kind]._replace(pos=pos))
            lemmas.append(strings.add(lemma))
        return doc.from_array(LEMMA, np.array(lemmas, dtype="uint64"))  # type: ignore[arg-type]

    def is_doubtful(self, word: Word) -> bool:
        """Can a word be tagged wrongly, whatever stands around it?"""
        if not self.forms:
            return False
        if word.lower in self.plurals and word.pos in OF_NOUNS:
            return True
        if word.pos in VERBAL:
            return not self.is_verb(word)
        counts = word.pos == "ADV" and word.lemma in self.numbers
        return counts or bare(word) in self.forms or word.lower in self.forms

    def mend_pos(self, token: Token, word: Word) -> str | None:
        """The part of speech of a doubtful word that is tagged wrongly, else None."""
        labels = {child.dep_ for child in token.children}
        if word.lower in self.plurals and labels & OF_NOUNS.get(word.pos, frozenset()):
            return "NOUN"
        if word.pos in VERBAL:
            return None if self.is_verb(word) else "NOUN"
        if word.pos == "NOUN" and self.is_participle(word, labels):
            return "VERB"
        if word.pos == "ADV" and word.lemma in self.numbers and token.dep_ in ARGUMENT:
            return "NOUN"
        if bare(word) not in self.forms or labels & PREDICATIVE:
            return None
        clause = {"NOUN": CLAUSE, "ADJ": CLAUSE, "": CLAUSE, "ADV": AUXILIARY, "DET": AUXILIARY}
        return "VERB" if labels & clause.get(word.pos, frozenset()) else None

    def is_verb(self, word: Word) -> bool:
        """Has a word the lemma or a form of a verb?"""
        return word.lemma.split(" ")[0].endswith(self.infinitive) or bare(word) in self.forms

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


def bare(word: Word) -> str:
    """The form without a clitic: "reuniu" of "reuniu-se"."""
    return word.lower.split("-")[0]
