"""Name to IRI: a gazetteer entry, or one minted from the name as this article gives it in full."""

import re
import unicodedata

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span

from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import BASE

FOLDERS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GROUP": "group",
    "PLACE": "place/XX",
    "STATE": "state",
}
ACTING = frozenset(["nsubj", "obl:agent"])
"""Relations in which the name of a seat of government stands for the government."""


@Pipeline.factory("linker", requires=["doc.spans", "token.dep"], assigns=["doc.spans"])
class Linker:
    """Component: sets `kb_id_` of every mention to one IRI."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        mentions = list(doc.spans["mentions"])
        full_names = sorted(
            {span.text for span in mentions if span.label_ == "PERSON" and not span.kb_id_},
            key=lambda name: (-len(name.split()), name),
        )
        doc.spans["mentions"] = [self.link(span, full_names) for span in mentions]
        return doc

    def link(self, span: Span, full_names: list[str]) -> Span:
        """The mention with one IRI."""
        if span.kb_id_:
            return self.link_known(span)
        if span.label_ == "PERSON":
            iri = mint("PERSON", fullest(span.text, full_names))
        else:
            iri = mint(span.label_, span.text)
        return Span(span.doc, span.start, span.end, span.label_, kb_id=iri, span_id=span.id_)

    def link_known(self, span: Span) -> Span:
        """A name of the gazetteer; that of a seat of government that acts is its state.

        "Moscow accused" is Russia, "in Moscow" the city.
        """
        entry = self.gazetteer.entry(span.kb_id_.split(" ")[0])
        iri, label, doc = entry.iri, str(entry.type), span.doc
        if entry.seat_of and span.root.dep_ in ACTING:
            iri, label = entry.seat_of, "STATE"
        return Span(doc, span.start, span.end, label, kb_id=iri, span_id=span.id_)


def fullest(name: str, full_names: list[str]) -> str:
    """The fullest name of the article that this one shortens: "Lavrov" is "Sergei Lavrov".

    full_names: the personal names of the article, longest first. A short name that could be two
    people stays as it is.
    """
    words = set(slug(name).split("-"))
    longer = [full for full in full_names if words < set(slug(full).split("-"))]
    slugs = {
        slug(full)
        for full in longer
        if not any(set(slug(full).split("-")) < set(slug(other).split("-")) for other in longer)
    }
    return longer[0] if len(slugs) == 1 else name


def mint(label: str, name: str) -> str:
    """An IRI made from a name: the same name gives the same node in every article and language."""
    return f"{BASE}{FOLDERS[label]}/{slug(name)}"


def slug(name: str) -> str:
    """Lower case, without accents, words joined by hyphens: "Kim Jong-un" is "kim-jong-un"."""
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", letters).strip("-")
