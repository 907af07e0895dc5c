"""How much a graph holds."""

from collections.abc import Mapping

from pyoxigraph import QuerySolutions, Store

from kg.graph.article.graph import ENTITY_CLASSES
from kg.graph.rdf.iris import ARTICLES, MERGED
from kg.ontology.namespaces import KG, OWL

_ENTITIES = """
    SELECT (COUNT(DISTINCT ?entity) AS ?count) WHERE {{
      VALUES ?class {{ {classes} }}
      ?entity a ?class
      FILTER EXISTS {{
        GRAPH ?graph {{ ?entity a ?class }} FILTER(STRSTARTS(STR(?graph), "{articles}"))
      }}
      FILTER NOT EXISTS {{ GRAPH <{merged}> {{ ?one <{same}> ?entity }} }}
    }}"""
_EVENTS = """
    SELECT ?class (COUNT(?event) AS ?count) WHERE {{
      SELECT ?event (MIN(STR(?type)) AS ?class) WHERE {{
        GRAPH <{merged}> {{ ?event a <{event}>, ?type }}
        FILTER(?type != <{event}>)
      }} GROUP BY ?event
    }} GROUP BY ?class ORDER BY DESC(?count) ?class"""


def count_entities(store: Store) -> int:
    """How many entities the articles name; one of several IRIs counts once."""
    classes = " ".join(map(str, ENTITY_CLASSES.values()))
    names = {"classes": classes, "articles": ARTICLES, "merged": MERGED.value, "same": OWL.sameAs}
    rows = _ask(store, _ENTITIES.format(**names))
    return sum(int(row["count"].value) for row in rows)


def count_events(store: Store) -> Mapping[str, int]:
    """Local name of each event class to its number of merged events, most first.

    An event of several classes counts once, under the first of them in the alphabet.
    """
    rows = _ask(store, _EVENTS.format(merged=MERGED.value, event=KG.Event))
    return {row["class"].value.removeprefix(str(KG)): int(row["count"].value) for row in rows}


def _ask(store: Store, query: str) -> QuerySolutions:
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)
    return solutions
