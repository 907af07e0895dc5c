"""A store as the graph of a page: who takes part in what, where, and in which office."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Store

from kg.export.graphs import Graph, read_graphs, stream_graphs
from kg.graph.directory.layout import find_turtle
from kg.graph.directory.store import open_store
from kg.ontology.namespaces import DCTERMS, KG, SCHEMA
from kg.view.events import read_events
from kg.view.evidence import Order, order_reports, read_report
from kg.view.labels import FALLBACK
from kg.view.model import Citation, Node, PageGraph
from kg.view.nodes import order_nodes, read_mentions, read_node, read_offices, read_types
from kg.view.rdf import pack_dataset
from kg.view.records import Records
from kg.view.union import TurtleUnion


def read_directory(directory: Path) -> PageGraph:
    """Read all that a page shows from a graph directory: most from its files, not its store.

    Equal to what `read_page_graph` gives. Raises StoreError when the directory holds no graph.
    """
    store, turtle = open_store(directory), find_turtle(directory)
    if turtle is None:
        return read_page_graph(store)
    return _read(Records(store, TurtleUnion(turtle)), stream_graphs(directory))


def read_page_graph(store: Store) -> PageGraph:
    """Read all that a page shows from a store whose default graph is the union of all graphs.

    No articles, an empty graph in English.
    """
    return _read(Records(store), read_graphs(store))


def _read(records: Records, graphs: Iterable[Graph]) -> PageGraph:
    articles = _order_articles(records)
    lang = _main_language(records, articles)
    reports = order_reports(records, articles, lang)
    nodes, described = _read_nodes(records, articles, reports)
    told = tuple(read_report(records, iri, articles, nodes) for iri in reports)
    return PageGraph(
        lang=lang,
        nodes=described,
        events=read_events(records, nodes, told, lang),
        reports=told,
        articles=tuple(_read_article(records, iri) for iri in articles),
        dataset=pack_dataset(graphs),
    )


def _order_articles(records: Records) -> Order:
    dates = {iri: records.first(iri, DCTERMS.issued) for iri in records.of_type(KG.Article)}
    ordered = sorted(dates, key=lambda iri: (dates[iri] or "~", iri))
    return {iri: place for place, iri in enumerate(ordered)}


def _main_language(records: Records, articles: Order) -> str:
    """Find the language of most articles, the first in the alphabet where several tie."""
    counts = Counter(records.first(iri, DCTERMS.language) for iri in articles)
    ranked = sorted((-count, lang) for lang, count in counts.items() if lang)
    return ranked[0][1] if ranked else FALLBACK


def _read_article(records: Records, iri: str) -> Citation:
    return Citation(
        id=iri,
        title=records.first(iri, DCTERMS.title),
        source=records.first(iri, DCTERMS.publisher),
        date=records.first(iri, DCTERMS.issued),
        url=records.first(iri, SCHEMA.url),
        lang=records.first(iri, DCTERMS.language),
    )


def _read_nodes(
    records: Records, articles: Order, reports: Order
) -> tuple[Order, tuple[Node, ...]]:
    types = read_types(records)
    mentions = read_mentions(records, articles)
    nodes = order_nodes(records, types, mentions, reports)
    offices = read_offices(records, nodes, reports)
    described = (
        read_node(records, iri, types[iri], mentions, offices.get(iri, ())) for iri in nodes
    )
    return nodes, tuple(described)
