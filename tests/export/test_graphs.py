import pytest
from pyoxigraph import RdfFormat, parse
from stories import build_directory
from towns import tell_all

from kg.export import export
from kg.export.graphs import stream_graphs
from kg.graph.change.build import build
from kg.graph.change.review import confirm, read_judgements, undo
from kg.graph.directory.layout import ARTICLES
from kg.graph.directory.store import open_store
from kg.graph.rdf.iris import GAZETTEER, JUDGEMENTS, MERGED
from kg.graph.rdf.union import named_quads


def write_page(directory, path):
    path.write_text("")


@pytest.fixture
def towns(tmp_path):
    """A graph of actors and events that rules hold to be the same."""
    stories = {story.article.id: story for story in tell_all()}
    build(
        [story.article for story in stories.values()],
        tmp_path / "towns",
        extractor=lambda article: stories[article.id],
        write_page=write_page,
    )
    return tmp_path / "towns"


def read(directory):
    export(directory, "nquads", directory.parent / "out.nq")
    return set(parse(path=directory.parent / "out.nq", format=RdfFormat.N_QUADS))


def test_graphs_are_sorted_and_so_are_the_statements_of_articles(demo):
    found = {graph: b"".join(parts).splitlines() for graph, parts in stream_graphs(demo)}
    assert list(found) == sorted(found, key=str)
    assert list(found)[-2:] == [GAZETTEER, MERGED]
    assert all(found.values())
    for graph, lines in found.items():
        assert graph == MERGED or lines == sorted(lines)


def test_what_the_archive_has_lost_is_in_the_store(tmp_path):
    directory = build_directory(tmp_path / "graph")
    with_archive = {graph: b"".join(parts) for graph, parts in stream_graphs(directory)}
    (directory / ARTICLES).unlink()
    assert {graph: b"".join(parts) for graph, parts in stream_graphs(directory)} == with_archive


@pytest.mark.parametrize("decide", [confirm, undo])
def test_people_of_several_iris_and_decisions_on_them(towns, decide):
    assert read(towns) == set(named_quads(open_store(towns)))
    decide(towns, read_judgements(towns)[0].id, by="Ana", write_page=write_page)
    quads = read(towns)
    assert quads == set(named_quads(open_store(towns)))
    assert JUDGEMENTS in {quad.graph_name for quad in quads}
