"""Who holds which office of which state, as the text states it.

Read off the words beside a title rather than off the parse: "the Russian president, V. Putin",
"o ministro das Relações Exteriores da Rússia, S. Lavrov", "S. Lavrov, ministro ... da Rússia".
Appositions are what statistical parsers get wrong most, and their order hardly varies.
"""

from dataclasses import dataclass

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token

from kg.language import language
from kg.ontology.gazetteer import load_gazetteer

REACH = 4
"""Words between a title and the state or person that belongs to it."""
OWNERS = frozenset(["STATE", "ORG", "PLACE", "GROUP"])
BRIDGES = frozenset(["ADP", "DET", "ADJ", "PART", "SPACE"])
APPOSITION = frozenset([",", "(", "—", "–", "-"])


@dataclass(frozen=True)
class Holding:
    """A title in the text with its holder and what it is an office of; None where unsaid."""

    title: Span
    person: Span | None
    of: Span | None
    country: str | None
    """ISO 3166-1 alpha-3 of the state."""


@Pipeline.factory("offices", requires=["doc.spans"], assigns=["doc._.holdings", "doc._.countries"])
class OfficeFinder:
    """Component: `doc._.holdings`, one a title, and `doc._.countries`, person IRI to ISO code."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.language = language(nlp.lang)
        for attribute in ("holdings", "countries"):
            Doc.set_extension(attribute, default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        doc._.holdings, doc._.countries = [], {}
        mention_at = {token.i: span for span in doc.spans["mentions"] for token in span}
        for title in doc.spans["titles"]:
            holding = self.read(title, mention_at)
            doc._.holdings.append(holding)
            if holding.person is not None and holding.country:
                doc._.countries.setdefault(holding.person.kb_id_, holding.country)
        return doc

    def read(self, title: Span, mention_at: dict[int, Span]) -> Holding:
        """A title with what stands beside it."""
        of = owner_before(title, mention_at) or owner_after(title, mention_at)
        country = self.country(of) if of is not None else None
        end = of.end if of is not None and of.start >= title.end else title.end
        if of is None and (noun := self.country_noun(title)):
            country, end = self.antecedent_country(title), noun.i + 1
            of = title.doc[noun.i : noun.i + 1] if country else None
        person = person_right(title, end, mention_at) or person_left(title, of, mention_at)
        return Holding(title, person, of, country)

    def country(self, mention: Span) -> str | None:
        """ISO code of the state that a mention is, or belongs to."""
        return self.gazetteer.country(mention.kb_id_) if mention.kb_id_ else None

    def country_noun(self, title: Span) -> Token | None:
        """The noun of "of his country", "de seu país" right after a title."""
        for token in title.doc[title.end : title.end + REACH]:
            if token.lemma_.lower() in self.language.country_nouns:
                before = title.doc[title.end : token.i]
                possessed = any(word.lower_ in self.language.possessives for word in before)
                return token if possessed else None
        return None

    def antecedent_country(self, title: Span) -> str | None:
        """Whose country: that of the last person of the sentence before the title."""
        doc = title.doc
        people = [
            span
            for span in doc.spans["mentions"]
            if title.sent.start <= span.start < title.start and span.label_ == "PERSON"
        ]
        for person in reversed(people):
            if country := doc._.countries.get(person.kb_id_):
                return str(country)
        return None


def owner_before(title: Span, mention_at: dict[int, Span]) -> Span | None:
    """The state before a title: "Russian president", "North Korea's foreign minister"."""
    doc = title.doc
    for i in range(title.start - 1, max(title.sent.start, title.start - REACH) - 1, -1):
        mention = mention_at.get(i)
        if mention is not None and doc[i].dep_ not in ("nsubj", "obj"):
            return mention if mention.label_ in OWNERS else None
        if doc[i].pos_ not in ("ADJ", "PART", "NOUN"):
            return None
    return None


def owner_after(title: Span, mention_at: dict[int, Span]) -> Span | None:
    """The state after a title: "presidente da Rússia", "chanceler interino russo"."""
    doc = title.doc
    for i in range(title.end, min(title.sent.end, title.end + REACH)):
        mention = mention_at.get(i)
        if mention is not None:
            apart = i == title.end and mention.id_ == "name"
            return mention if mention.label_ in OWNERS and not apart else None
        if doc[i].pos_ not in BRIDGES:
            return None
    return None


def person_right(title: Span, end: int, mention_at: dict[int, Span]) -> Span | None:
    """The person named after a title and its state, with or without a comma."""
    doc = title.doc
    for i in range(end, min(title.sent.end, end + REACH)):
        mention = mention_at.get(i)
        if mention is not None:
            return mention if mention.label_ == "PERSON" else None
        if doc[i].text not in APPOSITION and doc[i].pos_ not in ("ADJ", "SPACE"):
            return None
    return None


def person_left(title: Span, of: Span | None, mention_at: dict[int, Span]) -> Span | None:
    """The person before a title in apposition: "S. Lavrov, (the) (Russian) foreign minister"."""
    doc = title.doc
    i = min(title.start, of.start if of is not None else title.start) - 1
    while i > title.sent.start and doc[i].pos_ in ("DET", "ADJ", "PART"):
        i -= 1
    if doc[i].text not in APPOSITION or i <= title.sent.start:
        return None
    mention = mention_at.get(i - 1)
    return mention if mention is not None and mention.label_ == "PERSON" else None
