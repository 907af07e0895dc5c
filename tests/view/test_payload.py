import json

import pytest

from kg.view.model import Citation, Event, Mark, Node, Office, PageGraph, Report
from kg.view.payload import to_json
from kg.view.positions import Positions

GRAPH = PageGraph(
    "pt",
    nodes=(
        Node(
            "https://w3id.org/geopolitical-kg/person/ana",
            "person",
            {"pt": "Ana"},
            offices=(Office({"pt": "chanceler"}, 0, (0,)),),
        ),
    ),
    events=(Event("https://elsewhere.example/e", ("Meeting",), participant=(0,), reports=(0,)),),
    reports=(Report("r", 0, "Ana ", "falou", marks=(Mark(0, 3, 0),), says_text="ela"),),
    articles=(Citation("a", title="Título"),),
)


@pytest.fixture(scope="module")
def payload():
    return json.loads(to_json(GRAPH, Positions(((1, 2),), ((3, 4),))))


def test_iris_lack_the_base(payload):
    assert payload["base"] == "https://w3id.org/geopolitical-kg/"
    assert payload["nodes"][0]["id"] == "person/ana"
    assert payload["events"][0]["id"] == "https://elsewhere.example/e"


def test_nodes_and_events_have_their_place(payload):
    assert (payload["nodes"][0]["x"], payload["nodes"][0]["y"]) == (1, 2)
    assert (payload["events"][0]["x"], payload["events"][0]["y"]) == (3, 4)


def test_what_is_empty_or_as_usual_is_left_out(payload):
    assert payload["events"] == [
        {
            "id": "https://elsewhere.example/e",
            "cls": ["Meeting"],
            "participant": [0],
            "reports": [0],
            "x": 3,
            "y": 4,
        }
    ]


def test_the_first_article_and_node_are_kept(payload):
    """Zero is a place, not nothing."""
    assert payload["reports"] == [
        {
            "id": "r",
            "article": 0,
            "before": "Ana ",
            "trigger": "falou",
            "marks": [[0, 3, 0]],
            "saysText": "ela",
        }
    ]
    assert payload["nodes"][0]["offices"] == [
        {"title": {"pt": "chanceler"}, "of": 0, "reports": [0]}
    ]


def test_classes_say_what_they_mean(payload):
    meeting, attack = payload["classes"]["Meeting"], payload["classes"]["Attack"]
    assert meeting["labels"]["pt"] == "Reunião"
    assert (meeting["root"], meeting["stance"], meeting["symmetric"]) == (
        "CONSULT",
        "cooperation",
        True,
    )
    assert attack["stance"] == "conflict"
    assert attack["goldstein"] < 0
