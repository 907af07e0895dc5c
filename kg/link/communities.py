"""A people and its state or land as one: "xiitas iraquianos", "Chechen separatists"."""

from collections.abc import Iterator

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.extract.annotations import set_spans, spans_of
from kg.extract.mentions.finder import is_people
from kg.extract.mentions.name_index import build_index
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import BASE, KG


@Pipeline.factory(
    "communities",
    requires=["doc.spans", "doc._.countries", "token.dep"],
    assigns=["doc.spans", "doc._.countries"],
)
class CommunityFinder:
    """Component: joins the name of a community with the demonym that is its adjective.

    The IRI is made of those of both, so that it is one in all languages:
    community/IRQ/shiites, community/chechnya/separatists. The country is that of the demonym.
    """

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        kinds = self.gazetteer.kinds(str(KG.CommunityKind), str(nlp.lang))
        self.kinds = build_index(kinds, nlp.make_doc)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        people = dict(self.people(doc))
        demonyms = (span for span in spans_of(doc, "mentions") if span.id_ == "demonym")
        joined = [whole for span in demonyms if (whole := self.join(span, people)) is not None]
        if joined:
            spans = filter_spans([*joined, *spans_of(doc, "mentions")])
            set_spans(doc, "mentions", sorted(spans, key=lambda span: span.start))
        return doc

    def people(self, doc: Doc) -> Iterator[tuple[int, Span]]:
        """Token index to the name of a community, or kind of one, that has its head there."""
        for match, names in self.kinds.find(doc):
            kind = Span(doc, match.start, match.end, "GROUP", kb_id=names[0].iri)
            yield match.root.i, kind
        for span in spans_of(doc, "mentions"):
            if is_people(span):
                yield span.root.i, span

    def join(self, demonym: Span, people: dict[int, Span]) -> Span | None:
        """A demonym and the community beside it that the parser makes it an attribute of."""
        head = people.get(demonym.root.head.i)
        country = self.gazetteer.country(demonym.kb_id_)
        if head is None or country is None:
            return None
        if demonym.end != head.start and head.end != demonym.start:
            return None
        iri = f"{BASE}community/{local_name(demonym.kb_id_)}/{local_name(head.kb_id_).lower()}"
        demonym.doc._.countries[iri] = country
        start, end = min(demonym.start, head.start), max(demonym.end, head.end)
        return Span(demonym.doc, start, end, "GROUP", kb_id=iri, span_id="name")


def local_name(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rpartition("/")[2]
