import pytest
from pyoxigraph import RdfFormat, Store
from towns import ALONE, SENDER, SENT, tell_all

from kg.errors import JudgementError, StoreError
from kg.graph.change.build import build
from kg.graph.change.review import confirm, read_judgements, undo
from kg.graph.directory.layout import ARTICLES as ARCHIVE
from kg.graph.directory.layout import PAGE, STORE, TURTLE
from kg.graph.directory.store import open_store
from kg.graph.rdf.iris import ARTICLES, JUDGEMENTS, PREFIXES
from kg.graph.shapes.validate import validate
from kg.types import Extraction

STORIES = {story.article.id: story for story in tell_all()}


def write_page(directory, path):
    path.write_text("\n".join(sorted(map(str, open_store(directory)))))


def run(out, *ids):
    return build(
        [STORIES[name].article for name in ids or STORIES],
        out,
        extractor=lambda article: STORIES[article.id],
        write_page=write_page,
    )


@pytest.fixture
def graph(tmp_path):
    run(tmp_path / "g")
    return tmp_path / "g"


def find(graph, *iris):
    return next(record for record in read_judgements(graph) if record.pair == tuple(sorted(iris)))


def same_as(graph):
    query = "SELECT ?a ?b { GRAPH graph:merged { ?a owl:sameAs ?b } }"
    rows = open_store(graph).query(query, prefixes=dict(PREFIXES))
    return sorted((row["a"].value, row["b"].value) for row in rows)


def test_the_judgements_of_a_graph(graph):
    record = find(graph, SENDER, SENT)
    assert (record.kind, record.verdict, record.by, record.score) == (
        "actors",
        "same",
        "rule",
        0.92,
    )
    assert [side.text for side in record.sides] == ["Sergei Chubai", "Serhiy Chubay"]
    assert record.reasons.startswith("same_name +0.57")
    events = [record for record in read_judgements(graph) if record.kind == "events"]
    assert len(events) == 2
    assert events[0].sides[0].text.startswith("Ukraine mayor")


def test_undone_is_not_the_same_and_says_who(graph):
    before = find(graph, SENDER, SENT)
    assert undo(graph, before.id, by="Ana", write_page=write_page) == before
    after = find(graph, SENDER, SENT)
    assert (after.id, after.verdict, after.by) == (before.id, "not the same", "Ana")
    assert (after.score, after.reasons) == (before.score, before.reasons)
    assert (SENT, SENDER) not in same_as(graph)
    assert validate(graph).violations == ()


def test_every_part_of_the_directory_tells_of_it(graph):
    page = (graph / PAGE).read_text()
    undo(graph, find(graph, SENDER, SENT).id, by="Ana", write_page=write_page)
    store = Store()
    store.load(path=str(graph / TURTLE), format=RdfFormat.TURTLE)
    assert [
        row["who"].value
        for row in store.query("""
        SELECT ?who { ?j <https://w3id.org/geopolitical-kg/ontology#decidedBy> ?who
        FILTER(?who != "rule") }""")
    ] == ["Ana"]
    assert (graph / PAGE).read_text() != page
    assert {path.name for path in graph.iterdir()} == {STORE, TURTLE, PAGE, ARCHIVE}


def test_a_decision_survives_another_build(graph):
    undo(graph, find(graph, SENDER, SENT).id, by="Ana", write_page=write_page)
    decided = (graph / TURTLE).read_bytes()
    run(graph)
    assert (graph / TURTLE).read_bytes() == decided


def test_a_decision_survives_that_its_article_changes(graph):
    record = find(graph, SENDER, SENT)
    undo(graph, record.id, by="Ana", write_page=write_page)
    build(
        [STORIES["a1"].article],
        graph,
        extractor=lambda article: Extraction(article, 0, (), (), (), (), ()),
        version=lambda lang: "2.0",
        write_page=write_page,
    )
    after = find(graph, SENDER, SENT)
    assert [side.text for side in after.sides] == ["Sergei Chubai", ""]
    assert validate(graph).violations == ()
    run(graph, "a1")
    assert (SENT, SENDER) not in same_as(graph)


def test_the_article_graphs_stay_as_they_are(graph):
    def told():
        return {
            quad for quad in open_store(graph) if str(quad.graph_name).startswith(f"<{ARTICLES}")
        }

    before = told()
    undo(graph, find(graph, SENDER, SENT).id, by="Ana", write_page=write_page)
    assert told() == before


def test_undoing_a_decision_takes_it_back(graph):
    turtle = (graph / TURTLE).read_bytes()
    judgement = find(graph, SENDER, SENT).id
    undo(graph, judgement, by="Ana", write_page=write_page)
    undo(graph, judgement, by="Rui", write_page=write_page)
    assert (graph / TURTLE).read_bytes() == turtle
    assert not list(open_store(graph).quads_for_pattern(None, None, None, JUDGEMENTS))


def test_confirmed_is_the_same_and_says_who(graph):
    undo(graph, find(graph, SENDER, SENT).id, by="Ana", write_page=write_page)
    confirm(graph, find(graph, SENDER, SENT).id, by="Rui", write_page=write_page)
    record = find(graph, SENDER, SENT)
    assert (record.verdict, record.by) == ("same", "Rui")
    assert (SENT, SENDER) in same_as(graph)
    run(graph)
    assert find(graph, SENDER, SENT) == record


def test_an_event_is_parted_and_people_come_first(graph):
    event = next(record for record in read_judgements(graph) if record.kind == "events")
    undo(graph, event.id, by="Ana", write_page=write_page)
    records = read_judgements(graph)
    assert (records[0].id, records[0].by) == (event.id, "Ana")
    events = "SELECT ?e { ?e a kg:Event }"
    assert len(list(open_store(graph).query(events, prefixes=dict(PREFIXES)))) == 2


def test_a_decision_about_a_surname(graph):
    undo(graph, find(graph, SENT, ALONE).id, by="Ana", write_page=write_page)
    assert same_as(graph) == [(SENT, SENDER)]


@pytest.mark.parametrize(
    ("judgement", "by", "message"),
    [("0123", "Ana", "no judgement '0123'"), (None, "rule", "no name"), (None, " ", "no name")],
)
def test_what_cannot_be_decided(graph, judgement, by, message):
    before = (graph / TURTLE).read_bytes()
    judgement = judgement or find(graph, SENDER, SENT).id
    for decide in (undo, confirm):
        with pytest.raises(JudgementError, match=message):
            decide(graph, judgement, by=by, write_page=write_page)
    assert (graph / TURTLE).read_bytes() == before


def test_no_graph(tmp_path):
    with pytest.raises(StoreError):
        read_judgements(tmp_path)
    with pytest.raises(StoreError):
        undo(tmp_path / "none", "0123", by="Ana", write_page=write_page)


def test_a_page_that_fails_leaves_the_last_graph(graph):
    def fail(directory, path):
        raise OSError("disk full")

    before = (graph / TURTLE).read_bytes()
    with pytest.raises(OSError, match="disk full"):
        undo(graph, find(graph, SENDER, SENT).id, by="Ana", write_page=fail)
    assert (graph / TURTLE).read_bytes() == before
    assert find(graph, SENDER, SENT).by == "rule"
