"""Annotated Doc to Extraction: the values that leave the pipeline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar, cast

from spacy.tokens import Doc, Span

from kg.extract.events import span_phrase
from kg.extract.mentions import is_people
from kg.link.offices import Holding
from kg.ontology.gazetteer import load_gazetteer
from kg.types import Article, Entity, EntityType, Extraction, Mention, MentionKind, Office, Phrase


def to_extraction(doc: Doc, article: Article) -> Extraction:
    """Everything that the steps found in an article, offsets in characters of its text."""
    spans = sorted(all_mentions(doc), key=lambda span: (span.start, span.end))
    mentions = tuple(to_mention(doc, span) for span in spans)
    offices = tuple(to_office(h, article) for h in doc._.holdings if is_stated(h))
    extraction = Extraction(
        article=article,
        sentences=sum(1 for sent in doc.sents if any(token.is_alpha for token in sent)),
        mentions=mentions,
        entities=tuple(find_entities(doc, article, used_iris(doc))),
        offices=tuple({(o.person.entity, o.office, o.title.start): o for o in offices}.values()),
        events=doc._.events,
        agreements=doc._.agreements,
    )
    return rebase(extraction, article.text)


Value = TypeVar("Value")


def rebase(value: Value, text: str) -> Value:
    """The value with every text as the article has it.

    The parser reads a text with unified quotation marks; offsets hold, so that the published
    words are found again.
    """
    if isinstance(value, tuple):
        return tuple(rebase(item, text) for item in value)  # type: ignore[return-value]
    kind: type = type(value)
    names = field_names(kind)
    if not names or isinstance(value, Article):
        return value
    old = {name: getattr(value, name) for name in names}
    new = {name: rebase(part, text) for name, part in old.items()}
    if {"text", "start", "end"} <= new.keys():
        new["text"] = text[new["start"] : new["end"]]
    return value if new == old else replace(value, **new)  # type: ignore[type-var]


@cache
def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, none of any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def all_mentions(doc: Doc) -> list[Span]:
    """Names and demonyms, and the institutions that hold them."""
    return [*doc.spans["mentions"], *doc.spans["institutions"]]


def to_mention(doc: Doc, span: Span) -> Mention:
    """A mention Span as a value."""
    decision = doc._.decisions.get((span.start, span.end))
    return Mention(
        text=span.text,
        start=span.start_char,
        end=span.end_char,
        type=mention_type(span),
        kind="name" if is_people(span) else cast(MentionKind, span.id_),
        entity=span.kb_id_ or None,
        country=country(doc, span.kb_id_),
        unsure=decision is not None and decision.unsure,
        candidates=() if decision is None else decision.candidates,
    )


def mention_type(span: Span) -> EntityType:
    """Type of a mention: an armed group is an organisation, "the Serbs" are a group of people."""
    if is_people(span):
        return "GROUP"
    return "ORG" if span.label_ == "GROUP" else cast(EntityType, span.label_)


def country(doc: Doc, iri: str) -> str | None:
    """ISO 3166-1 alpha-3 of an entity's state, from the gazetteer or an office in the text."""
    return load_gazetteer().country(iri) or doc._.countries.get(iri)


def is_stated(holding: Holding) -> bool:
    """Does the text name the holder?"""
    return holding.person is not None


def to_office(holding: Holding, article: Article) -> Office:
    """A holding with a person as a value."""
    title, doc = holding.title, holding.title.doc
    assert holding.person is not None
    of = None if holding.of is None else owner(doc, holding)
    return Office(
        person=to_mention(doc, holding.person),
        title=Phrase(title.text, title.start_char, title.end_char),
        office=title.kb_id_,
        of=of,
        sentence=span_phrase(title.sent),
        former=holding.former,
    )


def owner(doc: Doc, holding: Holding) -> Mention:
    """The state or organisation of an office; "his country" and "Putin's" by the state."""
    span = holding.of
    assert span is not None
    if span.kb_id_ and span.label_ != "PERSON":
        return to_mention(doc, span)
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
