"""The frame of the page in a browser, from disk, with the network blocked."""

from contextlib import closing

import pytest
from view.browser.opening import choose, now, open_page
from view.graphs import event, iri

from kg.view.model import PageGraph
from kg.view.page import render_page

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
expect = playwright.expect


@pytest.fixture
def page(reader, strait_page):
    return open_page(reader, strait_page)


def check(page, name):
    return page.locator("#filters").get_by_role("checkbox", name=name)


def words(locator):
    return " ".join(locator.inner_text().split())


def test_counts_say_how_many_of_how_many(page):
    assert page.locator("#counts").inner_text() == (
        "14 de 17 eventos · 21 de 24 frases · 3 de 3 artigos"
    )


# --- tabs, language, colours ---


def test_tabs_show_one_panel_each(page):
    for name, panel in [("Mapa", "map"), ("Tabela", "table"), ("Grafo", "graph")]:
        page.get_by_role("tab", name=name).click()
        assert page.locator(f"#{panel}").is_visible()
        assert page.locator("#stage > section:visible").count() == 1
        assert now(page)["tab"] == panel


def test_arrows_move_along_the_tabs(page):
    page.get_by_role("tab", name="Grafo").focus()
    page.keyboard.press("ArrowRight")
    assert now(page)["tab"] == "map"
    page.keyboard.press("End")
    assert now(page)["tab"] == "report"
    page.keyboard.press("ArrowRight")
    assert now(page)["tab"] == "graph"
    assert page.evaluate("document.activeElement.id") == "tab-graph"


@pytest.mark.parametrize(
    ("lang", "title", "filters"),
    [
        ("en", "Geopolitical knowledge graph", "Filters"),
        ("es", "Grafo de conocimiento geopolítico", "Filtros"),
        ("fr", "Graphe de connaissances géopolitique", "Filtres"),
    ],
)
def test_the_page_changes_its_language(page, lang, title, filters):
    page.locator("#language").select_option(lang)
    assert page.locator("h1").inner_text() == title
    assert page.title() == title
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("#filters h2").inner_text() == filters


def test_colours_follow_the_system_until_the_reader_chooses(reader, strait_page):
    page = open_page(reader, strait_page, scheme="dark")
    shade = "document.documentElement.dataset.theme"
    assert page.evaluate(shade) == "dark"
    page.locator("#theme").click()
    assert page.evaluate(shade) == "light"
    assert page.locator("#theme").get_attribute("aria-label") == "Cores: claras"


# --- filters ---


def test_a_filter_hides_and_shows(page):
    check(page, "Atacar").click()
    assert page.locator("#counts").inner_text().startswith("11 de 17 eventos")
    assert page.locator("#filter-count").inner_text() == "1"
    row = page.locator(".root", has_text="Atacar").first
    assert row.locator(".amount").first.inner_text() == "0/3"
    page.locator("#filters").get_by_role("button", name="Limpar").click()
    assert page.locator("#counts").inner_text().startswith("14 de 17 eventos")


def test_finer_classes_stand_under_their_root(page):
    page.locator(".root", has_text="Dialogar").locator("summary").click()
    check(page, "Telefonema").click()
    assert page.locator("#counts").inner_text().startswith("13 de 17 eventos")


def test_only_the_events_of_an_actor_by_name(page):
    page.locator("#only-actor").fill("Helena Prado")
    expect(page.locator("#counts")).to_contain_text("2 de 17 eventos")
    page.locator("#filters").get_by_role("button", name="Qualquer ator").click()
    expect(page.locator("#counts")).to_contain_text("14 de 17 eventos")
    assert page.locator("#only-actor").input_value() == ""


def test_none_and_all_outlets(page):
    page.locator("#filters").get_by_role("button", name="Nenhum").first.click()
    assert page.locator("#empty").is_visible()
    page.locator("#filters").get_by_role("button", name="Todos").first.click()
    assert page.locator("#empty").is_hidden()


# --- search ---


def test_search_finds_names_events_and_sentences(page):
    page.keyboard.press("/")
    page.keyboard.type("condenou")
    results = page.locator("#results")
    expect(results.locator("h2")).to_have_text(["Frases1"])
    page.locator("#search").fill("Norway")
    expect(results.locator("h2").first).to_have_text("Atores e lugares1")
    page.locator("#search").fill("zzz")
    expect(results).to_have_text("Nada aqui corresponde à busca.")


def test_search_says_what_is_filtered_out(page):
    page.locator("#search").fill("visita")
    expect(page.locator("#results .off")).to_have_text("fora dos filtros")


def test_search_by_keyboard_alone(page):
    page.keyboard.press("/")
    page.keyboard.type("Ingrid")
    expect(page.locator("#results bdi").first).to_have_text("Ingrid Solberg")
    page.keyboard.press("Enter")
    expect(page.locator("#detail h2")).to_have_text("Ingrid Solberg")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent").startswith("Ingrid Solberg")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "detail"


# --- evidence ---


def test_an_actor_tells_its_sentences(page):
    choose(page, "node", iri("person/helena-prado"))
    detail = page.locator("#detail")
    assert detail.locator("h2").inner_text() == "Helena Prado"
    text = words(detail)
    for part in (
        "Pessoa",
        "chanceler Brasil",
        "Chanceleres tentam conter a crise no estreito · Diário do Porto · 4 mar. 2026",
        "Segundo Organização das Nações Unidas",
        "Lido pela regra pt-rule · 100 % seguro",
    ):
        assert part in text
    assert set(detail.locator("mark.trigger").all_inner_texts()) == {"reuniu-se", "met", "pediu"}
    assert "João Ávila" in detail.locator("mark.person").all_inner_texts()


def test_an_event_tells_who_whom_where_when_and_what(page):
    choose(page, "event", event("troops"))
    detail = page.locator("#detail")
    assert detail.locator("h2").inner_text() == "Envio de tropas"
    assert detail.locator("mark.trigger").inner_text() == "enviou"
    for part in ("Marrocos", "Espanha", "Ceuta", "fev. 2026", "mais de 3.000 soldados", "Noruega"):
        assert part in detail.inner_text()


def test_a_relation_tells_its_events(page):
    page.evaluate(
        """() => {
            const [a, b] = ["state/MAR", "state/ESP"].map((id) => model.at("node", id));
            const id = `${Math.min(a, b)}-${Math.max(a, b)}`;
            state.set({ chosen: { kind: "relation", id } });
        }"""
    )
    detail = page.locator("#detail")
    assert set(detail.locator("h2").inner_text().split(" – ")) == {"Marrocos", "Espanha"}
    assert "0 de cooperação, 2 de conflito" in detail.inner_text()
    assert set(detail.locator("mark.trigger").all_inner_texts()) == {"enviou", "expulsou"}


def test_a_sentence_leads_to_its_event(page):
    page.locator("#search").fill("marítima")
    page.locator("#results .link", has_text="acordo de defesa").click()
    page.locator("#detail .link", has_text="Tratado assinado").click()
    assert "acordo de defesa marítima" in page.locator("#detail .facts").inner_text()


def test_links_lead_to_articles_and_wikidata(page):
    choose(page, "node", iri("organisation/united-nations"))
    links = page.locator("#detail a").evaluate_all("all => all.map((a) => [a.innerText, a.href])")
    assert ["Wikidata", "http://www.wikidata.org/entity/Q1065"] in links
    assert [
        "Envoys meet again as the strait stays closed",
        "https://example.org/talks",
    ] in links


def test_denied_planned_and_possible_carry_a_badge(page):
    for name, badge in [
        ("summit", "Planejado"),
        ("mediation", "Possível"),
        ("troops-denied", "Negado"),
    ]:
        choose(page, "event", event(name))
        assert page.locator("#detail .kind .status").inner_text() == badge
        assert page.locator("#detail .kind .filtered").is_visible()


def test_buttons_act_on_what_is_chosen_and_keep_the_focus(page):
    choose(page, "node", iri("state/MAR"))
    for name, key in [("Expandir", "expanded"), ("Ocultar", "hidden")]:
        page.locator("#detail").get_by_role("button", name=name).press("Enter")
        assert now(page)[key] == ["state/MAR"]
        assert page.evaluate("document.activeElement.className") == "action"
    page.locator("#detail").get_by_role("button", name="Fixar").click()
    assert list(now(page)["pins"]) == ["state/MAR"]
    page.locator("#detail").get_by_role("button", name="Focar").click()
    assert now(page)["focus"] == "state/MAR"
    page.locator("#detail").get_by_role("button", name="Só com este ator").click()
    assert now(page)["actor"] == "state/MAR"


def test_the_overview_names_the_most_reported(page):
    overview = page.locator("#overview")
    assert overview.locator(".link bdi").first.inner_text() == "Marrocos"
    overview.locator(".link", has_text="Espanha – Marrocos").or_(
        overview.locator(".link", has_text="Marrocos – Espanha")
    ).first.click()
    assert now(page)["chosen"]["kind"] == "relation"


# --- timeline ---


def test_the_timeline_has_a_bar_for_each_stretch(page):
    assert page.locator("#timeline .bars g").count() > 5
    assert "+ 3 eventos sem data" in page.locator("#timeline").inner_text()


def test_the_brush_moves_by_keyboard(page):
    first = page.get_by_role("slider", name="Primeiro dia mostrado")
    first.press("End")
    assert now(page)["from"] is not None
    assert page.evaluate("document.activeElement.className") == "handle from"
    assert first.get_attribute("aria-valuetext") in page.locator(".caption").inner_text()
    shown = page.evaluate("model.shown().counts.events[0]")
    assert shown < 14
    page.get_by_role("slider", name="Primeiro dia mostrado").press("Home")
    assert now(page)["from"] is None


def test_the_brush_is_drawn_with_the_mouse(page):
    box = page.locator("#timeline .bars").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.7, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, y, steps=4)
    page.mouse.move(box["x"] + box["width"] * 0.9, y, steps=4)
    page.mouse.up()
    assert now(page)["from"] is not None
    assert now(page)["to"] is not None
    page.keyboard.press("Control+z")
    assert now(page)["from"] is None
    assert now(page)["to"] is None


def test_play_moves_to_the_end_and_stops(page):
    with closing(page):  # Its window keeps the clock.
        page.clock.install()
        page.locator("#play").click()
        assert page.locator("#play").get_attribute("aria-label") == "Pausar"
        begun = now(page)["to"]
        page.clock.run_for(1000)
        assert now(page)["to"] > begun
        page.clock.run_for(100_000)
        assert page.locator("#play").get_attribute("aria-label") == "Reproduzir"
        assert now(page)["to"] is None


# --- table ---


def test_the_table_sorts(page):
    page.get_by_role("tab", name="Tabela").click()
    rows = page.locator("#table tbody tr")
    assert rows.count() == 14
    assert rows.first.locator("td").first.inner_text() == "9 mar. 2026"
    page.locator("#table").get_by_role("button", name="O quê").click()
    names = page.locator("#table tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    assert page.locator("#table th[aria-sort]").get_attribute("aria-sort") == "ascending"
    assert page.evaluate("document.activeElement.dataset.sort") == "what"
    page.keyboard.press("Enter")
    assert page.locator("#table tbody th").all_inner_texts() == names[::-1]


def test_a_row_leads_to_its_evidence(page):
    page.evaluate("state.set({ tab: 'table', table: 'nodes' })")
    page.locator("#table").get_by_role("button", name="Helena Prado").click()
    expect(page.locator("#detail h2")).to_have_text("Helena Prado")
    assert page.locator("#table tr.chosen").count() == 1


def test_the_table_follows_the_filters(page):
    page.get_by_role("tab", name="Tabela").click()
    check(page, "Atacar").click()
    assert page.locator("#table tbody tr").count() == 11
    assert "11 de 17" in page.locator("#table caption").inner_text()


# --- small screens, nothing at all ---


def test_a_telephone_shows_all_of_it(reader, strait_page):
    page = open_page(reader, strait_page, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("#filters").is_hidden()
    page.locator("#open-filters").click()
    assert page.locator("#filters").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#filters").is_hidden()
    choose(page, "node", iri("person/ingrid-solberg"))
    page.wait_for_timeout(300)
    heading = page.locator("#detail h2").bounding_box()
    assert 100 < heading["y"] < 700
    assert page.evaluate("document.documentElement.scrollHeight") <= 740
    page.get_by_role("tab", name="Tabela").click()
    page.wait_for_timeout(300)
    assert page.locator("#panel").bounding_box()["y"] > 600


def test_an_empty_graph_says_so(reader, tmp_path):
    path = tmp_path / "empty.html"
    path.write_text(render_page(PageGraph("en")), encoding="utf8")
    page = open_page(reader, path)
    assert page.locator("#empty").inner_text() == "No event or office was found in these articles."
    assert page.locator("#timeline").inner_text() == "No event here has a date."
