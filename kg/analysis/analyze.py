"""The analyses of a graph in one go."""

from dataclasses import dataclass
from typing import Literal

from rdflib import Dataset

from kg.analysis.centrality import rank_actors
from kg.analysis.communities import find_communities
from kg.analysis.dyads import balance_by_month, rank_dyads
from kg.analysis.facts import group_by_state, keep_facts
from kg.frame import Table
from kg.graph.results.events import read_labels
from kg.graph.results.network import to_networkx

By = Literal["actor", "state"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tables of a graph, the strongest first."""

    actors: Table
    """See `rank_actors`."""
    communities: Table
    """See `find_communities`."""
    dyads: Table
    """See `rank_dyads`."""
    months: Table
    """See `balance_by_month`."""


def analyze(dataset: Dataset, *, by: By = "actor", lang: str = "en") -> Analysis:
    """Who is central, who stands together, and how two get on, from what happened.

    Events that are denied, planned, demanded, supposed or only possible do not count.
    A place stands for the state that it lies in. by: "state" counts what people and organisations
    of a state do as done by the state, too; what happens inside one state is left out then.
    lang: of the labels, where there are some.
    No events, empty tables.
    """
    network = keep_facts(to_networkx(dataset, lang=lang))
    network = group_by_state(network, read_labels(dataset, lang), only_places=by == "actor")
    return Analysis(
        actors=rank_actors(network),
        communities=find_communities(network),
        dyads=rank_dyads(network),
        months=balance_by_month(network),
    )
