"""The state of people and bodies that the gazetteer lacks, from those beside them.

Domestic news name a deputy, a party and a town in one breath and the state never: where everybody
and everything known in the sentence belongs to one state, so does who is unknown. States themselves
say nothing here, since whoever visits France is often no Frenchman.
"""

from collections.abc import Mapping

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span

from kg.extract.annotations import spans_of
from kg.extract.syntax.tree import sentence_of
from kg.ontology.gazetteer import load_gazetteer

UNKNOWN = frozenset(["PERSON", "ORG"])


@Pipeline.factory(
    "compatriots",
    requires=["doc.spans", "doc._.countries"],
    assigns=["doc._.countries"],
)
class CompatriotFinder:
    """Component: adds to `doc._.countries` the states of unknown people and organisations."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        spans = [*spans_of(doc, "mentions"), *spans_of(doc, "institutions")]
        countries: dict[str, str] = doc._.countries
        known: dict[int, set[str]] = {}
        for span in spans:
            if span.label_ != "STATE" and (code := self.country(span, countries)):
                known.setdefault(sentence_of(span).start, set()).add(code)
        found: dict[str, set[str]] = {}
        for span in spans:
            if span.label_ in UNKNOWN and self.is_unknown(span, countries):
                found.setdefault(span.kb_id_, set()).update(known.get(sentence_of(span).start, ()))
        countries.update({iri: min(codes) for iri, codes in found.items() if len(codes) == 1})
        return doc

    def is_unknown(self, span: Span, countries: Mapping[str, str]) -> bool:
        """Neither in the gazetteer nor with a state from a title."""
        return self.gazetteer.get(span.kb_id_) is None and self.country(span, countries) is None

    def country(self, span: Span, countries: Mapping[str, str]) -> str | None:
        """ISO 3166-1 alpha-3 of a mention, from the gazetteer or the text."""
        return self.gazetteer.country(span.kb_id_) or countries.get(span.kb_id_)
