"""What the articles of a graph say, from the archive where it has it, else from the store."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from kg.graph.directory.archive import Archive, Held
from kg.graph.merge.outlines import Outline, make_outline
from kg.graph.merge.records import Told, read_article
from kg.graph.rdf.iris import article_id, article_iri
from kg.graph.rdf.terms import node


@dataclass(frozen=True, slots=True)
class KeptArticles:
    """The articles of a graph: see `kg.graph.merge.Articles`."""

    archive: Archive
    held: Held
    store: Store
    """Holds their graphs."""

    def outlines(self) -> Iterator[tuple[str, Outline]]:
        """Sorted by id."""
        for id_, digest in sorted(self.held.items()):
            found = self.archive.find_outline(digest)
            yield digest, found or make_outline(read_article(self.store, article_iri(id_)))

    def tell(self, article: str) -> Told:
        """All that an article says."""
        digest = self.held[article_id(article)]
        return self.archive.find_told(digest) or read_article(self.store, node(article))
