"""The first article that the project was made for, from its raw text to answers."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from kg.graph import build, validate
from kg.pipeline import extract
from kg.query import format_result, run_query
from kg.read import read_inputs
from kg.types import Article, Event, Extraction
from kg.view import write_page


@pytest.fixture(scope="module")
def path(shared: Path) -> Path:
    path = shared / "seed" / "putin-choe.txt"
    if not path.exists():
        pytest.skip("needs the first article, which is not part of the project")
    return path


@pytest.fixture(scope="module")
def told(path: Path) -> Extraction:
    (article,) = read_inputs([str(path)])
    assert isinstance(article, Article)
    return extract(article)


@pytest.fixture(scope="module")
def graph(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("first") / "graph"
    build(read_inputs([str(path)]), out, extractor=extract, write_page=write_page)
    return out


def ask(graph: Path, name: str, **params: str) -> list[dict[str, str]]:
    text = format_result(run_query(graph, name=name, params=params), "csv")
    return list(csv.DictReader(io.StringIO(text)))


def actors(event: Event) -> set[str]:
    return {a.entity.rsplit("/", 1)[-1] for a in event.arguments if a.entity}


def find(told: Extraction, *, types: set[str], among: set[str]) -> list[Event]:
    return [e for e in told.events if e.type in types and among <= actors(e)]


TALKS = {"Meeting", "Negotiation", "Consultation"}


def test_date_comes_from_the_caption_and_language_from_the_text(told: Extraction) -> None:
    assert told.article.date == date(2025, 10, 27)
    assert told.article.lang == "pt"


def test_offices(told: Extraction) -> None:
    held = {
        (o.person.entity.rsplit("/", 1)[-1], o.office.rsplit("/", 1)[-1], o.of.country)
        for o in told.offices
        if o.person.entity and o.office and o.of
    }
    assert held == {
        ("vladimir-putin", "president", "RUS"),
        ("choe-son-hui", "foreign-minister", "PRK"),
        ("kim-jong-un", "leader", "PRK"),
        ("sergey-lavrov", "foreign-minister", "RUS"),
    }


def test_talks_in_the_kremlin_and_the_request(told: Extraction) -> None:
    pair = {"vladimir-putin", "choe-son-hui"}
    (kremlin,) = [
        e for e in find(told, types=TALKS, among=pair) if e.place and e.place.text == "Kremlin"
    ]
    assert kremlin.time
    assert kremlin.time.value == "2025-10-27"
    (request,) = find(told, types={"Request"}, among=pair)
    assert [a.role for a in request.arguments[:2]] == ["source", "target"]


def test_treaty_with_its_pact(told: Extraction) -> None:
    (signing,) = find(told, types={"TreatySigned"}, among={"vladimir-putin", "kim-jong-un"})
    assert signing.time
    assert signing.time.value == "2024"
    (treaty,) = told.agreements
    assert treaty.text == "tratado de parceria estratégica"
    assert [part.text for part in treaty.parts] == ["pacto de defesa mútua"]


def test_soldiers_shells_and_missiles_are_sent_without_a_date(told: Extraction) -> None:
    (soldiers,) = find(told, types={"TroopDeployment"}, among={"PRK", "RUS"})
    (arms,) = find(told, types={"ArmsTransfer"}, among={"PRK", "RUS"})
    assert soldiers.time is None
    assert arms.time is None
    assert {"granadas", "mísseis"} <= set(" ".join(a.text for a in arms.arguments).split())
    assert [link.relation for link in soldiers.links] == ["inSupportOf"]


def test_campaign_in_ukraine(told: Extraction) -> None:
    assert find(told, types={"MilitaryCampaign"}, among={"RUS", "UKR"})


def test_talks_in_beijing_the_month_before(told: Extraction) -> None:
    pair = {"vladimir-putin", "kim-jong-un"}
    (talks,) = find(told, types=TALKS, among=pair)
    assert talks.time
    assert talks.time.value == "2025-09"
    assert talks.place
    assert talks.place.entity
    assert talks.place.entity.endswith("/beijing")


def test_ten_thousand_soldiers_as_estimated_by_two_states(told: Extraction) -> None:
    (event,) = [e for e in told.events if e.quantity and e.quantity.value == 10_000]
    assert event.type == "TroopDeployment"
    assert "PRK" in actors(event)
    assert event.quantity
    assert (event.quantity.qualifier, event.quantity.unit) == ("mais de", "soldier")
    assert event.attribution
    assert {iri[-3:] for iri in event.attribution.entities} == {"UKR", "KOR"}
    (link,) = event.links
    assert link.relation == "inExchangeFor"
    (aid,) = [e for e in told.events if e.trigger == link.trigger]
    assert "RUS" in actors(aid)


def test_two_thousand_killed_as_estimated_in_september(told: Extraction) -> None:
    (event,) = find(told, types={"Killing"}, among={"PRK"})
    assert event.quantity
    assert (event.quantity.value, event.quantity.unit) == (2_000, "soldier")
    assert event.time is None, "September dates the estimate"
    assert event.attribution
    assert event.attribution.text == "agência de inteligência da Coreia do Sul"


def test_talks_with_lavrov(told: Extraction) -> None:
    (event,) = find(told, types=TALKS, among={"choe-son-hui", "sergey-lavrov"})
    assert event.time
    assert event.time.value == "2025-10-27"
    assert event.place
    assert event.place.text == "Moscou"


def test_ministers_blame_the_united_states_according_to_the_ministry(told: Extraction) -> None:
    (event,) = [e for e in told.events if e.type == "Blame"]
    assert {"choe-son-hui", "sergey-lavrov", "USA"} <= actors(event)
    assert event.attribution
    assert "Ministério" in event.attribution.text


def test_nothing_comes_from_the_boilerplate(told: Extraction) -> None:
    sentences = " ".join(e.sentence.text for e in told.events)
    for word in ("REUTERS", "Source link", "comentário", "Disse em sua visita"):
        assert word not in sentences


def test_the_graph_holds_each_meeting_once(graph: Path) -> None:
    rows = ask(graph, "meetings", person="Choe", lang="pt")
    assert sorted((r["met"], r["date"], r["place"]) for r in rows) == [
        ("Serguei Lavrov", "2025-10-27", "Moscou"),
        ("Vladimir Putin", "2025-10-27", "Kremlin"),
    ]
    (beijing,) = ask(graph, "meetings", person="Kim", lang="pt")
    assert (beijing["met"], beijing["date"], beijing["place"]) == (
        "Vladimir Putin",
        "2025-09",
        "Pequim",
    )


def test_the_six_queries_answer(graph: Path) -> None:
    assert len(ask(graph, "offices")) == 4
    assert {r["size"] for r in ask(graph, "deployments")} == {"", "mais de 10.000 soldados"}
    (treaty,) = ask(graph, "treaties")
    assert (treaty["date"], treaty["parts"]) == ("2024", "pacto de defesa mútua")
    assert len(ask(graph, "events-between", a="RUS", b="PRK")) >= 7
    assert len(ask(graph, "article", article="putin-choe")) >= 20


def test_the_graph_conforms(graph: Path) -> None:
    report = validate(graph)
    assert report.conforms, report.violations
