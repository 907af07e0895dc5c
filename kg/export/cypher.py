"""A Cypher script for Neo4j, Memgraph and their like: actors, events and the evidence for them.

Run it as ``cypher-shell -f graph.cypher``. Each statement is a line of its own and may run again:
what is there already stays as it is.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from kg.export.tellings import Facts, Telling, read_facts, read_tellings
from kg.graph.article.reports import relate
from kg.graph.directory.store import open_dataset
from kg.graph.results.events import EventRecord, Values, first
from kg.ontology.namespaces import DCTERMS, KG, PROV, SCHEMA

_HEAD = "CREATE CONSTRAINT node_iri IF NOT EXISTS FOR (n:Node) REQUIRE n.iri IS UNIQUE;"
_TYPES = {
    "STATE": "State",
    "PERSON": "Person",
    "ORG": "Organisation",
    "PLACE": "Place",
    "GROUP": "ArmedGroup",
}
_ARTICLE: Mapping[str, str] = {
    "name": DCTERMS.title,
    "identifier": DCTERMS.identifier,
    "date": DCTERMS.issued,
    "url": SCHEMA.url,
    "publisher": DCTERMS.publisher,
}
_REPORT: Mapping[str, str] = {
    "name": KG.trigger,
    "sentence": KG.sentence,
    "rule": KG.rule,
}
Properties = Mapping[str, str | float]


def write(directory: Path, path: Path) -> None:
    """Write the merged events of a directory with their actors, places, reports and articles."""
    dataset = open_dataset(directory)
    facts = read_facts(dataset)
    written: set[str] = set()
    with path.open("w", encoding="utf8", newline="\n") as file:
        file.write(f"{_HEAD}\n")
        for telling in read_tellings(dataset):
            # Actors, places and articles recur from event to event.
            nodes = {iri: line for iri, line in _nodes(telling, facts) if iri not in written}
            written |= nodes.keys()
            file.writelines(f"{line};\n" for line in chain(nodes.values(), _edges(telling)))


def _nodes(telling: Telling, facts: Facts) -> Iterator[tuple[str, str]]:
    event = telling.event
    for iri in chain(event.sources, event.targets, event.places):
        label = _TYPES.get(facts.types.get(iri, ""), "Entity")
        yield iri, _node(iri, label, {"name": facts.label(iri), "country": facts.country(iri)})
    for iri, article in telling.articles.items():
        yield iri, _node(iri, "Article", _pick(article, _ARTICLE))
    for iri, report in telling.reports.items():
        yield iri, _node(iri, "Report", {**_pick(report, _REPORT), **_offsets(report)})
    yield event.iri, _node(event.iri, "Event", _describe_event(event))


def _edges(telling: Telling) -> Iterator[str]:
    event = telling.event
    for source in event.sources:
        yield _edge(source, "SOURCE_OF", event.iri)
    for target in event.targets:
        yield _edge(event.iri, "TARGETS", target)
    for place in event.places:
        yield _edge(event.iri, "HAPPENED_AT", place)
    for iri, report in telling.reports.items():
        yield _edge(iri, "TELLS_OF", event.iri)
        yield _edge(iri, "STANDS_IN", first(report, PROV.wasDerivedFrom))
    if event.polarity == "positive" and event.modality == "actual":
        for kind in event.classes:
            for source, relation, target in relate(kind, event.sources, event.targets):
                yield _edge(source, to_type(relation.rpartition("#")[2]), target, event=event.iri)


def _describe_event(event: EventRecord) -> Properties:
    kind = event.classes[0]
    return {
        "name": kind.labels["en"],
        "class": kind.name,
        "plover": kind.root,
        "cameo": kind.cameo or "",
        "goldstein": kind.goldstein,
        "date": event.date,
        "earliest": event.earliest,
        "latest": event.latest,
        "polarity": event.polarity,
        "modality": event.modality,
    }


def _pick(values: Values, names: Mapping[str, str]) -> Properties:
    return {name: first(values, predicate) for name, predicate in names.items()}


def _offsets(report: Values) -> Properties:
    ends = {"sentenceStart": KG.sentenceStart, "sentenceEnd": KG.sentenceEnd}
    return {name: int(first(report, predicate)) for name, predicate in ends.items()}


def _node(iri: str, label: str, properties: Properties) -> str:
    sets = ", ".join(
        f"n.{name} = {quote(value)}" for name, value in properties.items() if value != ""
    )
    return f"MERGE (n:Node {{iri: {quote(iri)}}}) SET n:{label}, {sets}"


def _edge(source: str, kind: str, target: str, **properties: str) -> str:
    inside = ", ".join(f"{name}: {quote(value)}" for name, value in properties.items())
    edge = f"[:{kind} {{{inside}}}]" if inside else f"[:{kind}]"
    return (
        f"MATCH (a:Node {{iri: {quote(source)}}}), (b:Node {{iri: {quote(target)}}}) "
        f"MERGE (a)-{edge}->(b)"
    )


def to_type(relation: str) -> str:
    """A relation as Cypher writes types: deployedTroopsTo, DEPLOYED_TROOPS_TO."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", relation).upper()


def quote(value: str | float) -> str:
    """A value as a Cypher literal on one line: Cypher escapes strings as JSON does."""
    return json.dumps(value, ensure_ascii=False)
