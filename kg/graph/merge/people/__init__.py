"""Which people that articles name are one: the same somebody in other articles and languages."""

from kg.graph.merge.people.clusters import People, cluster_people
from kg.graph.merge.people.reading import Register

__all__ = ["People", "Register", "cluster_people"]
