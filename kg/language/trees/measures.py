"""What parsers hang on how long something takes, given to the noun that takes it.

visita ─nmod→ (cinco) dias ─nmod→ Papa        becomes     visita ─nmod→ Papa
pressed (Oslo for) ─obl→ years ─acl→ leave     becomes     pressed ─advcl→ leave

"De prisão" in "dez anos de prisão" says what the years are of, and stays.
"""

from spacy.attrs import LEMMA
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import language
from kg.language.trees.regrouping import Tree

NOMINAL = frozenset(["NOUN", "PROPN"])
SPECIFYING = frozenset(["det", "nummod"])
CLAUSES = frozenset(["acl", "acl:relcl"])


@Pipeline.factory(
    "measures",
    requires=["token.lemma", "token.pos", "token.dep"],
    assigns=["token.head"],
)
class MeasureMender:
    """Component: frees the phrases after "of five days" in "a visit of five days of the Pope"."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        entry = language(str(nlp.lang))
        self.units, self.prepositions = entry.time_nouns, entry.prepositions
        self.genitive = entry.genitive

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        tree = Tree(doc)
        for unit in (doc[i] for i in find_words(doc, LEMMA, self.units)):
            if is_duration(unit):
                for clause in unit.rights:
                    if clause.dep_ in CLAUSES and is_aim(clause):
                        tree.hang(clause.i, unit.head.i, "advcl")
            if is_measure(unit) and unit.head.pos_ == "NOUN":
                for phrase in unit.rights:
                    if phrase.dep_ == "nmod" and not self.is_substance(phrase):
                        tree.hang(phrase.i, unit.head.i, "nmod")
        tree.write()
        return doc

    def is_substance(self, phrase: Token) -> bool:
        """Is it a common noun after a bare "of": "of prison"?"""
        cases = [child.lower_ for child in phrase.lefts if child.dep_ == "case"]
        bare = bool(cases) and self.genitive.issuperset(cases)
        named = phrase.pos_ == "PROPN" or any(c.dep_ in SPECIFYING for c in phrase.lefts)
        return phrase.pos_ not in NOMINAL or not cases or (bare and not named)


def is_measure(unit: Token) -> bool:
    """A counted time that measures the noun above: "visita de cinco dias"."""
    labels = {child.dep_ for child in unit.lefts}
    return unit.dep_ == "nmod" and labels >= {"case", "nummod"}


def is_duration(unit: Token) -> bool:
    """A time with a preposition at a verb: "for years", but no "gave him eight days to leave"."""
    phrase = unit.dep_ == "obl" and unit.head.pos_ == "VERB"
    return phrase and any(child.dep_ == "case" for child in unit.lefts)


def is_aim(clause: Token) -> bool:
    """Is it an infinitive without a subject, a perfect or a relative: "to leave"?"""
    labels = [child.dep_ for child in clause.lefts]
    bare = labels in (["aux"], ["mark"])
    return bare and "Inf" in clause.morph.get("VerbForm", [])
