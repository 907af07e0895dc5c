"""All that one article says, as its own named graph."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import chain

from pyoxigraph import NamedNode, Quad

from kg.fingerprint import RELEASE, digest_article
from kg.graph.article.reports import (
    Reports,
    describe_reports,
    describe_sentence,
    find_reports,
    name_reports,
)
from kg.graph.article.sketch import sketch
from kg.graph.rdf.iris import article_iri, mint, state_iri
from kg.graph.rdf.terms import (
    LABEL,
    TRUE,
    TYPE,
    Statement,
    day,
    decimal,
    node,
    number,
    plain,
    uri,
    words,
)
from kg.ontology.entries import is_community
from kg.ontology.namespaces import DCTERMS, KG, PROV, RDFS, SCHEMA
from kg.types import Agreement, Article, EntityType, Extraction, Office, Phrase

ENTITY_CLASSES: dict[EntityType, NamedNode] = {
    "STATE": node(KG.State),
    "PERSON": node(KG.Person),
    "ORG": node(KG.Organisation),
    "PLACE": node(KG.Place),
    "GROUP": node(KG.ArmedGroup),
}


def article_triples(extraction: Extraction, *, extractor: str = RELEASE) -> Iterator[Quad]:
    """What an article says, in the graph whose IRI is the article's; see docs/graph-model.md.

    The same extraction gives the same quads, perhaps some of them twice, in no promised order.
    extractor: the version that read the article.
    Raises DataError for an event class that is not in the ontology.
    """
    article = extraction.article
    iri = article_iri(article.id)
    reports = name_reports(iri, extraction.events)
    statements = chain(
        _describe_article(iri, article, extractor),
        _describe_entities(extraction),
        _describe_mentions(extraction),
        _describe_unsure_links(iri, extraction),
        describe_reports(iri, reports, article.lang, extractor),
        _describe_tenures(iri, extraction),
        _describe_agreements(iri, extraction, reports),
    )
    for subject, predicate, value in statements:
        yield Quad(subject, predicate, value, iri)


def _describe_article(iri: NamedNode, article: Article, extractor: str) -> Iterator[Statement]:
    yield iri, TYPE, node(KG.Article)
    yield iri, TYPE, node(SCHEMA.NewsArticle)
    yield iri, node(DCTERMS.identifier), plain(article.id)
    yield iri, node(DCTERMS.language), plain(article.lang)
    yield iri, node(KG.sha256), plain(sha256(article.text.encode()).hexdigest())
    yield iri, node(KG.inputDigest), plain(digest_article(article, extractor))
    if digits := sketch(article):
        yield iri, node(KG.textSketch), plain(digits)
    if article.title:
        yield iri, node(DCTERMS.title), words(article.title, article.lang)
    if article.date:
        yield iri, node(DCTERMS.issued), day(article.date)
    if article.url:
        yield iri, node(SCHEMA.url), uri(article.url)
    if article.source:
        yield iri, node(DCTERMS.publisher), plain(article.source)


def _describe_entities(extraction: Extraction) -> Iterator[Statement]:
    for entity in extraction.entities:
        iri = node(entity.iri)
        community = is_community(entity.iri)
        yield iri, TYPE, node(KG.Community) if community else ENTITY_CLASSES[entity.type]
        yield iri, LABEL, words(entity.label, extraction.article.lang)
        if entity.country:
            yield iri, node(KG.country), state_iri(entity.country)


def _describe_mentions(extraction: Extraction) -> Iterator[Statement]:
    """The words for each entity, pronouns apart: "he" names nobody."""
    for mention in extraction.mentions:
        if mention.entity and mention.kind != "pronoun":
            text = words(mention.text, extraction.article.lang)
            yield node(mention.entity), node(KG.mentionedAs), text


def _describe_unsure_links(article: NamedNode, extraction: Extraction) -> Iterator[Statement]:
    """Names that may well mean another of their candidates, with what spoke for each."""
    for mention in extraction.mentions:
        if not mention.unsure:
            continue
        iri = mint("linking", article.value, mention.start, mention.end)
        best, *others = mention.candidates
        reasons = ", ".join(f"{name} {value:+.2f}" for name, value in best.reasons)
        yield iri, TYPE, node(KG.UnsureLink)
        yield iri, node(PROV.wasDerivedFrom), article
        yield iri, node(KG.mentionText), words(mention.text, extraction.article.lang)
        yield iri, node(KG.mentionStart), number(mention.start)
        yield iri, node(KG.mentionEnd), number(mention.end)
        yield iri, node(KG.linkedTo), node(mention.entity or best.iri)
        yield iri, node(KG.score), decimal(max(0.0, min(best.score, 1.0)))
        yield iri, node(RDFS.comment), words(reasons, "en")
        for other in others:
            yield iri, node(KG.couldBe), node(other.iri)


def _describe_tenures(article: NamedNode, extraction: Extraction) -> Iterator[Statement]:
    """Each office and its holder once an article, with the first sentence that states it."""
    seen = set()
    for office in extraction.offices:
        if office.person.entity is None:
            continue
        iri = mint("tenure", article.value, *_office_key(office))
        if iri not in seen:
            seen.add(iri)
            yield from _describe_tenure(iri, article, office, extraction.article)


def _office_key(office: Office) -> tuple[str | None, str, str | None, bool]:
    of = office.of.entity if office.of else None
    return office.person.entity, office.office or office.title.text.lower(), of, office.former


def _describe_tenure(
    iri: NamedNode, article_node: NamedNode, office: Office, article: Article
) -> Iterator[Statement]:
    yield iri, TYPE, node(KG.Tenure)
    yield iri, node(PROV.wasDerivedFrom), article_node
    yield iri, node(KG.officeTitle), words(office.title.text, article.lang)
    yield from describe_sentence(iri, office.sentence, article.lang)
    if office.person.entity:
        yield iri, node(KG.holder), node(office.person.entity)
    if office.office:
        yield iri, node(KG.officeKind), node(office.office)
    if office.of is not None and office.of.entity:
        yield iri, node(KG.officeOf), node(office.of.entity)
    if office.former:
        yield iri, node(KG.former), TRUE
    if article.date:
        yield iri, node(KG.asOf), day(article.date)


def _describe_agreements(
    article: NamedNode, extraction: Extraction, reports: Reports
) -> Iterator[Statement]:
    lang = extraction.article.lang
    for agreement in extraction.agreements:
        iri = _agreement_iri(article, agreement)
        yield from _name_agreement(iri, article, agreement.text, lang)
        for report in find_reports(reports, agreement.trigger) if agreement.trigger else ():
            yield iri, node(KG.signedIn), report
        for part in agreement.parts:
            part_iri = _agreement_iri(article, part)
            yield iri, node(DCTERMS.hasPart), part_iri
            yield from _name_agreement(part_iri, article, part.text, lang)


def _agreement_iri(article: NamedNode, phrase: Agreement | Phrase) -> NamedNode:
    return mint("agreement", article.value, phrase.start, phrase.end)


def _name_agreement(
    iri: NamedNode, article: NamedNode, text: str, lang: str
) -> Iterator[Statement]:
    yield iri, TYPE, node(KG.Agreement)
    yield iri, node(PROV.wasDerivedFrom), article
    yield iri, LABEL, words(text, lang)
