"""A dataset as the graph of a page: who takes part in what, where, and in which office."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rdflib import Dataset

from kg.ontology.classes import EventClass, event_classes
from kg.ontology.namespaces import DCTERMS, GAF, KG, OWL, RDF, RDFS, SCHEMA
from kg.view.answers import TYPES, Answers, ask
from kg.view.evidence import Told, finest_time, most_affirmed, read_evidence
from kg.view.labels import FALLBACK, local_name, pick_label
from kg.view.model import Citation, Edge, EdgeKind, Evidence, Node, PageGraph
from kg.view.records import Record, literals, value, values

ROLES: tuple[EdgeKind, ...] = (
    "source",
    "target",
    "place",
    "inExchangeFor",
    "inSupportOf",
    "inResponseTo",
    "despite",
)


def read_page_graph(dataset: Dataset) -> PageGraph:
    """Read the nodes, edges and sentences of a dataset whose default graph is the union of all.

    An entity is a node when an article mentions it or an event or office names it; what the
    gazetteer adds for context is not. No articles, an empty graph in English.
    """
    answers = ask(dataset)
    told = read_evidence(answers)
    agreements = _agreements(answers)
    events = [_event(answers, told, agreements, iri) for iri in answers.events]
    edges = [*_event_edges(answers, told, events), *_office_edges(answers, told)]
    nodes = [*events, *_entities(answers, told, edges)]
    return PageGraph(
        lang=answers.lang,
        nodes=tuple(sorted(nodes, key=lambda node: node.id)),
        edges=tuple(sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind))),
        evidence=told.evidence,
        articles=tuple(_citation(iri, record) for iri, record in answers.articles.items()),
    )


def _citation(iri: str, record: Record) -> Citation:
    return Citation(
        id=iri,
        title=value(record, DCTERMS.title),
        source=value(record, DCTERMS.publisher),
        date=value(record, DCTERMS.issued),
        url=value(record, SCHEMA.url),
    )


def _event(answers: Answers, told: Told, agreements: Mapping[str, list[str]], iri: str) -> Node:
    record = answers.events[iri]
    reports = told.pick(values(record, GAF.denotedBy))
    classes = _event_classes(record)
    labels = [kind.labels.get(answers.lang) or kind.labels[FALLBACK] for kind in classes]
    quantities = [answers.label(quantity) for quantity in values(record, KG.quantity)]
    signed = [name for report in reports for name in agreements.get(report.id, ())]
    themes = [theme for report in reports for theme in report.theme]
    return Node(
        id=iri,
        type="event",
        label=" / ".join(labels) or local_name(str(KG.Event)),
        names=tuple(sorted({label for kind in classes for label in kind.labels.values()})),
        articles=tuple(sorted({report.article for report in reports})),
        time=finest_time(answers, values(record, KG.time)),
        detail=next(iter([*quantities, *themes]), None),
        status=most_affirmed(reports),
        agreements=tuple(dict.fromkeys(signed)),
        evidence=tuple(report.id for report in reports),
    )


def _event_classes(record: Record) -> list[EventClass]:
    known = event_classes()
    names = [iri.removeprefix(str(KG)) for iri in values(record, RDF.type)]
    return [known[name] for name in names if name in known]


def _agreements(answers: Answers) -> Mapping[str, list[str]]:
    """Name what each report signs, followed by its parts."""
    signed: dict[str, list[str]] = defaultdict(list)
    for record in answers.agreements.values():
        parts = [answers.agreements.get(part, {}) for part in values(record, DCTERMS.hasPart)]
        names = [pick_label(literals(item, RDFS.label), answers.lang) for item in (record, *parts)]
        for report in values(record, KG.signedIn):
            signed[report] += [name for name in names if name]
    return signed


def _event_edges(answers: Answers, told: Told, events: Iterable[Node]) -> Iterator[Edge]:
    """Draw one edge for each participant, place and other event of each event."""
    known = answers.entities.keys() | answers.events.keys()
    for event in events:
        reports = told.pick(event.evidence)
        for kind, other in _joins(answers.events[event.id]):
            if other in known:
                naming = [report for report in reports if other in report.actors] or reports
                yield _event_edge(event.id, other, kind, naming)


def _joins(event: Record) -> list[tuple[EdgeKind, str]]:
    """List what an event is joined to, each once."""
    mutual = any(kind.symmetric for kind in _event_classes(event))
    joins: list[tuple[EdgeKind, str]] = [
        ("participant" if mutual and role in ("source", "target") else role, other)
        for role in ROLES
        for other in values(event, KG[role])
    ]
    return list(dict.fromkeys(joins))


def _event_edge(event: str, other: str, kind: EdgeKind, reports: Sequence[Evidence]) -> Edge:
    source, target = (other, event) if kind == "source" else (event, other)
    return Edge(
        source=source,
        target=target,
        kind=kind,
        status=most_affirmed(reports),
        evidence=tuple(report.id for report in reports),
    )


def _office_edges(answers: Answers, told: Told) -> Iterator[Edge]:
    """Draw one edge for each holder and state or organisation, however many articles say so."""
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, record in answers.tenures.items():
        for holder in values(record, KG.holder):
            for body in values(record, KG.officeOf):
                if {holder, body} <= answers.entities.keys():
                    held[holder, body].append(iri)
    for (holder, body), tenures in held.items():
        told_of = tuple(item.id for item in told.pick(tenures))
        yield Edge(holder, body, "office", ", ".join(_titles(answers, tenures)), evidence=told_of)


def _titles(answers: Answers, tenures: Iterable[str]) -> list[str]:
    """Word each office once: those of one kind are one, in whatever language a text has it."""
    by_kind: dict[str | None, list[Record]] = defaultdict(list)
    for iri in tenures:
        record = answers.tenures[iri]
        by_kind[value(record, KG.officeKind) or value(record, KG.officeTitle)].append(record)
    return list(dict.fromkeys(_title(answers, records) for records in by_kind.values()))


def _title(answers: Answers, records: Sequence[Record]) -> str:
    """Word one office in the language of the page: as a text has it, else as its kind is called."""
    titles = [title for record in records for title in literals(record, KG.officeTitle)]
    kinds = [
        label
        for kind in values(records[0], KG.officeKind)
        for label in literals(answers.things.get(kind, {}), RDFS.label)
    ]
    own = [title for title in titles if title.language == answers.lang]
    called = [label for label in kinds if label.language == answers.lang]
    return pick_label(own or called or titles or kinds, answers.lang) or ""


def _entities(answers: Answers, told: Told, edges: Iterable[Edge]) -> Iterator[Node]:
    says: dict[str, list[str]] = defaultdict(list)
    for report in told.evidence:
        for speaker in report.says:
            says[speaker].append(report.id)
    homeless: dict[str, list[str]] = defaultdict(list)
    for iri, record in answers.tenures.items():
        if KG.officeOf not in record:
            homeless[value(record, KG.holder) or ""].append(iri)
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    named = answers.mentioned.keys() | ends | says.keys() | homeless.keys()
    for iri in sorted(named & answers.entities.keys()):
        yield _entity(answers, iri, says[iri], [item.id for item in told.pick(homeless[iri])])


def _entity(answers: Answers, iri: str, says: Sequence[str], homeless: Sequence[str]) -> Node:
    record = answers.entities[iri]
    country = value(record, KG.country)
    return Node(
        id=iri,
        type=next(kind for name, kind in TYPES.items() if name in values(record, RDF.type)),
        label=answers.label(iri),
        names=tuple(sorted({*values(record, RDFS.label), *values(record, KG.mentionedAs)})),
        country=answers.label(country) if country and country != iri else None,
        links=tuple(link for link in values(record, OWL.sameAs) if link.startswith("http")),
        articles=answers.mentioned.get(iri, ()),
        titles=tuple(_titles(answers, homeless)),
        evidence=(*says, *homeless),
    )
