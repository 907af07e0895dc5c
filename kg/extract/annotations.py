"""What earlier steps say of the words of a Doc, by token index, gathered once for later steps.

Annotations of a Doc are slow to ask for, and a list of all titles in an article is slow to search
for each participant of each event.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc, Span

from kg.types import EntityType


@dataclass(frozen=True, slots=True)
class Known:
    """Referents, titles of office and countries of a Doc."""

    referents: Mapping[int, tuple[str, ...]]
    """Token to the IRIs that the phrase headed by it stands for."""
    titles: frozenset[int]
    """The heads of the titles."""
    holders: Mapping[int, tuple[Span, Span]]
    """Head of a title that has a holder, or word of the holder, to the title and the holder."""
    notables: frozenset[str]
    """IRIs of the people who hold an office somewhere in the text, or may be in the gazetteer."""
    countries: Mapping[str, str]
    """IRI to the ISO 3166-1 alpha-3 of the state that the article gives it."""


def set_spans(doc: Doc, group: str, spans: list[Span]) -> None:
    """Give a Doc a group of spans, and keep them for `spans_of`."""
    doc.spans[group] = spans
    doc.user_data[group] = doc.spans[group], spans


def spans_of(doc: Doc, group: str) -> list[Span]:
    """The spans of a group, kept until another takes its name: spaCy makes them anew when asked."""
    spans = doc.spans[group]
    kept: tuple[object, list[Span]] | None = doc.user_data.get(group)
    if kept is None or kept[0] is not spans:
        kept = doc.user_data[group] = spans, list(spans)
    return kept[1]


def known(doc: Doc) -> Known:
    """What is known of a Doc; to be asked after the last step that links."""
    found: Known | None = doc.user_data.get("known")
    if found is None:
        found = doc.user_data["known"] = gather(doc)
    return found


def gather(doc: Doc) -> Known:
    """The same, read off its annotations; of two titles of a word the first counts."""
    holders: dict[int, tuple[Span, Span]] = {}
    titles, notables = set(), set(doc._.namesakes or ())
    for holding in doc._.holdings:
        title, person = holding.title, holding.person
        titles.add(title.root.i)
        if person is not None:
            notables.add(person.kb_id_)
            for i in (title.root.i, *range(person.start, person.end)):
                holders.setdefault(i, (title, person))
    return Known(doc._.referents, frozenset(titles), holders, frozenset(notables), doc._.countries)


def mention_at(doc: Doc) -> dict[int, Span]:
    """Token index to the name or demonym that covers it, made once for a Doc.

    To be asked after the linker, which is the last step that changes the mentions: going through
    all of them for each question would cost the square of an article's length.
    """
    index: dict[int, Span] | None = doc.user_data.get("mention_at")
    if index is None:
        spans = spans_of(doc, "mentions") if "mentions" in doc.spans else ()
        index = {i: span for span in spans for i in range(span.start, span.end)}
        doc.user_data["mention_at"] = index
    return index


def entity_types(doc: Doc) -> Mapping[str, EntityType]:
    """IRI to the type of its first mention, made once for a Doc, after institutions are found."""
    types: dict[str, EntityType] | None = doc.user_data.get("entity_types")
    if types is None:
        spans = [*spans_of(doc, "mentions"), *spans_of(doc, "institutions")]
        types = {span.kb_id_: cast(EntityType, span.label_) for span in reversed(spans)}
        doc.user_data["entity_types"] = types
    return types
