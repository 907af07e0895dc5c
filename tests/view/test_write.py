from datetime import date

import pytest
from view.packed import data_of

from kg.errors import StoreError
from kg.graph.change.build import build
from kg.ontology.namespaces import BASE
from kg.types import Argument, Article, Entity, Event, Extraction, Mention, Phrase, Time
from kg.view import write_page

TEXT = "Helena Prado visitou Portugal em 3 de março de 2026."
ARTICLE = Article("viagem", TEXT, "pt", date(2026, 3, 4), "Uma visita", source="Correio do Cais")
PRADO, PORTUGAL = f"{BASE}person/helena-prado", f"{BASE}state/PRT"


def phrase(text):
    start = TEXT.index(text)
    return Phrase(text, start, start + len(text))


def place(text):
    found = phrase(text)
    return (found.text, found.start, found.end)


def extract(article):
    visit = Event(
        type="Visit",
        trigger=phrase("visitou"),
        sentence=phrase(TEXT),
        arguments=(
            Argument("source", *place("Helena Prado"), PRADO, None, "PERSON"),
            Argument("target", *place("Portugal"), PORTUGAL, "PRT", "STATE"),
        ),
        rule="pt-visit-visitar",
        time=Time(*place("3 de março de 2026"), "2026-03-03"),
    )
    return Extraction(
        article=article,
        sentences=1,
        mentions=(Mention(*place("Portugal"), "STATE", "name", PORTUGAL, "PRT"),),
        entities=(
            Entity(PRADO, "PERSON", "Helena Prado"),
            Entity(PORTUGAL, "STATE", "Portugal", "PRT"),
        ),
        offices=(),
        events=(visit,),
        agreements=(),
    )


def test_a_build_writes_the_page_and_twice_the_same(tmp_path):
    pages = []
    for name in ("one", "two"):
        build([ARTICLE], tmp_path / name, extractor=extract, write_page=write_page)
        pages.append((tmp_path / name / "graph.html").read_bytes())
    assert pages[0] == pages[1]
    data = data_of(pages[0].decode("utf8"))
    assert [node["labels"]["pt"] for node in data["nodes"]] == ["Helena Prado", "Portugal"]
    assert [(event["cls"], event["time"]) for event in data["events"]] == [
        (["Visit"], "2026-03-03")
    ]
    assert data["reports"][0]["trigger"] == "visitou"
    assert (data["articles"][0]["title"], data["articles"][0]["source"]) == (
        "Uma visita",
        "Correio do Cais",
    )


def test_a_page_that_stands_is_replaced_whole(tmp_path):
    build([ARTICLE], tmp_path / "graph", extractor=extract, write_page=write_page)
    path = tmp_path / "page.html"
    path.write_text("old")
    write_page(tmp_path / "graph", path)
    assert path.read_bytes() == (tmp_path / "graph" / "graph.html").read_bytes()
    assert not list(tmp_path.glob("*.part"))


def test_a_directory_without_a_graph_is_named(tmp_path):
    with pytest.raises(StoreError, match="no graph"):
        write_page(tmp_path, tmp_path / "graph.html")
    assert list(tmp_path.iterdir()) == []
