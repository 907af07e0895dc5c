"""What leaves the page: its address, pictures, tables and statements."""

import csv
import io
import struct
from xml.etree import ElementTree

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, Graph
from view.browser.opening import now, open_page, write
from view.graphs import Story, Telling, World, article, build, event, iri
from view.worlds import STRAIT

from kg.ontology.namespaces import GAF, KG
from kg.view.page import render_page
from kg.view.read import read_page_graph

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
expect = playwright.expect
SVG = "{http://www.w3.org/2000/svg}"
ATTACK = "</svg><script>alert(1)</script>&\"'\u202e"


@pytest.fixture
def page(reader, strait_page):
    return open_page(reader, strait_page)


def item(page, name):
    if page.locator("#share details").get_attribute("open") is None:
        page.locator("#share summary").click()
    return page.locator("#share li button", has_text=name)


def saved(page, name):
    """The name and the bytes of the file that an entry of the menu saves."""
    with page.expect_download() as download:
        item(page, name).click()
    expect(page.locator("#share [role=status]")).to_have_text("Salvo.")
    path = download.value.path()
    return download.value.suggested_filename, path.read_bytes()


def rows(page):
    _, content = saved(page, "CSV")
    text = content.decode("utf8")
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def statements(page):
    _, content = saved(page, "Turtle")
    return Graph().parse(content, format="turtle")


def root(page):
    name, content = saved(page, "SVG")
    return name, ElementTree.fromstring(content)


def texts(picture):
    return {text.text for text in picture.iter(f"{SVG}text")}


# --- the address ---


def test_the_link_opens_the_same_view(page):
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { copied = text; }; }")
    page.evaluate("state.set({ tab: 'map', chosen: { kind: 'node', id: 'state/MAR' } })")
    item(page, "Copiar link").click()
    expect(page.locator("#share [role=status]")).to_have_text("Link copiado.")
    copied = page.evaluate("copied")
    assert copied.startswith("file:///")
    assert copied.endswith("#tab=map&chosen=node:state/MAR")


def test_without_a_clipboard_the_reader_copies_from_a_field(page):
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    item(page, "Copiar link").click()
    field = page.locator("#share input")
    assert field.input_value() == page.url
    selected = field.evaluate("field => field.selectionEnd - field.selectionStart")
    assert selected == len(page.url)


# --- tables ---


def test_one_row_for_each_event_that_is_shown(page):
    found = rows(page)
    assert len(found) == 14
    (troops,) = (row for row in found if row["event"] == str(event("troops")))
    assert troops == {
        "event": str(event("troops")),
        "date": "2026-02",
        "earliest": "2026-02-01",
        "latest": "2026-02-28",
        "class": "TroopDeployment",
        "root": "MOBILIZE",
        "status": "actual",
        "source": "Marrocos",
        "target": "Espanha",
        "participant": "",
        "place": "Ceuta",
        "countries": "ESP; MAR",
        "detail": "mais de 3.000 soldados",
        "reports": "1",
        "outlets": "Diário do Porto",
        "languages": "pt",
        "score": "1",
        "first_reported": "2026-03-04",
        "sentence": "Segundo a Noruega, Marrocos enviou mais de 3.000 soldados a Ceuta em "
        "fevereiro.",
        "article": "Chanceleres tentam conter a crise no estreito",
        "url": "https://example.org/estreito",
    }
    talks = next(row for row in found if row["event"] == str(event("lisbon-talks")))
    assert talks["reports"] == "2"
    assert talks["outlets"] == "Diário do Porto; Harbour Gazette"


def test_rows_follow_the_filters(page):
    page.evaluate("state.set({ actor: 'state/ESP' })")
    assert {row["class"] for row in rows(page)} == {
        "TroopDeployment",
        "Expulsion",
        "MilitaryExercise",
    }


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_never_a_formula(page, lead):
    text = page.evaluate("text => csv.write([['a', text, -1]])", f'{lead}HYPERLINK("x","y")')
    ((_, cell, number),) = csv.reader(io.StringIO(text[1:], newline=""))
    assert cell == f'\'{lead}HYPERLINK("x","y")'
    assert number == "-1"


def test_quotes_commas_and_lines_stay_in_their_cell(page):
    cells = ['a "b"', "c, d", "e\r\nf", "", "João"]
    text = page.evaluate("cells => csv.write([cells])", cells)
    assert list(csv.reader(io.StringIO(text[1:], newline=""))) == [cells]


# --- statements ---


def test_statements_are_those_of_the_graph(page, strait):
    found = statements(page)
    quads = parse(strait.dataset, RdfFormat.TRIG)
    assert {tuple(map(str, triple)) for triple in found} <= {
        tuple(term.value for term in quad.triple) for quad in quads
    }
    told = {str(event(name)) for name in ("troops", "lisbon-talks", "expel")}
    assert told <= {str(subject) for subject in found.subjects(GAF.denotedBy)}
    assert (article("estreito"), RDF.type, KG.Article) in found


def test_what_is_filtered_out_is_in_no_statement(page):
    found = statements(page)
    assert not list(found.triples((event("troops-denied"), None, None)))
    assert not list(found.triples((None, None, event("summit"))))
    page.evaluate(
        "state.set({ off: { ...state.now.off, status: [], outlet: ['Harbour Gazette'] } })"
    )
    found = statements(page)
    assert (event("troops-denied"), RDF.type, KG.TroopDeployment) in found
    assert (article("talks"), RDF.type, KG.Article) not in found


def test_a_relation_needs_an_event_that_is_shown(reader, tmp_path):
    store = build(STRAIT)
    prado, avila = (NamedNode(iri("person", name)) for name in ("helena-prado", "joao-avila"))
    met = Quad(prado, NamedNode(KG.met), avila, NamedNode(article("estreito")))
    store.add(met)
    store.add(Quad(*met.triple))
    path = tmp_path / "met.html"
    path.write_text(render_page(read_page_graph(store)), encoding="utf8")
    page = open_page(reader, path)
    said = (iri("person/helena-prado"), KG.met, iri("person/joao-avila"))
    assert said in statements(page)
    page.evaluate("state.set({ off: { ...state.now.off, cls: ['Meeting'] } })")
    assert said not in statements(page)


def test_the_same_view_gives_the_same_bytes(page):
    assert saved(page, "Turtle") == saved(page, "Turtle")


# --- pictures ---


def test_the_graph_as_svg(page):
    name, picture = root(page)
    assert name == "geopolitical-kg-graph.svg"
    assert {"Brasil", "Marrocos"} <= texts(picture)
    assert any("14 de 17 eventos" in text for text in texts(picture))
    assert not [*picture.iter(f"{SVG}script"), *picture.iter(f"{SVG}image")]


def test_the_map_as_svg_brings_its_colours(page):
    page.get_by_role("tab", name="Mapa").click()
    page.locator(".map-legend li").first.wait_for()
    name, picture = root(page)
    assert name == "geopolitical-kg-map.svg"
    assert "Brasil" in texts(picture)
    fills = {path.get("fill") for path in picture.iter(f"{SVG}path")}
    assert len({fill for fill in fills if fill.startswith("rgb")}) >= 5
    assert not [element for element in picture.iter() if element.get("class")]
    # Small states of which nothing is told are no dots on the screen either.
    assert not list(picture.iter(f"{SVG}circle"))


@pytest.mark.parametrize("tab", ["graph", "map", "table"])
def test_a_png_is_twice_as_sharp_as_the_screen(page, tab):
    page.evaluate("tab => state.set({ tab })", tab)
    if tab == "map":
        page.locator(".map-legend li").first.wait_for()
    shown = {"graph": "#graph .canvas", "map": ".world"}.get(tab)
    width = page.locator(shown).evaluate("e => e.clientWidth") if shown else 1600
    name, content = saved(page, "PNG")
    assert name == f"geopolitical-kg-{'map' if tab == 'map' else 'graph'}.png"
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20]) == (2 * width,)


def test_names_cannot_leave_their_text(reader, tmp_path):
    world = World(
        stories=(Story("um", "pt", ATTACK, source=ATTACK),),
        entities={"person/ana": {"pt": ATTACK}, "person/rui": {"pt": "=Rui"}},
        countries={"person/ana": "state/FRA", "person/rui": "state/AGO"},
        tellings=(
            Telling("um", "x", "Meeting", "Ana [viu] Rui.", ("person/ana",), ("person/rui",)),
        ),
    )
    page = open_page(reader, write(tmp_path / "hostile.html", world))
    _, picture = root(page)
    assert any("<script>" in text for text in texts(picture) if text)
    assert not list(picture.iter(f"{SVG}script"))
    assert rows(page)[0]["participant"] == f"{ATTACK}; =Rui"
    assert iri("person/ana") in set(statements(page).subjects())


# --- the menu ---


def test_the_menu_closes_with_escape_and_leads_to_the_report(page):
    page.locator("#share summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#share ul")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#share ul")).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    item(page, "Relatório").click()
    assert now(page)["tab"] == "report"
    expect(page.locator("#share ul")).to_be_hidden()


def test_what_fails_is_said(page):
    page.evaluate(
        "() => { HTMLCanvasElement.prototype.toBlob = () => { throw new Error('no room'); }; }"
    )
    item(page, "PNG").click()
    expect(page.locator("#share [role=status]")).to_have_text("Não deu certo: no room")
