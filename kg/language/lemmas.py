"""Lemmas as the lexicon writes them, and the parts of speech that a lemma proves wrong."""

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

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
        """Annotate the Doc in place and return it."""
        for token in doc:
            if self.forms and (pos := self.mend_pos(token)):
                token.pos_ = pos
            token.lemma_ = self.normalise(token)
        return doc

    def mend_pos(self, token: Token) -> str | None:
        """The part of speech of a token that is tagged wrongly, else None."""
        labels = {child.dep_ for child in token.children}
        form = bare(token)
        if token.lower_ in self.plurals and labels & OF_NOUNS.get(token.pos_, frozenset()):
            return "NOUN"
        if token.pos_ in VERBAL:
            known = token.lemma_.split(" ")[0].endswith(self.infinitive) or form in self.forms
            return None if known else "NOUN"
        if token.pos_ == "NOUN" and self.is_participle(token, labels):
            return "VERB"
        if token.pos_ == "ADV" and token.lemma_ in self.numbers and token.dep_ in ARGUMENT:
            return "NOUN"
        if form not in self.forms or labels & PREDICATIVE:
            return None
        clause = {"NOUN": CLAUSE, "ADJ": CLAUSE, "": CLAUSE, "ADV": AUXILIARY, "DET": AUXILIARY}
        return "VERB" if labels & clause.get(token.pos_, frozenset()) else None

    def is_participle(self, token: Token, labels: set[str]) -> bool:
        """A form of a verb and of no noun after a copula: "foi expulso"."""
        known = token.lower_ in self.forms and token.lower_ not in self.nouns
        return known and "cop" in labels and not labels & NOMINAL

    def normalise(self, token: Token) -> str:
        """The lemma of one token: that of "reuniu-se" is "reunir"."""
        if token.lower_ in self.irregular:
            return self.irregular[token.lower_]
        word = token.lemma_.lower()
        if token.pos_ not in VERBAL:
            return word if word in self.nouns else self.plurals.get(token.lower_, word)
        word = word.split(" ")[0].split("-")[0]
        return word if word in self.verbs else self.forms.get(bare(token), word)


def bare(token: Token) -> str:
    """The form without a clitic, lower case: "reuniu" of "reuniu-se"."""
    return token.lower_.split("-")[0]
