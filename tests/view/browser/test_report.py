"""The report: each event with its sentences and numbered sources, on the screen and on paper."""

import pytest
from view.browser.opening import choose, open_page, write
from view.graphs import Story, Telling, World, event, iri

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
expect = playwright.expect


@pytest.fixture
def page(reader, strait_page):
    return open_report(reader, strait_page)


def open_report(reader, path, **options):
    page = open_page(reader, path, **options)
    page.evaluate("state.set({ tab: 'report' })")
    page.locator(".paper").wait_for()
    return page


def headings(page):
    return page.locator(".paper section h3").all_inner_texts()


def told(page):
    return page.locator(".told blockquote").all_inner_texts()


def test_every_sentence_that_is_shown_stands_there_once(page):
    shown = page.evaluate(
        "[...model.shown().reports].map((ix) => model.sentenceOf(model.all.reports[ix]))"
    )
    found = told(page)
    assert len(found) == len(shown) == 21
    for sentence in shown:
        assert sum(sentence in text for text in found) == 1, sentence


def test_sources_are_numbered_as_they_are_cited(page):
    sources = page.locator(".sources li").all_inner_texts()
    assert len(sources) == 3
    assert page.locator(".ref").first.inner_text() == "[1]"
    (number,) = (text.split("[")[1][0] for text in told(page) if "spoke by phone" in text)
    assert sources[int(number) - 1].startswith(
        "Envoys meet again as the strait stays closed. Harbour Gazette. 10 mar. 2026."
    )


def test_events_are_grouped_by_those_who_act(page):
    found = headings(page)
    assert found[0] == "Marrocos – Espanha"
    assert found[-2:] == ["Nenhum ator nomeado", "Cargos"]
    first = page.locator(".paper section").first
    assert first.locator("h4").all_inner_texts() == [
        "Envio de tropas: Marrocos → Espanha",
        "Expulsão: Espanha → Marrocos",
    ]
    assert "Segundo Noruega" in first.inner_text()


def test_or_by_month_the_undated_last(page):
    page.get_by_label("Agrupados por").select_option("date")
    assert headings(page) == [
        "jan. 2024",
        "jan. 2025",
        "fev. 2026",
        "mar. 2026",
        "Sem data",
        "Cargos",
    ]


def test_the_undated_say_when_they_were_told(page):
    page.get_by_label("Agrupados por").select_option("date")
    undated = page.locator(".paper section").filter(has_text="Sem data").first
    lines = undated.locator(".told > .quiet").all_inner_texts()
    assert lines
    assert all(line.startswith(("noticiado: ", "sem data")) for line in lines)
    assert any(line.startswith("noticiado: ") for line in lines)


def test_offices_have_their_sentences(page):
    offices = page.locator(".paper section").last
    assert "Helena Prado: chanceler, Brasil" in offices.locator("h4").all_inner_texts()
    assert "Brazil's foreign minister, Helena Prado, left early." in offices.inner_text()


@pytest.mark.parametrize(
    ("kind", "iri", "events", "sentences"),
    [
        ("node", iri("person/helena-prado"), 2, 5),
        ("node", iri("state/NOR"), 0, 0),
        ("event", event("lisbon-talks"), 1, 2),
    ],
)
def test_of_what_is_chosen_only(page, kind, iri, events, sentences):
    choose(page, kind, iri)
    page.locator("#report").get_by_label("Eventos").select_option("chosen")
    assert (
        page.locator(".paper section").filter(has=page.locator("mark")).locator(".told").count()
        == events
    )
    assert len(told(page)) == sentences


def test_of_a_relation_only(page):
    relation = page.evaluate(
        """() => {
            const at = (id) => model.at("node", id);
            const ends = [at("state/MAR"), at("state/ESP")].sort((a, b) => a - b);
            state.set({ chosen: { kind: "relation", id: ends.join("-") } });
        }"""
    )
    assert relation is None
    page.locator("#report").get_by_label("Eventos").select_option("chosen")
    assert headings(page) == ["Marrocos – Espanha"]
    page.evaluate("state.set({ chosen: null })")
    assert len(headings(page)) > 5


def test_it_says_what_narrows_it(page):
    page.evaluate("state.set({ from: '2026-03-01', actor: 'state/MAR', datedOnly: true })")
    head = page.locator(".paper header").inner_text()
    assert "De 1 mar. 2026 a …" in head
    assert "Marrocos" in head
    assert "Sem: Planejado" in head


def test_denied_events_carry_their_badge(page):
    page.evaluate("state.set({ off: { ...state.now.off, status: [] } })")
    assert "Negado" in page.locator(".told .badge").all_inner_texts()


def test_on_paper_there_is_only_the_report(page):
    page.emulate_media(media="print")
    for name in ["body > header", "#filters", "#timeline", "#panel", ".report-tools"]:
        assert not page.locator(name).is_visible(), name
    assert page.locator(".paper").is_visible()
    assert page.locator(".printed").first.is_visible()
    assert page.locator(".paper").evaluate("e => getComputedStyle(e).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


def test_on_paper_it_is_dark_on_white_whatever_the_screen_has(reader, strait_page):
    page = open_report(reader, strait_page, scheme="dark")
    page.emulate_media(media="print")
    style = page.locator(".paper").evaluate(
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    )
    assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


@pytest.mark.parametrize("tab", ["graph", "map", "table"])
def test_on_paper_each_tab_is_there(reader, strait_page, tab):
    page = open_report(reader, strait_page, scheme="dark")
    page.evaluate(f"state.set({{ tab: '{tab}' }})")
    page.emulate_media(media="print")
    box = page.locator(f"#{tab}").bounding_box()
    assert box["height"] > 200
    assert not page.locator("body > header").is_visible()
    page.wait_for_function("document.documentElement.dataset.theme === 'light'")


def test_the_print_button_prints(page):
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Imprimir").click()
    assert page.evaluate("window.printed")


def test_a_long_one_begins_with_a_part_and_says_so(reader, tmp_path):
    people = {"person/ana": {"pt": "Ana"}, "person/rui": {"pt": "Rui"}}
    tellings = tuple(
        Telling("um", f"x{i}", "Meeting", f"Ana [viu] Rui {i}.", ("person/ana",), ("person/rui",))
        for i in range(203)
    )
    page = open_report(
        reader, write(tmp_path / "long.html", World((Story("um", "pt"),), people, tellings))
    )
    assert page.locator(".told").count() == 200
    assert "Os primeiros 200 de 203 registros." in page.locator(".paper header").inner_text()
    page.get_by_role("button", name="Mostrar todos").click()
    assert page.locator(".told").count() == 203


def test_words_of_articles_stay_words(reader, tmp_path):
    attack = "</p><script>alert(1)</script><img src=x onerror=alert(2)>\u202e"
    world = World(
        stories=(Story("um", "pt", attack, source=attack, url="javascript:alert(3)"),),
        entities={"person/ana": {"pt": attack}},
        tellings=(
            Telling(
                "um", "x", "Attack", f"{attack} [{attack}].", ("person/ana",), says_text=attack
            ),
        ),
    )
    page = open_report(reader, write(tmp_path / "hostile.html", world))
    paper = page.locator(".paper")
    assert attack.rstrip("\u202e") in paper.inner_text()
    assert paper.locator("script, img").count() == 0
    assert paper.locator("a").count() == 0


def test_it_fits_a_small_screen(reader, strait_page):
    page = open_report(reader, strait_page, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
