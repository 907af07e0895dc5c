"""What earlier steps say of a Doc, set by hand."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from kg.link.offices import Holding


def annotate(
    doc: Doc,
    *,
    referents: Mapping[int, str] | None = None,
    holdings: Sequence[Holding] = (),
    countries: Mapping[str, str] | None = None,
    namesakes: Sequence[str] = (),
) -> Doc:
    """Set the annotations of linking; referents: token index to IRI."""
    for name in ("referents", "holdings", "countries", "decisions", "namesakes"):
        Doc.set_extension(name, default=None, force=True)
    doc._.referents = {i: (iri,) for i, iri in (referents or {}).items()}
    doc._.holdings = list(holdings)
    doc._.countries = dict(countries or {})
    doc._.decisions = {}
    doc._.namesakes = frozenset(namesakes)
    return doc


def mention(doc: Doc, start: int, end: int, label: str, iri: str = "", kind: str = "name") -> Span:
    """Add a mention to a Doc and return it."""
    span = Span(doc, start, end, label, kb_id=iri, span_id=kind)
    doc.spans["mentions"] = sorted([*doc.spans["mentions"], span], key=lambda s: s.start)
    return span


def title(doc: Doc, start: int, end: int, iri: str) -> Span:
    """Add a title of office to a Doc and return it."""
    span = Span(doc, start, end, "TITLE", kb_id=iri)
    doc.spans["titles"] = [*doc.spans["titles"], span]
    return span
