"""All that articles say of each other's entities, taken in article by article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pyoxigraph import Store

from kg.graph.merge.copies import Printed, read_printed
from kg.graph.merge.outlines import Outline, make_outline
from kg.graph.merge.people.reading import Register
from kg.graph.merge.reading import Entities
from kg.graph.merge.records import Told, read_article, read_articles
from kg.graph.rdf.terms import node


class Articles(Protocol):
    """What the articles of a graph say."""

    def outlines(self) -> Iterator[tuple[str, Outline]]:
        """The digest of each article, "" if it has none, and its outline."""

    def tell(self, article: str) -> Told:
        """All that an article says, by its IRI."""


@dataclass(frozen=True, slots=True)
class StoredArticles:
    """The article graphs of a store, read again each time that they are asked for."""

    store: Store

    def outlines(self) -> Iterator[tuple[str, Outline]]:
        """Sorted by IRI, without a digest."""
        return (("", make_outline(told)) for told in read_articles(self.store))

    def tell(self, article: str) -> Told:
        """All that an article says."""
        return read_article(self.store, node(article))


@dataclass(frozen=True, slots=True)
class Named:
    """An article by what it names."""

    digest: str
    """Of the article and who read it."""
    iris: Sequence[str]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What many articles say."""

    named: dict[str, Named] = field(default_factory=dict)
    """IRI of an article."""
    printed: list[Printed] = field(default_factory=list)
    entities: Entities = field(default_factory=Entities)
    register: Register = field(default_factory=Register)


def gather(outlines: Iterable[tuple[str, Outline]]) -> Gathered:
    """Take in what articles say; none is kept whole."""
    found = Gathered()
    for digest, outline in outlines:
        found.named[outline.article] = Named(digest, outline.iris)
        found.printed.extend(read_printed(outline))
        found.entities.add(outline)
        found.register.add(outline)
    return found
