"""The people of all articles as values."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TypeAlias

from kg.graph.merge.outlines import Outline
from kg.graph.merge.people.values import Office, Person
from kg.slug import slug

Index: TypeAlias = dict[str, set[str]]
"""IRI to the values of one property."""


def _index() -> Index:
    return defaultdict(set)


@dataclass(frozen=True, slots=True)
class Register:
    """What articles say of people, article by article."""

    articles: Index = field(default_factory=_index)
    """Person to the articles that name them."""
    states: Index = field(default_factory=_index)
    """Article to the states that it names."""
    countries: Index = field(default_factory=_index)
    """Entity to its states."""
    labels: Index = field(default_factory=_index)
    offices: dict[str, set[Office]] = field(default_factory=lambda: defaultdict(set))
    """Person to the offices that articles give them."""

    def add(self, outline: Outline) -> None:
        """Take in what one article says."""
        self.states[outline.article].update(outline.states)
        for iri in outline.people:
            self.articles[iri].add(outline.article)
        for iri, country in outline.countries:
            self.countries[iri].add(country)
        for holder, office, of in outline.offices:
            self.offices[holder].add(Office(office, of))
        for iri, _, label in outline.labels:
            self.labels[iri].add(label)

    def people(self) -> list[Person]:
        """Everybody so far, sorted by IRI."""
        return [self._person(iri) for iri in sorted(self.articles)]

    def _person(self, iri: str) -> Person:
        articles, labels = self.articles[iri], self.labels.get(iri, set())
        named = Counter(state for one in articles for state in self.states.get(one, ()))
        return Person(
            iri=iri,
            full=frozenset(slug(label) for label in labels if " " in label),
            alone=frozenset(slug(label) for label in labels if " " not in label),
            countries=frozenset(self.countries.get(iri, ())),
            offices=frozenset(self.offices.get(iri, ())),
            articles=frozenset(articles),
            named={state: count / len(articles) for state, count in sorted(named.items())},
        )
