"""What an article's own acronyms stand for: "o Novo Banco de Desenvolvimento (NBD)", then "o NBD".

The long form is found by the letters of the short one, from its last word back, after A. Schwartz
and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text",
2003; here only whole words count.
"""

from collections.abc import Iterator

from spacy.attrs import ORTH
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span

from kg.extract.annotations import set_spans, spans_of
from kg.extract.syntax.tree import tree
from kg.language.columns import find_names
from kg.link.names import mint
from kg.ontology.gazetteer import load_gazetteer
from kg.slug import slug

SHORTEST, LONGEST = 2, 10
"""Letters of an acronym."""
BODIES = frozenset(["ORG", "GROUP"])
"""Types of what is called by an acronym here; states and places are in the gazetteer."""


@Pipeline.factory("acronyms", requires=["doc.spans"], assigns=["doc.spans"])
class AcronymFinder:
    """Component: one IRI for an organisation's name and the acronym explained beside it.

    The gazetteer's where it knows either of them. The name is a mention in full, even where the
    recogniser took a part of it only.
    """

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        for short, name in list(self.explained(doc)) if "(" in tree(doc).words else []:
            self.unite(doc, short, name)
        return doc

    def explained(self, doc: Doc) -> Iterator[tuple[str, Span]]:
        """The acronyms of a Doc in brackets, each with the name before it.

        That has the letters of the acronym, or is an organisation of the gazetteer, whose acronym
        may be of another language.
        """
        known = {s.end: s for s in spans_of(doc, "mentions") if self.is_known_body(s)}
        for i, word in enumerate(tree(doc).words[:-2]):
            if word != "(" or doc[i + 2].text not in (")", ","):
                continue
            short = doc[i + 1].text
            if short.isalpha() and short.isupper() and SHORTEST <= len(short) <= LONGEST:
                start = find_start(doc, i - 1, slug(short), tree(doc).sentences[i].start)
                if start is not None:
                    yield short, Span(doc, start, i, "ORG")
                elif i in known:
                    yield short, known[i]

    def is_known_body(self, span: Span) -> bool:
        """Is it an organisation of the gazetteer?"""
        return span.label_ in BODIES and self.gazetteer.get(span.kb_id_) is not None

    def unite(self, doc: Doc, short: str, name: Span) -> None:
        """Give an acronym, wherever it stands, and its name the same IRI."""
        spans = [*spans_of(doc, "mentions"), *spans_of(doc, "institutions")]
        whole = [s for s in spans if (s.start, s.end) == (name.start, name.end)]
        marked = [span for span in spans if span.text == short]
        known = [s for s in [*whole, *marked] if self.gazetteer.get(s.kb_id_) is not None]
        if any(span.label_ not in BODIES for span in known) or len({s.kb_id_ for s in known}) > 1:
            return
        iri = [*(s.kb_id_ for s in [*known, *whole]), mint("ORG", name.text)][0]
        full = Span(doc, name.start, name.end, "ORG", kb_id=iri, span_id="name")
        kept = [span for span in spans_of(doc, "institutions") if apart(span, full)]
        set_spans(doc, "institutions", [*kept, *([] if whole else [full])])
        fresh = [
            Span(doc, i, i + 1, "ORG", kb_id=iri, span_id="name")
            for i in find_names(doc, ORTH, [short])
        ]
        fresh += [full] if whole else []
        others = [
            span
            for span in spans_of(doc, "mentions")
            if all(apart(span, own) for own in fresh)
            and (apart(span, full) or self.gazetteer.get(span.kb_id_) is not None)
        ]
        set_spans(doc, "mentions", sorted([*others, *fresh], key=lambda span: span.start))


def find_start(doc: Doc, last: int, letters: str, first: int) -> int | None:
    """Where the words begin that have these letters and end at a token; None if nowhere.

    first: the token before which they cannot. Every capital has a letter, and other words may.
    """
    if not letters:
        return last + 1 if doc[last + 1].text[0].isupper() else None
    if last < first or not doc[last].is_alpha:
        return None
    fits = slug(doc[last].text)[:1] == letters[-1]
    if doc[last].text[0].isupper():
        return find_start(doc, last - 1, letters[:-1], first) if fits else None
    skipped = find_start(doc, last - 1, letters, first)
    if skipped is None and fits:
        return find_start(doc, last - 1, letters[:-1], first)
    return skipped


def apart(one: Span, other: Span) -> bool:
    """Have two spans no token in common?"""
    return one.end <= other.start or other.end <= one.start
