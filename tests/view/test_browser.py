"""The page in a browser, from disk, with the network blocked."""

import pytest
from view.graphs import Holding, Story, Telling, World, build, event, iri

from kg.view.model import PageGraph
from kg.view.page import render_page
from kg.view.read import read_page_graph

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")


@pytest.fixture
def page(reader, strait_page):
    return reader.open(strait_page)


def write(path, world):
    path.write_text(render_page(read_page_graph(build(world))), encoding="utf8")
    return path


def spot(page, *nodes):
    """Where a node, or the middle between two, stands in the window."""
    box = page.locator("#canvas").bounding_box()
    points = [
        page.evaluate("id => drawing.network.canvasToDOM(drawing.network.getPosition(id))", str(n))
        for n in nodes
    ]
    x = sum(point["x"] for point in points) / len(points)
    y = sum(point["y"] for point in points) / len(points)
    return box["x"] + x, box["y"] + y


def pixel(page, x, y):
    """The colour that the canvas has there, as red, green, blue."""
    return page.evaluate(
        """([x, y]) => {
            const canvas = document.querySelector("#canvas canvas");
            const box = canvas.getBoundingClientRect();
            const scale = canvas.width / box.width;
            const at = [(x - box.left) * scale, (y - box.top) * scale].map(Math.round);
            return [...canvas.getContext("2d").getImageData(...at, 1, 1).data].slice(0, 3);
        }""",
        [x, y],
    )


def button(page, name):
    return page.locator("#list").get_by_role("button", name=name, exact=True)


def test_all_nodes_are_drawn_and_listed(page, strait):
    assert page.locator("#list button").count() == 37
    assert page.evaluate("drawing.shownNodes.length") == 37
    assert page.evaluate("drawing.shownEdges.length") == len(strait.edges)
    assert page.locator("#shown").inner_text() == "Mostrando 37 de 39 · ligações 41/41"
    assert page.locator("#summary").inner_text() == "3 artigos · 17 eventos"


def test_states_have_their_colour_on_the_canvas(reader, strait_page):
    for scheme, colour in [("light", [0, 114, 178]), ("dark", [61, 155, 214])]:
        page = reader.open(strait_page, scheme=scheme)
        page.wait_for_timeout(300)
        assert pixel(page, *spot(page, iri("state/NOR"))) == colour


def test_a_button_of_the_list_tells_the_sentences(page):
    button(page, "Helena Prado").click()
    detail = page.locator("#detail")
    assert detail.locator("h2").inner_text() == "Helena Prado"
    assert "Pessoa" in detail.inner_text()
    assert "chanceler" in detail.inner_text()
    assert detail.locator("mark").all_inner_texts() == ["reuniu-se", "met", "pediu"]
    assert "Chanceleres tentam conter a crise no estreito · Diário do Porto · 4 mar. 2026" in (
        detail.inner_text()
    )
    assert "Segundo Organização das Nações Unidas" in " ".join(detail.inner_text().split())


def test_a_click_on_the_canvas_selects_the_node_there(page):
    page.mouse.click(*spot(page, event("troops")))
    detail = page.locator("#detail")
    playwright.expect(detail.locator("h2")).to_have_text("Envio de tropas")
    assert detail.locator("mark").inner_text() == "enviou"
    text = detail.inner_text()
    for part in ("Marrocos", "Espanha", "Ceuta", "fev. 2026", "mais de 3.000 soldados", "Noruega"):
        assert part in text


def test_a_click_on_an_edge_tells_what_it_rests_on(page):
    page.mouse.click(*spot(page, iri("person/joao-avila"), iri("state/PRT")))
    detail = page.locator("#detail")
    playwright.expect(detail.locator("h2")).to_have_text("ministro dos Negócios Estrangeiros")
    assert "de Portugal, João Ávila, agradeceu" in detail.inner_text()


def test_a_click_beside_everything_returns_to_the_list(page):
    button(page, "Oslo").click()
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    playwright.expect(page.locator("#overview")).to_be_visible()


def test_denied_planned_and_possible_carry_a_badge(page):
    for name, badge in [("Visita", "Planejado"), ("Mediação", "Possível")]:
        page.locator("#list button", has_text=name).click()
        assert page.locator("#detail .kind .status").inner_text() == badge
        page.keyboard.press("Escape")
    page.evaluate("id => page.choose('node', id)", str(event("troops-denied")))
    assert page.locator("#detail .kind .status").inner_text() == "Negado"


def test_links_lead_to_articles_and_wikidata(page):
    button(page, "Organização das Nações Unidas").click()
    links = page.locator("#detail a").evaluate_all("all => all.map((a) => [a.innerText, a.href])")
    assert ["Wikidata", "http://www.wikidata.org/entity/Q1065"] in links
    assert [
        "Envoys meet again as the strait stays closed",
        "https://example.org/talks",
    ] in links


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("joao", ["João Ávila"]),
        ("ORGANIZACAO", ["Organização das Nações Unidas"]),
        ("norway", ["Noruega"]),
        ("zzz", []),
    ],
)
def test_search_folds_accents_and_knows_all_languages(page, wanted, found):
    page.locator("#search").fill(wanted)
    assert page.locator("#list bdi").all_inner_texts() == found
    assert page.locator("#shown").inner_text().startswith(f"Mostrando {len(found)} de 39")


def test_the_legend_hides_and_shows_a_type(page):
    places = page.locator("#legend").get_by_role("button", name="Lugares")
    places.click()
    assert places.get_attribute("aria-pressed") == "false"
    assert page.locator("#shown").inner_text() == "Mostrando 33 de 39 · ligações 37/41"
    assert button(page, "Lisboa").count() == 0
    places.click()
    assert button(page, "Lisboa").count() == 1


def test_what_is_only_mentioned_can_be_shown(page):
    assert button(page, "Brasília").count() == 0
    page.locator("#legend").get_by_role("button", name="Sem evento").click()
    button(page, "Brasília").click()
    assert "Mencionado em" in page.locator("#detail").text_content()


def test_everything_by_keyboard(page):
    page.keyboard.press("/")
    page.keyboard.type("condena")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#detail h2").inner_text() == "Condenação"
    assert page.evaluate("document.activeElement.id") == "detail"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#detail h2").inner_text() == "Organização das Nações Unidas"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Condenação"


def test_the_drawing_stays_in_sight_on_a_small_screen(reader, strait_page):
    page = reader.open(strait_page, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    button(page, "Ingrid Solberg").click()
    page.wait_for_timeout(200)
    canvas, heading = (
        page.locator("#canvas").bounding_box(),
        page.locator("#detail h2").bounding_box(),
    )
    assert canvas["y"] >= 0
    assert canvas["y"] + canvas["height"] <= heading["y"] < 740
    x, y = spot(page, iri("person/ingrid-solberg"))
    assert 0 < x < 360
    assert canvas["y"] < y < canvas["y"] + canvas["height"]


def test_hostile_articles_do_nothing(reader, tmp_path):
    attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u2028"
    name = "<b onclick=alert(3)>Zé \"'&amp;"
    world = World(
        stories=(Story("um", "pt", attack, source=attack, url="javascript:alert(4)"),),
        entities={
            "person/ze": {"pt": name},
            "state/BRA": {"pt": "x" * 100_000},
        },
        links={"person/ze": "http://evil.example/\u202e"},
        tellings=(
            Telling(
                "um",
                "x",
                "Attack",
                f"{attack} [{name}] 🜚 fim.",
                source=("person/ze",),
                target=("state/BRA",),
                theme=attack,
                says_text=attack,
            ),
        ),
        holdings=(Holding("um", "person/ze", attack, "state/BRA", attack),),
    )
    page = reader.open(write(tmp_path / "hostile.html", world))
    page.locator("#list button", has_text="Zé").click()
    detail = page.locator("#detail")
    assert detail.locator("h2").inner_text() == name
    assert detail.locator("mark").inner_text() == name
    assert "<img src=x onerror=alert(2)>" in detail.inner_text()
    assert detail.locator("img, script, b").count() == 0
    hrefs = detail.locator("a").evaluate_all("all => all.map((a) => a.protocol)")
    assert set(hrefs) <= {"http:", "https:"}
    page.mouse.move(*spot(page, iri("person/ze")))
    page.wait_for_timeout(400)
    assert page.locator(".vis-tooltip").inner_text().endswith(name)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_script_that_is_not_ours_does_not_run(reader, strait_page):
    page = reader.open(strait_page)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in fault for fault in reader.faults)
    reader.faults.clear()


def test_an_empty_graph_says_so(reader, tmp_path):
    path = tmp_path / "empty.html"
    path.write_text(render_page(PageGraph("en")), encoding="utf8")
    page = reader.open(path)
    assert page.locator("#empty").is_visible()
    assert page.locator("#shown").inner_text() == "Showing 0 of 0 · links 0/0"
