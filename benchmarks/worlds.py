"""A made-up year of news as a graph directory of any size, shaped as `kg build` shapes it."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from kg.graph.directory.layout import STORE, TURTLE
from kg.graph.rdf.iris import GAZETTEER, MERGED, PREFIXES
from kg.graph.rdf.terms import LABEL, TYPE, Statement, node, number, plain, words
from kg.graph.rdf.union import Writer, union_triples
from kg.ontology.classes import EventClass, event_classes
from kg.ontology.namespaces import DCTERMS, GAF, KG, PROV, XSD

STATES, PEOPLE, EVENTS_IN_ARTICLE = 60, 1_500, 4
_TRIPLES_OF_EVENT = 31
"""About how many each event brings into the union, with its reports."""
_DATE = node(XSD.date)
Named = tuple[NamedNode, Statement]


@dataclass(frozen=True, slots=True)
class Actors:
    """Who acts, and what they are called."""

    states: tuple[NamedNode, ...]
    people: tuple[NamedNode, ...]


def make_directory(directory: Path, triples: int) -> int:
    """Write a graph directory with about so many triples in the union; how many there are."""
    directory.mkdir(parents=True)
    store = Store(str(directory / STORE))
    Writer(store).add([Quad(*statement, graph) for graph, statement in _tell(triples)])
    store.flush()
    store.optimize()
    # Like a build's, but in the order of the store: sorting is not what is measured.
    path, prefixes = directory / TURTLE, dict(PREFIXES)
    serialize(union_triples(store), path, RdfFormat.TURTLE, prefixes=prefixes)
    return sum(1 for _ in union_triples(store))


def _tell(triples: int) -> Iterator[Named]:
    actors = Actors(
        tuple(NamedNode(f"{PREFIXES['state']}S{i:02}") for i in range(STATES)),
        tuple(NamedNode(f"{PREFIXES['person']}person-{i}") for i in range(PEOPLE)),
    )
    yield from ((GAZETTEER, statement) for statement in _describe_actors(actors))
    chance = random.Random(1)
    kinds = list(event_classes().values())
    for i in range(triples // _TRIPLES_OF_EVENT):
        yield from _tell_event(i, chance, kinds, actors)


def _describe_actors(actors: Actors) -> Iterator[Statement]:
    for i, state in enumerate(actors.states):
        yield state, TYPE, node(KG.State)
        yield state, LABEL, words(f"State {i}", "en")
        yield state, LABEL, words(f"Estado {i}", "pt")
        yield state, node(KG.country), state
        yield state, node(KG.iso3166alpha3), plain(f"S{i:02}")
    for i, person in enumerate(actors.people):
        yield person, TYPE, node(KG.Person)
        yield person, LABEL, words(f"Person {i}", "en")
        yield person, node(KG.mentionedAs), words(f"P. {i}", "en")
        yield person, node(KG.country), actors.states[i % STATES]


def _tell_event(
    i: int, chance: random.Random, kinds: list[EventClass], actors: Actors
) -> Iterator[Named]:
    kind = chance.choice(kinds)
    ends = chance.sample(actors.people if chance.random() < 0.5 else actors.states, 2)
    day = datetime.date(2024, 1, 1) + datetime.timedelta(chance.randrange(366))
    modality = chance.choice(["actual"] * 8 + ["planned", "possible"])
    polarity = chance.choice(["positive"] * 9 + ["negative"])
    event, time = NamedNode(f"{PREFIXES['event']}{i:016x}"), NamedNode(f"{PREFIXES['edtf']}{day}")
    shared = [(KG.polarity, plain(polarity)), (KG.modality, plain(modality))]
    about = [
        *((TYPE.value, node(name)) for name in (KG.Event, KG[kind.name])),
        *((KG.source, ends[0]), (KG.target, ends[1]), (KG.time, time), *shared),
        (LABEL.value, words(f"{kind.name} {i}", "en")),
    ]
    reports = chance.choice([1, 1, 2])
    about.append((KG.tellings, number(reports)))
    for number_ in range(reports):
        report = NamedNode(f"{PREFIXES['report']}{i:014x}{number_:02x}")
        article = NamedNode(f"{PREFIXES['article']}{i // EVENTS_IN_ARTICLE + 7 * number_}")
        about.append((GAF.denotedBy, report))
        said = _describe_report(report, article, kind, ends, chance)
        more = [*shared, (KG.reportedTime, time)]
        yield from ((article, (report, node(name), value)) for name, value in [*said, *more])
        yield from ((article, statement) for statement in _describe_article(article))
        yield from ((article, statement) for statement in _describe_time(time, day))
        if kind.relation and (polarity, modality) == ("positive", "actual"):
            yield article, (ends[0], node(KG[kind.relation]), ends[1])
    yield from ((MERGED, (event, node(name), value)) for name, value in about)


def _describe_report(
    report: NamedNode,
    article: NamedNode,
    kind: EventClass,
    ends: list[NamedNode],
    chance: random.Random,
) -> Iterator[tuple[str, NamedNode | Literal]]:
    name = report.value[-16:]
    yield from ((TYPE.value, node(c)) for c in (KG.Report, GAF.Mention, PROV.Entity))
    yield PROV.wasDerivedFrom, article
    yield KG.eventType, node(KG[kind.name])
    yield KG.sentence, words(f"One side did {kind.name} to the other, as told in {name}.", "en")
    yield KG.sentenceStart, number(chance.randrange(4000))
    yield KG.trigger, words(kind.name, "en")
    yield KG.rule, plain(f"en-{kind.name.lower()}")
    yield KG.reportedSource, ends[0]
    yield KG.reportedTarget, ends[1]
    if chance.random() < 0.3:
        yield KG.attributionText, words("officials", "en")
        yield KG.attributedTo, ends[0]


def _describe_article(article: NamedNode) -> Iterator[Statement]:
    name = article.value.rpartition("/")[2]
    yield article, TYPE, node(KG.Article)
    yield article, node(DCTERMS.identifier), plain(name)
    yield article, node(DCTERMS.title), words(f"Headline {name}", "en")
    yield article, node(DCTERMS.publisher), plain(f"Outlet {int(name) % 20}")


def _describe_time(time: NamedNode, day: datetime.date) -> Iterator[Statement]:
    yield time, node(KG.edtf), plain(day.isoformat())
    for predicate in (KG.earliest, KG.latest):
        yield time, node(predicate), Literal(day.isoformat(), datatype=_DATE)
