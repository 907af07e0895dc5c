"""The past of verbs with a pronoun joined to them: "reuniu-se", "encontraram-se".

Treebanks split such words or hardly have them, so that the tagger guesses their tense; their form
tells it.
"""

from collections.abc import Iterator

from spacy.attrs import ORTH
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import column
from kg.language.languages import Language, language

PLURAL = "am"
"""What the infinitive and the past differ by in the third person plural: falar, falaram."""


@Pipeline.component("enclitics", requires=["token.lemma", "token.pos"], assigns=["token.morph"])
def mend_tenses(doc: Doc) -> Doc:
    """Set the tense of such verbs; the Doc is changed in place and returned."""
    entry = language(doc.lang_)
    for token in find_joined(doc):
        if is_past(token, entry):
            token.set_morph({**token.morph.to_dict(), "Tense": "Past"})  # type: ignore[attr-defined]
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
