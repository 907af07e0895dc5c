"""Ministries, courts, armies and governments of a state: "o Ministério da Defesa da Ucrânia".

A government stands for its state. Any other institution is an organisation of its own, with the
state as its country, named by its words: no list is needed.
"""

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.extract.mentions import mention_at
from kg.extract.phrases import noun_phrase
from kg.extract.slots import Grammar
from kg.language import language
from kg.link.names import mint
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import load_lexicon


@Pipeline.factory(
    "institutions",
    requires=["doc.spans", "doc._.countries", "token.dep"],
    assigns=["doc.spans", "doc._.countries"],
)
class InstitutionFinder:
    """Component: sets `doc.spans["institutions"]` and their `doc._.countries`."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.language = language(nlp.lang)
        self.grammar = Grammar(self.language, load_lexicon(nlp.lang))
        self.nouns = self.language.institution_nouns | self.language.government_nouns

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        found = list(doc.spans["institutions"])
        found += [span for token in doc if (span := self.phrase(token)) is not None]
        named = [self.identify(span) for span in filter_spans(found)]
        doc.spans["institutions"] = [span for span in named if span is not None]
        return doc

    def phrase(self, token: Token) -> Span | None:
        """The phrase of a noun for an institution."""
        return noun_phrase(token) if token.lemma_.lower() in self.nouns else None

    def identify(self, span: Span) -> Span | None:
        """The span with its IRI, None when it names no state."""
        names = mention_at(span.doc)
        inner = [names[token.i] for token in span if token.i in names]
        inside = [name for name in inner if span.start <= name.start and name.end <= span.end]
        countries = [c for mention in inside if (c := self.gazetteer.country(mention.kb_id_))]
        if not countries:
            return None
        return Span(
            span.doc,
            span.start,
            span.end,
            "ORG",
            kb_id=self.iri(span, countries[0]),
            span_id="name" if span[0].text[0].isupper() or names_owner(inside) else "nominal",
        )

    def iri(self, span: Span, country: str) -> str:
        """The state for its government, else an organisation of that state."""
        if span.root.lemma_.lower() in self.language.government_nouns:
            return self.gazetteer.state(country).iri
        iri = mint("ORG", span.text)
        span.doc._.countries.setdefault(iri, country)
        return iri


def names_owner(inside: list[Span]) -> bool:
    """Is it the body of a state or ruler ("Danish army"), not of a region or city?"""
    return any(mention.label_ in ("STATE", "PERSON") for mention in inside)
