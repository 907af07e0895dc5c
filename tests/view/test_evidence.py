import pytest
from view.graphs import Story, Telling, World, build, iri

from kg.view.evidence import most_affirmed
from kg.view.read import read_page_graph


def read_one(telling, **entities):
    graph = read_page_graph(build(World((Story("um", "pt"),), entities, (telling,))))
    (report,) = graph.reports
    return report


def find(graph, words):
    (report,) = [r for r in graph.reports if words in r.before + r.trigger + r.after]
    return report


def test_the_sentence_is_cut_at_its_trigger():
    report = read_one(Telling("um", "x", "Attack", "Ele falou e [falou] de novo."))
    assert (report.before, report.trigger, report.after) == ("Ele falou e ", "falou", " de novo.")


def test_who_says_so_when_where_and_what(strait):
    report = find(strait, "3.000")
    places = {node.id: i for i, node in enumerate(strait.nodes)}
    assert report.says == (places[str(iri("state/NOR"))],)
    assert report.says_text == "a Noruega"
    assert report.place == places[str(iri("place/ESP/ceuta"))]
    assert report.time == "2026-02"
    assert report.quantity == {"pt": "mais de 3.000 soldados"}
    assert report.theme == ("soldados",)


def test_actors_are_marked_where_they_stand(strait):
    report = find(strait, "3.000")
    sentence = report.before + report.trigger + report.after
    marked = {sentence[m.start : m.end]: strait.nodes[m.node].id for m in report.marks}
    assert marked == {
        "Noruega": str(iri("state/NOR")),
        "Marrocos": str(iri("state/MAR")),
        "Ceuta": str(iri("place/ESP/ceuta")),
    }


def test_reports_in_the_language_of_the_page_come_first_then_by_date(strait):
    keys = [(r.lang != "pt", strait.articles[r.article].date) for r in strait.reports]
    assert keys == sorted(keys)
    assert keys[-1][0]


def test_how_it_was_read():
    report = read_one(Telling("um", "x", "Attack", "Ela [atacou].", score=0.75, rule="pt-x"))
    assert (report.score, report.rule) == (0.75, "pt-x")


@pytest.mark.parametrize(
    ("polarity", "modality", "status"),
    [
        ("positive", "actual", "actual"),
        ("positive", "planned", "planned"),
        ("positive", "hypothetical", "hypothetical"),
        ("positive", "unheard of", "actual"),
        ("negative", "planned", "denied"),
    ],
)
def test_status(polarity, modality, status):
    telling = Telling("um", "x", "Attack", "Ela [atacou].", polarity=polarity, modality=modality)
    assert read_one(telling).status == status


def test_one_fact_outweighs_all_else():
    assert most_affirmed(["denied", "planned", "actual"]) == "actual"
    assert most_affirmed(["denied", "planned"]) == "planned"
    assert most_affirmed([]) == "actual"


def test_an_office_has_a_sentence_without_a_trigger(strait):
    report = find(strait, "Karim Benali não comentou")
    assert (report.trigger, report.rule) == ("", None)
