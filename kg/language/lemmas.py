"""Lemmas as the lexicon writes them: lower case, one word, verbs by their conjugation."""

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.conjugation import list_forms
from kg.language.languages import language
from kg.ontology.lexicon import load_lexicon

VERBAL = frozenset(["VERB", "AUX"])


@Pipeline.factory("lemmas", requires=["token.lemma", "token.pos"], assigns=["token.lemma"])
class LemmaNormaliser:
    """Component: rewrites `token.lemma_`."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        assert nlp.lang is not None
        self.irregular = language(nlp.lang).irregular_lemmas
        self.verbs = load_lexicon(nlp.lang).verbs
        self.forms = list_forms(nlp.lang, self.verbs)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        for token in doc:
            token.lemma_ = self.normalise(token)
        return doc

    def normalise(self, token: Token) -> str:
        """The lemma of one token: that of "reuniu-se" is "reunir"."""
        if token.lower_ in self.irregular:
            return self.irregular[token.lower_]
        word = token.lemma_.lower()
        if token.pos_ not in VERBAL:
            return word
        word = word.split(" ")[0].split("-")[0]
        form = token.lower_.split("-")[0]
        return word if word in self.verbs else self.forms.get(form, word)
