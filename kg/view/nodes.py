"""The actors and places that events, offices and articles name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.ontology.namespaces import BASE, GAF, KG, OWL, RDFS, SCHEMA
from kg.view.evidence import Order
from kg.view.labels import local_name, pick_labels
from kg.view.model import Labels, Node, NodeType, Office
from kg.view.records import Records

TYPES: Mapping[str, NodeType] = {
    str(KG.State): "state",
    str(KG.Person): "person",
    str(KG.Organisation): "organisation",
    str(KG.ArmedGroup): "group",
    str(KG.Community): "group",
    str(KG.Place): "place",
}
ROLES = (KG.source, KG.target, KG.place)
STATE = f"{BASE}state/"
Mentions = Mapping[str, Sequence[int]]
"""Entity to the articles that mention it, in order."""


def read_types(records: Records) -> Mapping[str, NodeType]:
    """Give the type of each entity: of several, the first of `TYPES`."""
    found: dict[str, NodeType] = {}
    for kind, name in TYPES.items():
        for iri in records.of_type(kind):
            found.setdefault(iri, name)
    return found


def read_mentions(records: Records, articles: Order) -> Mentions:
    """Find the articles that mention each entity."""
    found: dict[str, set[int]] = defaultdict(set)
    for kind in TYPES:
        for iri, graph in records.mentions(kind):
            if graph in articles:
                found[iri].add(articles[graph])
    return {iri: sorted(places) for iri, places in found.items()}


def order_nodes(
    records: Records, known: Iterable[str], mentions: Mentions, reports: Order
) -> Order:
    """Put the entities in the order of the page: by reports, then by articles, the most first.

    An entity is shown when an article mentions it or an event, an office or a sentence names it;
    what the gazetteer adds for context is not.
    """
    counts = _count_reports(records, reports)
    shown = [iri for iri in known if counts[iri] or iri in mentions]
    ranked = sorted(shown, key=lambda iri: (-counts[iri], -len(mentions.get(iri, ())), iri))
    return {iri: rank for rank, iri in enumerate(ranked)}


def read_node(
    records: Records, iri: str, kind: NodeType, mentions: Mentions, offices: Sequence[Office]
) -> Node:
    """Read one entity, its links and names."""
    labels = _labels(records, iri)
    names = {word.text for word in records.words(iri, RDFS.label)}
    names |= {*records.values(iri, KG.mentionedAs), *(w.text for w in records.official(iri))}
    country = records.first(iri, KG.country)
    lat, lon = (records.first(iri, part) for part in (SCHEMA.latitude, SCHEMA.longitude))
    return Node(
        id=iri,
        type=kind,
        labels=labels,
        names=tuple(sorted(names - {*labels.values()})),
        country=country.removeprefix(STATE) if country else None,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        links=tuple(
            link
            for relation in (OWL.sameAs, SCHEMA.sameAs)
            for link in records.values(iri, relation)
            if link.startswith(("http:", "https:")) and not link.startswith(BASE)
        ),
        offices=tuple(offices),
        articles=tuple(mentions.get(iri, ())),
    )


def read_offices(records: Records, nodes: Order, reports: Order) -> Mapping[str, list[Office]]:
    """Give the offices of each person: those of one kind and body are one, in whatever words."""
    held: dict[tuple[str, int | None, str], list[str]] = defaultdict(list)
    for iri in sorted(set(records.of_type(KG.Tenure)) & reports.keys()):
        kind = records.first(iri, KG.officeKind) or records.first(iri, KG.officeTitle) or ""
        body = nodes.get(records.first(iri, KG.officeOf) or "")
        for holder in records.values(iri, KG.holder):
            held[holder, body, kind].append(iri)
    offices: dict[str, list[Office]] = defaultdict(list)
    for (holder, body, kind), tenures in held.items():
        told = tuple(sorted(reports[iri] for iri in tenures))
        offices[holder].append(Office(_title(records, kind, tenures), body, told))
    return offices


def _title(records: Records, kind: str, tenures: Sequence[str]) -> Labels:
    """Word one office in each language: as a text has it, else as its kind is called."""
    called = pick_labels(records.words(kind, RDFS.label))
    own = pick_labels([w for iri in tenures for w in records.words(iri, KG.officeTitle)])
    return dict(sorted({**called, **own}.items()))


def _labels(records: Records, iri: str) -> Labels:
    own = records.words(iri, RDFS.label)
    return pick_labels(own, records.official(iri)) or {"": local_name(iri)}


def _count_reports(records: Records, reports: Order) -> Counter[str]:
    """Count the reports of events and offices that name each entity."""
    counts: Counter[str] = Counter()
    for event in records.subjects(GAF.denotedBy):
        told = sum(report in reports for report in records.values(event, GAF.denotedBy))
        for entity in {value for role in ROLES for value in records.values(event, role)}:
            counts[entity] += told
    counts.update(_named_otherwise(records, reports))
    return counts


def _named_otherwise(records: Records, reports: Order) -> Iterator[str]:
    for iri in reports:
        for relation in (KG.attributedTo, KG.holder, KG.officeOf):
            yield from records.values(iri, relation)
