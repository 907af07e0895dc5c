"""Articles made by hand that are taken into graph directories: other tellings, names and copies."""

from dataclasses import replace
from pathlib import Path

from stories import tell_english, tell_portuguese
from towns import tell_all

from kg.export.ntriples import stream_subjects, stream_union
from kg.graph.change.build import Summary, build
from kg.graph.directory.layout import find_turtle
from kg.graph.directory.store import open_store
from kg.graph.rdf.union import named_quads
from kg.types import Article, Extraction


def print_again(story: Extraction, article_id: str, source: str) -> Extraction:
    """The same story in another outlet."""
    return replace(story, article=replace(story.article, id=article_id, source=source))


VISIT = tell_portuguese()
COPIES = [print_again(VISIT, f"copy{i}.txt", f"Outlet {i}") for i in range(3)]
STORIES = {
    story.article.id: story
    for story in (VISIT, tell_english(), *tell_all(), *COPIES[1:], COPIES[0])
}
IDS = sorted(STORIES)


def extract(article: Article) -> Extraction:
    """What its story tells."""
    return STORIES[article.id]


def write_page(directory: Path, path: Path) -> None:
    """A page that says all that the store does."""
    path.write_text("\n".join(sorted(map(str, open_store(directory)))))


def take_in(out: Path, *ids: str, **options) -> Summary:
    """Build with the stories of these ids."""
    articles = [STORIES[article_id].article for article_id in ids]
    usual = {"extractor": extract, "write_page": write_page, "version": lambda lang: "1.0"}
    return build(articles, out, **usual | options)


def read_bytes(out: Path) -> tuple[bytes, bytes, list[str]]:
    """Turtle, N-Triples and the statements of the named graphs, as readers find them."""
    quads, lines = named_quads(open_store(out)), b"".join(stream_union(out))
    turtle = find_turtle(out)
    assert lines == b"".join(stream_subjects(turtle))
    return turtle.read_bytes(), lines, sorted(map(str, quads))
