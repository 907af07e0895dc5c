"""The graph as networks for analysis: who acted on whom, or who took part in what."""

from collections.abc import Mapping
from itertools import chain
from typing import TypeAlias

import networkx as nx
from rdflib import Dataset

from kg.graph.results.events import (
    EventRecord,
    first,
    read_events,
    read_labels,
    read_types,
    read_values,
)
from kg.ontology.namespaces import KG

Network: TypeAlias = "nx.MultiDiGraph[str]"
Names = Mapping[str, str]


def to_networkx(dataset: Dataset, *, events: bool = False, lang: str = "en") -> Network:
    """Project a dataset to a directed multigraph of the actors of its merged events.

    Nodes are IRIs. By default there are only actors, and an edge for each event from each source
    to each target (among the sources of a mutual act without targets); its key is the event's IRI,
    so that equal edges of different days stay apart. With ``events`` the events are nodes too
    (``bipartite`` is 1, of actors 0) and edges run source to event and event to target.
    An edge of actors weighs what its event has of reports (``weight``), and leans to cooperation or
    conflict by Goldstein's scale (``goldstein``, -10 to 10).
    lang: of the labels, where there are some. All attributes are strings or numbers, absent values
    "", so that GraphML and GEXF can be written. Events that are denied or planned are in:
    select by ``polarity`` and ``modality``. No events, an empty graph.
    """
    labels = read_labels(dataset, lang)
    graph: Network = nx.MultiDiGraph()
    found = read_events(dataset)
    for iri, actor in _describe_actors(dataset, found, labels).items():
        graph.add_node(iri, **actor, bipartite=0)
    for event in found:
        attributes = _describe_event(event, labels, lang)
        if events:
            _add_event(graph, event, attributes)
        else:
            for source, target in event.pairs():
                graph.add_edge(source, target, key=event.iri, event=event.iri, **attributes)
    return graph


def _describe_actors(
    dataset: Dataset, events: list[EventRecord], labels: Names
) -> Mapping[str, Mapping[str, str]]:
    types = read_types(dataset)
    countries = read_values(dataset, "?s ?p ?o FILTER(?p = kg:country)")
    actors = {iri for event in events for iri in chain(event.sources, event.targets)}
    return {
        iri: {
            "label": labels.get(iri, iri),
            "type": types.get(iri, ""),
            "country": first(countries.get(iri, {}), KG.country).rpartition("/")[2],
        }
        for iri in sorted(actors)
    }


def _describe_event(event: EventRecord, labels: Names, lang: str) -> Mapping[str, str | float]:
    kind = event.classes[0]
    return {
        "label": kind.labels.get(lang, kind.name),
        "class": kind.name,
        "plover": kind.root,
        "cameo": kind.cameo or "",
        "relation": kind.relation or "",
        "valence": kind.valence,
        "goldstein": kind.goldstein,
        "date": event.date,
        "earliest": event.earliest,
        "latest": event.latest,
        "place": "; ".join(labels.get(place, place) for place in event.places),
        "quantity": "; ".join(labels.get(quantity, quantity) for quantity in event.quantities),
        "polarity": event.polarity,
        "modality": event.modality,
        "reports": len(event.reports),
        "weight": len(event.reports),
    }


def _add_event(graph: Network, event: EventRecord, attributes: Mapping[str, str | float]) -> None:
    graph.add_node(event.iri, **attributes, bipartite=1)
    for source in event.sources:
        graph.add_edge(source, event.iri, key="source", role="source")
    for target in event.targets:
        graph.add_edge(event.iri, target, key="target", role="target")
