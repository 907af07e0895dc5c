"""Annotated Doc to Extraction: the values that leave the pipeline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast, get_args, get_type_hints

from spacy.attrs import IS_ALPHA
from spacy.tokens import Doc, Span

from kg.extract.annotations import known, spans_of
from kg.extract.events import span_phrase
from kg.extract.mentions.finder import is_people
from kg.extract.syntax.tree import text_of, tree
from kg.language.columns import column
from kg.link.decisions import Decision
from kg.link.offices import Holding
from kg.ontology.gazetteer import load_gazetteer
from kg.types import Article, Entity, EntityType, Extraction, Mention, MentionKind, Office, Phrase

Decisions = Mapping[tuple[int, int], Decision]
"""First and last token of a name, the latter exclusive, to what was decided about it."""


def to_extraction(doc: Doc, article: Article) -> Extraction:
    """Everything that the steps found in an article, offsets in characters of its text."""
    spans = sorted(all_mentions(doc), key=lambda span: (span.start, span.end))
    decisions: Decisions = doc._.decisions
    mentions = tuple(to_mention(span, decisions) for span in spans)
    offices = tuple(to_office(h, decisions) for h in doc._.holdings if is_stated(h))
    extraction = Extraction(
        article=article,
        sentences=count_sentences(doc),
        mentions=mentions,
        entities=tuple(find_entities(doc, article, used_iris(doc))),
        offices=tuple({(o.person.entity, o.office, o.title.start): o for o in offices}.values()),
        events=doc._.events,
        agreements=doc._.agreements,
    )
    return extraction if text_of(doc) == article.text else rebase(extraction, article.text)


def count_sentences(doc: Doc) -> int:
    """How many sentences have a word."""
    words, sentences = column(doc, IS_ALPHA), tree(doc).sentences
    return len({sentences[i].start for i, is_word in enumerate(words) if is_word})


Value = TypeVar("Value")


def rebase(value: Value, text: str) -> Value:
    """The value with every text as the article has it.

    The parser reads a text with unified quotation marks; offsets hold, so that the published
    words are found again.
    """
    if isinstance(value, tuple):
        items = tuple(rebase(item, text) for item in value)
        return value if all(map(is_, items, value)) else items  # type: ignore[return-value]
    kind: type = type(value)
    new: dict[str, Any] = {}
    for name in telling_fields(kind):
        told = getattr(value, name)
        if told and (part := rebase(told, text)) is not told:
            new[name] = part
    if is_phrase(kind) and (said := text[value.start : value.end]) != value.text:  # type: ignore[attr-defined]
        new["text"] = said
    return replace(value, **new) if new else value  # type: ignore[type-var]


@cache
def telling_fields(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that hold words of the article somewhere below."""
    hints = get_type_hints(kind) if is_dataclass(kind) and kind is not Article else {}
    return tuple(name for name, hint in hints.items() if any(map(is_telling, parts_of(hint))))


def is_telling(kind: type) -> bool:
    """Does a type hold words of the article: its own, or those of a field?"""
    return is_phrase(kind) or bool(telling_fields(kind))


@cache
def is_phrase(kind: type) -> bool:
    """Has a type the text between two offsets?"""
    return is_dataclass(kind) and {"text", "start", "end"} <= {f.name for f in fields(kind)}


def parts_of(hint: Any) -> Iterator[type]:
    """The dataclasses in a type."""
    if is_dataclass(hint):
        yield cast(type, hint)
    for part in get_args(hint):
        yield from parts_of(part)


def all_mentions(doc: Doc) -> list[Span]:
    """Names and demonyms, and the institutions that hold them."""
    return [*spans_of(doc, "mentions"), *spans_of(doc, "institutions")]


def to_mention(span: Span, decisions: Decisions) -> Mention:
    """A mention Span as a value."""
    doc, decision = span.doc, decisions.get((span.start, span.end))
    people = is_people(span)
    start, end = span.start_char, span.end_char
    return Mention(
        text=text_of(doc)[start:end],
        start=start,
        end=end,
        type=mention_type(span, people=people),
        kind="name" if people else cast(MentionKind, span.id_),
        entity=span.kb_id_ or None,
        country=country(doc, span.kb_id_),
        unsure=decision is not None and decision.unsure,
        candidates=() if decision is None else decision.candidates,
    )


def mention_type(span: Span, *, people: bool) -> EntityType:
    """Type of a mention: an armed group is an organisation, "the Serbs" are a group of people."""
    if people:
        return "GROUP"
    return "ORG" if span.label_ == "GROUP" else cast(EntityType, span.label_)


def country(doc: Doc, iri: str) -> str | None:
    """ISO 3166-1 alpha-3 of an entity's state, from the gazetteer or an office in the text."""
    return load_gazetteer().country(iri) or known(doc).countries.get(iri)


def is_stated(holding: Holding) -> bool:
    """Does the text name the holder?"""
    return holding.person is not None


def to_office(holding: Holding, decisions: Decisions) -> Office:
    """A holding with a person as a value."""
    title = holding.title
    assert holding.person is not None
    of = None if holding.of is None else owner(holding, decisions)
    return Office(
        person=to_mention(holding.person, decisions),
        title=Phrase(title.text, title.start_char, title.end_char),
        office=title.kb_id_,
        of=of,
        sentence=span_phrase(title.sent),
        former=holding.former,
    )


def owner(holding: Holding, decisions: Decisions) -> Mention:
    """The state or organisation of an office; "his country" and "Putin's" by the state."""
    span = holding.of
    assert span is not None
    if span.kb_id_ and span.label_ != "PERSON":
        return to_mention(span, decisions)
    state = load_gazetteer().state(holding.country) if holding.country else None
    return Mention(
        span.text,
        span.start_char,
        span.end_char,
        "STATE",
        "nominal",
        state.iri if state else None,
        holding.country,
    )


def used_iris(doc: Doc) -> list[str]:
    """IRIs of all mentions, referents and arguments, each once, sorted."""
    iris = {span.kb_id_ for span in all_mentions(doc)}
    iris |= {iri for found in doc._.referents.values() for iri in found}
    iris |= {argument.entity for event in doc._.events for argument in event.arguments}
    return sorted(iri for iri in iris if iri)


def find_entities(doc: Doc, article: Article, iris: Iterable[str]) -> Iterator[Entity]:
    """The entities of an article, with their labels in its language."""
    gazetteer = load_gazetteer()
    mentions: dict[str, list[Span]] = defaultdict(list)
    for span in all_mentions(doc):
        mentions[span.kb_id_].append(span)
    for iri in iris:
        entry = gazetteer.get(iri)
        if entry is not None:
            yield Entity(iri, entry.type, entry.label(article.lang), entry.country)
        else:
            fullest = max(mentions[iri], key=lambda span: (len(span.text), -span.start))
            yield Entity(iri, cast(EntityType, fullest.label_), fullest.text, country(doc, iri))
