"""Small graphs in the model of the project, written by hand: what the reader of RDF has to meet."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib import Dataset, Graph, Literal, URIRef

from kg.graph.rdf.union import Writer, named_quads
from kg.ontology.namespaces import (
    BASE,
    DCTERMS,
    GAF,
    KG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    XSD,
)

CLASSES = {
    "state": KG.State,
    "person": KG.Person,
    "organisation": KG.Organisation,
    "group": KG.ArmedGroup,
    "place": KG.Place,
}
Names = dict[str, str]


@dataclass(frozen=True)
class Story:
    """An article."""

    id: str
    lang: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Telling:
    """A report: the trigger stands between brackets in the sentence; equal events are one."""

    story: str
    event: str
    type: str
    sentence: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    quantity: str | None = None
    theme: str | None = None
    whom: str | None = None
    """The words for a target that names nobody."""
    polarity: str = "positive"
    modality: str = "actual"
    says: tuple[str, ...] = ()
    says_text: str | None = None
    exchange: str | None = None
    score: float = 1.0
    rule: str = "pt-rule"


@dataclass(frozen=True)
class Holding:
    """An office and its holder."""

    story: str
    person: str
    title: str
    of: str | None
    sentence: str
    kind: str | None = None


@dataclass(frozen=True)
class World:
    """All of it. entities: "person/ana-lima" to its names by language; the first is the text's."""

    stories: tuple[Story, ...]
    entities: dict[str, Names]
    tellings: tuple[Telling, ...] = ()
    holdings: tuple[Holding, ...] = ()
    mentioned: tuple[tuple[str, str], ...] = ()
    """(story, entity) beyond those of events and offices."""
    countries: dict[str, str] | None = None
    links: dict[str, str] | None = None
    agreements: tuple[tuple[str, str, str], ...] = ()
    """(story, event that signs it, name)."""


def iri(*parts: str) -> URIRef:
    return URIRef(BASE + "/".join(parts))


def minted(kind: str, *parts: str) -> URIRef:
    return iri(kind, sha256("\n".join(parts).encode()).hexdigest()[:16])


def article(story: str) -> URIRef:
    return iri("article", story)


def event(name: str) -> URIRef:
    return minted("event", name)


def report(telling: Telling) -> URIRef:
    return minted("report", telling.story, telling.sentence)


def build(world: World) -> Store:
    """The store of a world, in memory."""
    store = Store()
    dataset = Dataset(store=OxigraphStore(store=store))
    merged = dataset.graph(iri("graph", "merged"))
    gazetteer = dataset.graph(iri("graph", "gazetteer"))
    langs = {story.id: story.lang for story in world.stories}
    for story in world.stories:
        add_story(dataset.graph(article(story.id)), story)
    for name, names in world.entities.items():
        for lang, label in names.items():
            gazetteer.add((iri(name), RDFS.label, Literal(label, lang=lang)))
        gazetteer.add((iri(name), RDF.type, class_of(name)))
    for name, link in (world.links or {}).items():
        gazetteer.add((iri(name), OWL.sameAs, URIRef(link)))
    for name, state in (world.countries or {}).items():
        gazetteer.add((iri(name), KG.country, iri(state)))
    for telling in world.tellings:
        graph = dataset.graph(article(telling.story))
        add_report(graph, telling, langs[telling.story])
        mention(graph, world, named_in(telling), langs[telling.story])
        add_event(merged, telling)
    for holding in world.holdings:
        graph = dataset.graph(article(holding.story))
        add_tenure(graph, holding, langs[holding.story])
        mention(graph, world, [holding.person, holding.of], langs[holding.story])
    for story, name in world.mentioned:
        mention(dataset.graph(article(story)), world, [name], langs[story])
    for story, signed, name in world.agreements:
        add_agreement(dataset.graph(article(story)), world, signed, name, langs[story])
    Writer(store).add(list(named_quads(store)))
    return store


def class_of(name: str) -> URIRef:
    return CLASSES[name.split("/")[0]]


def named_in(telling: Telling) -> list[str | None]:
    return [*telling.source, *telling.target, telling.place, *telling.says]


def mention(graph: Graph, world: World, names: Iterable[str | None], lang: str) -> None:
    for name in names:
        if name:
            label = Literal(next(iter(world.entities[name].values())), lang=lang)
            graph.add((iri(name), RDF.type, class_of(name)))
            graph.add((iri(name), RDFS.label, label))
            graph.add((iri(name), KG.mentionedAs, label))


def add_story(graph: Graph, story: Story) -> None:
    node = article(story.id)
    graph.add((node, RDF.type, KG.Article))
    graph.add((node, DCTERMS.language, Literal(story.lang)))
    if story.title:
        graph.add((node, DCTERMS.title, Literal(story.title, lang=story.lang)))
    if story.date:
        graph.add((node, DCTERMS.issued, Literal(story.date, datatype=XSD.date)))
    if story.source:
        graph.add((node, DCTERMS.publisher, Literal(story.source)))
    if story.url:
        graph.add((node, SCHEMA.url, Literal(story.url, datatype=XSD.anyURI)))


def add_report(graph: Graph, telling: Telling, lang: str) -> None:
    node = report(telling)
    before, _, rest = telling.sentence.partition("[")
    trigger, _, after = rest.partition("]")
    start = 1000
    facts = [
        (RDF.type, KG.Report),
        (PROV.wasDerivedFrom, article(telling.story)),
        (KG.sentence, Literal(before + trigger + after, lang=lang)),
        (KG.sentenceStart, Literal(start)),
        (KG.trigger, Literal(trigger, lang=lang)),
        (KG.triggerStart, Literal(start + len(before))),
        (KG.polarity, Literal(telling.polarity)),
        (KG.modality, Literal(telling.modality)),
        (KG.score, Literal(str(telling.score), datatype=XSD.decimal)),
        (KG.rule, Literal(telling.rule)),
        *((KG.reportedSource, iri(name)) for name in telling.source),
        *((KG.reportedTarget, iri(name)) for name in telling.target),
        *((KG.attributedTo, iri(name)) for name in telling.says),
    ]
    if telling.place:
        facts.append((KG.reportedPlace, iri(telling.place)))
    if telling.theme:
        facts.append((KG.reportedTheme, Literal(telling.theme, lang=lang)))
    if telling.whom:
        facts.append((KG.targetText, Literal(telling.whom, lang=lang)))
    if telling.says_text:
        facts.append((KG.attributionText, Literal(telling.says_text, lang=lang)))
    if telling.time:
        facts.append((KG.reportedTime, iri("time", telling.time)))
        graph.add((iri("time", telling.time), KG.edtf, Literal(telling.time)))
    if telling.quantity:
        quantity = minted("quantity", telling.quantity)
        facts.append((KG.reportedQuantity, quantity))
        graph.add((quantity, RDFS.label, Literal(telling.quantity, lang=lang)))
    for predicate, value in facts:
        graph.add((node, predicate, value))


def add_event(graph: Graph, telling: Telling) -> None:
    node = event(telling.event)
    graph.add((node, RDF.type, KG[telling.type]))
    graph.add((node, GAF.denotedBy, report(telling)))
    for name in telling.source:
        graph.add((node, KG.source, iri(name)))
    for name in telling.target:
        graph.add((node, KG.target, iri(name)))
    if telling.place:
        graph.add((node, KG.place, iri(telling.place)))
    if telling.time:
        graph.add((node, KG.time, iri("time", telling.time)))
    if telling.quantity:
        graph.add((node, KG.quantity, minted("quantity", telling.quantity)))
    if telling.exchange:
        graph.add((node, KG.inExchangeFor, event(telling.exchange)))


def add_tenure(graph: Graph, holding: Holding, lang: str) -> None:
    node = minted("tenure", holding.story, holding.person, holding.title)
    graph.add((node, RDF.type, KG.Tenure))
    graph.add((node, PROV.wasDerivedFrom, article(holding.story)))
    graph.add((node, KG.holder, iri(holding.person)))
    graph.add((node, KG.officeTitle, Literal(holding.title, lang=lang)))
    graph.add((node, KG.sentence, Literal(holding.sentence, lang=lang)))
    if holding.of:
        graph.add((node, KG.officeOf, iri(holding.of)))
    if holding.kind:
        graph.add((node, KG.officeKind, iri("office", holding.kind)))


def add_agreement(graph: Graph, world: World, signed: str, name: str, lang: str) -> None:
    node = minted("agreement", name)
    graph.add((node, RDF.type, KG.Agreement))
    graph.add((node, RDFS.label, Literal(name, lang=lang)))
    for telling in world.tellings:
        if telling.event == signed:
            graph.add((node, KG.signedIn, report(telling)))
