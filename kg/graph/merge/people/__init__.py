"""Which people that articles name are one: the same somebody in other articles and languages."""

from kg.graph.merge.people.clusters import People, cluster_people
from kg.graph.merge.people.reading import read_people

__all__ = ["People", "cluster_people", "read_people"]
