"""Lemmas as the lexicon writes them: lower case, one word, irregular forms by table."""

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.languages import language

PREDICATES = frozenset(["VERB", "AUX", "ADJ", "NOUN"])


@Pipeline.factory("lemmas", requires=["token.lemma", "token.pos"], assigns=["token.lemma"])
class LemmaNormaliser:
    """Component: rewrites `token.lemma_`."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.irregular = language(nlp.lang).irregular_lemmas

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        for token in doc:
            token.lemma_ = self.normalise(token)
        return doc

    def normalise(self, token: Token) -> str:
        """The lemma of one token: "reunir se" and "reunir-se" are "reunir"."""
        if token.pos_ in PREDICATES and token.lower_ in self.irregular:
            return self.irregular[token.lower_]
        word = token.lemma_.lower()
        return word.split(" ")[0].split("-se")[0] if token.pos_ in ("VERB", "AUX") else word
