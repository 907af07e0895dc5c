from dataclasses import replace

import pytest
from pyoxigraph import Store
from stories import build_directory
from view.graphs import Story, World, article, build
from view.worlds import STRAIT

from kg.graph.directory.layout import ARTICLES, TURTLE
from kg.graph.directory.store import open_store
from kg.view.model import PageGraph
from kg.view.read import read_directory, read_page_graph


def test_language_is_that_of_most_articles(strait):
    assert strait.lang == "pt"


def test_language_that_ties_is_the_first_of_the_alphabet():
    stories = (Story("um", "pt"), Story("one", "en"))
    assert read_page_graph(build(World(stories, {}))).lang == "en"


def test_nothing_is_an_empty_graph_in_english():
    assert replace(read_page_graph(Store()), dataset=b"") == PageGraph("en")


def test_articles_are_cited_the_first_written_first(strait):
    assert [item.date for item in strait.articles] == ["2026-03-04", "2026-03-09", "2026-03-10"]
    cited = {item.id: item for item in strait.articles}[str(article("talks"))]
    assert cited.title == "Envoys meet again as the strait stays closed"
    assert (cited.source, cited.lang) == ("Harbour Gazette", "en")
    assert cited.url == "https://example.org/talks"


def test_every_number_names_a_part(strait):
    nodes, events = len(strait.nodes), len(strait.events)
    reports, articles = len(strait.reports), len(strait.articles)
    for event in strait.events:
        actors = (*event.source, *event.target, *event.participant, *event.place)
        assert all(0 <= i < nodes for i in actors)
        assert all(0 <= i < events for _, i in event.links)
        assert event.reports
        assert all(0 <= i < reports for i in event.reports)
    assert all(0 <= report.article < articles for report in strait.reports)
    assert all(0 <= i < articles for node in strait.nodes for i in node.articles)


def test_the_same_world_reads_the_same():
    turned = replace(
        STRAIT,
        stories=STRAIT.stories[::-1],
        tellings=STRAIT.tellings[::-1],
        holdings=STRAIT.holdings[::-1],
    )
    assert read_page_graph(build(turned)) == read_page_graph(build(STRAIT))


@pytest.mark.parametrize("lost", ["nothing", ARTICLES, TURTLE])
def test_files_say_what_the_store_says(lost, tmp_path):
    directory = build_directory(tmp_path / "graph")
    (directory / lost).unlink(missing_ok=True)
    graph = read_directory(directory)
    assert graph.events
    assert graph == read_page_graph(open_store(directory))
