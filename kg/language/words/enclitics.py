"""The tense of verbs with a pronoun joined to them: "reuniu-se", "encontram-se".

Treebanks split such words or hardly have them, so that the tagger guesses their tense; their form
tells it.
"""

from collections.abc import Iterator
from unicodedata import combining, normalize

from spacy.attrs import ORTH
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import column
from kg.language.languages import Language, language

PRESENT = ("a", "e", "am", "em")
"""Ends of the present in the third person."""
PLURAL = "am"
"""What the infinitive and the past differ by in the third person plural: falar, falaram."""


@Pipeline.component("enclitics", requires=["token.lemma", "token.pos"], assigns=["token.morph"])
def mend_tenses(doc: Doc) -> Doc:
    """Set the tense of such verbs; the Doc is changed in place and returned."""
    entry = language(doc.lang_)
    for token in find_joined(doc):
        tense = "Past" if is_past(token, entry) else "Pres" if is_present(token) else None
        if tense is not None:
            token.set_morph({**token.morph.to_dict(), "Tense": tense})  # type: ignore[attr-defined]
    return doc


def find_joined(doc: Doc) -> Iterator[Token]:
    """The verbs with a hyphen inside."""
    strings = doc.vocab.strings
    words = (i for i, key in enumerate(column(doc, ORTH)) if "-" in strings[key][1:-1])
    return (doc[i] for i in words if doc[i].pos_ in ("VERB", "AUX"))


def is_past(verb: Token, entry: Language) -> bool:
    """Is the form before the hyphen one of the perfect, by its end or its infinitive?"""
    form = verb.lower_.partition("-")[0]
    return form.endswith(entry.past_endings) or form == verb.lemma_ + PLURAL


def is_present(verb: Token) -> bool:
    """Is a finite form before the hyphen the stem with one of the ends: "reúne-se"?"""
    form, stem = plain(verb.lower_.partition("-")[0]), plain(verb.lemma_[:-2])
    finite = "Fin" in verb.morph.get("VerbForm", [])
    return finite and form in {stem + end for end in PRESENT}


def plain(word: str) -> str:
    """A word without its accents."""
    return "".join(char for char in normalize("NFD", word) if not combining(char))
