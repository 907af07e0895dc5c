"""All that a reader does, one after the other, on the graph of the examples and on a large one."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from rdflib import Graph
from view.browser.axe import faults
from view.browser.opening import choose, now, open_page
from view.sights import plain

from kg.ontology.namespaces import GAF
from kg.view.strings import load_strings
from kg.view.style import LOOKS

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
expect = playwright.expect
image = pytest.importorskip("PIL.Image", reason="needs pillow")

PATIENCE = 60_000
"""Milliseconds: the large page takes a second for some steps, on a busy machine ten."""
WORDS = load_strings("en")
SETTLED = 100
"""Milliseconds until what moves has come to rest."""
SVG = "{http://www.w3.org/2000/svg}"
EVENTS_OF = """SELECT DISTINCT ?event ?who WHERE {{
  ?event a kg:Event ; kg:source|kg:target <{}>, ?who
}}"""
SCREENS = [(1440, 900), (360, 740)]
LOOKS_AND_RULES = [("light", []), ("dark", ["color-contrast"])]
"""Dark is the same page in other colours."""
TABS = ["graph", "map", "table", "ask", "report"]
LARGE = ["graph", "map", "table"]
"""Tabs that have more in them, or less, as the graph grows."""


# --- what a reader sees ---


def amounts(page):
    """Events, sentences and articles in the head of the page: (how many, of how many) each."""
    return pairs(page.locator("#counts").inner_text())


def pairs(text):
    found = re.findall(r"([\d,]+) of ([\d,]+)", text)
    return [tuple(int(number.replace(",", "")) for number in pair) for pair in found]


def drawn(page, kind):
    """How many nodes, or events, stand in the drawing."""
    return page.evaluate("kind => graph.scene.items.filter((i) => i.kind === kind).length", kind)


def start_of(sight):
    """The address of the page in English with nothing else changed."""
    return sight.path.as_uri() + ("" if sight.graph.lang == "en" else "#lang=en")


def heading(page):
    return page.locator("#detail h2").inner_text()


def said(page, sight):
    """The first sentence of the panel that tells of an event, checked against its report."""
    card = page.locator("#detail .report:has(mark.trigger)").first
    report = sight.graph.reports[int(card.get_attribute("data-report"))]
    article = sight.graph.articles[report.article]
    quote = card.locator("blockquote")
    assert quote.inner_text() == report.before + report.trigger + report.after
    assert quote.locator("mark.trigger").inner_text() == report.trigger
    assert card.locator("code").inner_text() == report.rule
    assert article.title in card.locator(".cite").inner_text()
    return report


def saved(page, act):
    """The content of the file that an act saves."""
    with page.expect_download() as download:
        act()
    return download.value.path().read_bytes()


def answers(page, act):
    """The rows of the answer that an act saves as JSON."""
    rows = json.loads(saved(page, act))["results"]["bindings"]
    return {tuple(term["value"] for term in row.values()) for row in rows}


def of_root(label):
    return next(root for root, name in WORDS["roots"].items() if name == label)


# --- by pointer ---


def read_in_english(page, sight):
    page.locator("#language").select_option("en")
    assert page.locator("h1").inner_text() == WORDS["title"]
    expect(page).to_have_url(start_of(sight), timeout=PATIENCE)


def see_how_much_is_shown(page, sight):
    events, sentences, articles = amounts(page)
    assert events == (len(sight.shown()), len(sight.graph.events))
    assert sentences[1] == len(sight.graph.reports)
    assert articles == (len(sight.graph.articles),) * 2
    ((some, every),) = pairs(page.locator("#graph .drawn").inner_text())
    assert some == drawn(page, "node") == min(every, 150)


def find_an_actor(page, sight):
    name = sight.actor.labels["en"]
    page.locator("#search").fill(plain(name))
    page.locator("#results .link", has_text=name).first.click()
    page.locator("#detail h2").wait_for()
    assert heading(page) == name
    assert page.locator("#results").is_hidden()


def read_its_evidence(page, sight):
    told = said(page, sight)
    actors = {mark.node for mark in told.marks}
    assert sight.graph.nodes.index(sight.actor) in actors
    events = page.locator("#detail section", has=page.locator(".report mark.trigger")).last
    assert events.locator("h3 .amount").inner_text() == f"{len(sight.shown(actor=sight.actor)):,}"


def go_back_to_the_overview(page, sight):
    page.locator("#detail .back").click()
    page.locator("#search").fill("")
    page.locator("#overview").wait_for()
    assert page.locator("#detail").is_hidden()


def switch_a_kind_off(page, sight):
    row = page.locator("#filters .root").first
    label = row.locator(".label").first.inner_text()
    row.locator("input").first.uncheck()
    assert amounts(page)[0][0] == len(sight.shown(without={of_root(label)}))
    assert page.locator("#filter-count").inner_text() == "1"


def brush_the_timeline(page, sight):
    without = set(now(page)["off"]["root"])
    box = page.locator("#timeline .bars").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.6, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, y, steps=3)
    page.mouse.up()
    days = now(page)["from"], now(page)["to"]
    assert all(days)
    shown = sight.shown(without=without, days=days)
    assert shown < sight.shown(without=without)
    assert amounts(page)[0][0] == len(shown)


def undo_both(page, sight):
    page.locator("#undo").click()
    assert now(page)["from"] is None
    assert now(page)["off"]["root"]
    page.locator("#undo").click()
    assert amounts(page)[0][0] == len(sight.shown())


def open_a_relation(page, sight):
    page.locator("#overview section").nth(1).locator(".link").first.click()
    assert " – " in heading(page)
    said(page, sight)
    told = int(page.locator("#detail h3 .amount").last.inner_text())
    assert drawn(page, "event") == 0
    page.locator("#graph .grow").click()
    assert drawn(page, "event") == told
    *_, events = pairs(page.locator("#graph .drawn").inner_text())
    assert events == (told, len(sight.shown()))
    page.locator("#graph").get_by_role("button", name=WORDS["graph"]["whole"]).click()
    assert drawn(page, "event") == 0


def look_at_the_map(page, sight):
    page.locator("#tab-map").click()
    page.locator(".map-legend li").first.wait_for()
    most = next(node for node in sight.graph.nodes if node.type == "state")
    names = page.locator("#map .world text").all_text_contents()
    assert most.labels["en"] in names
    lines = page.locator("#map .world [data-country*='-']").count()
    assert lines > 0


def sort_the_table(page, sight):
    page.locator("#tab-table").click()
    ((some, _),) = pairs(page.locator("#table caption").inner_text())
    assert some == len(sight.shown())
    page.locator("#table [data-sort=what]").click()
    kinds = page.locator("#table tbody th").all_inner_texts()
    assert len(kinds) == min(some, 50)
    assert kinds == sorted(kinds, key=str.casefold)


def ask_in_sparql(page, sight):
    query = EVENTS_OF.format(sight.actor.id)
    page.locator("#tab-ask").click()
    page.locator("#ask [data-question=own]").click()
    page.locator("#ask .code").fill(query)
    page.locator("#ask .primary").click()
    page.locator("#ask tbody tr").first.wait_for()
    expected = sight.rows(query)
    assert page.locator("#ask .status").inner_text().startswith(f"{len(expected):,} rows")
    json_button = page.locator("#ask .bar button", has_text="JSON")
    assert answers(page, json_button.click) == expected


def show_the_answer(page, sight):
    page.locator("#ask .bar button", has_text=WORDS["ask"]["light"]).click()
    lit = set(now(page)["lit"])
    things = {term for row in sight.rows(EVENTS_OF.format(sight.actor.id)) for term in row}
    assert {page.evaluate("model.all.base") + id for id in lit} == things
    unmark = page.locator("#graph .graph-tools .link", has_text="Unmark")
    assert str(len(lit)) in unmark.inner_text()
    unmark.click()
    assert unmark.count() == 0


def keep_to_the_actor(page, sight):
    find_an_actor(page, sight)
    page.locator("#detail").get_by_role("button", name=WORDS["panel"]["only"]).click()
    assert amounts(page)[0][0] == len(sight.shown(actor=sight.actor))


def take_tables_and_statements(page, sight):
    expected = sight.shown(actor=sight.actor)
    table = saved(page, entry(page, "CSV").click).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    assert {row["event"] for row in rows} == expected
    statements = Graph().parse(saved(page, entry(page, "Turtle").click), format="turtle")
    assert set(map(str, statements.subjects(GAF.denotedBy))) == expected


def take_pictures(page, sight):
    drawing = ElementTree.fromstring(saved(page, entry(page, "SVG").click))
    texts = [text.text for text in drawing.iter(f"{SVG}text")]
    assert sight.actor.labels["en"] in texts
    assert any(page.locator("#counts").inner_text() in text for text in texts)
    picture = image.open(io.BytesIO(saved(page, entry(page, "PNG").click))).convert("RGB")
    assert picture.width == 2 * page.locator("#graph .canvas").evaluate("e => e.clientWidth")
    colours = {colour for _, colour in picture.getcolors(picture.width * picture.height)}
    person = LOOKS["person"].light.fill
    assert tuple(bytes.fromhex(person[1:])) in colours


def entry(page, name):
    """An entry of the share menu, which is opened."""
    if page.locator("#share details").get_attribute("open") is None:
        page.locator("#share summary").click()
    return page.locator("#share li button", has_text=name)


def come_back_by_the_address(page, sight):
    seen = [page.locator("#counts").inner_text(), heading(page), drawn(page, "node")]
    expect(page).to_have_url(re.compile("actor=.*chosen="), timeout=PATIENCE)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert [page.locator("#counts").inner_text(), heading(page), drawn(page, "node")] == seen


def start_over(page, sight):
    page.locator("#filters").get_by_role("button", name=WORDS["filters"]["reset"]).click()
    go_back_to_the_overview(page, sight)
    see_how_much_is_shown(page, sight)
    # How the table is sorted and what was asked stay with their tabs.
    start = re.compile(re.escape(start_of(sight)) + r"([#&](sort|ask)=[^&]*)*$")
    expect(page).to_have_url(start, timeout=PATIENCE)


BY_POINTER = [
    read_in_english, see_how_much_is_shown, find_an_actor, read_its_evidence,
    go_back_to_the_overview, switch_a_kind_off, brush_the_timeline, undo_both, open_a_relation,
    look_at_the_map, sort_the_table, ask_in_sparql, show_the_answer, keep_to_the_actor,
    take_tables_and_statements, take_pictures, come_back_by_the_address, start_over,
]  # fmt: skip


def test_all_of_it_by_pointer(reader, sight):
    page = open_page(reader, sight.path, wait=PATIENCE)
    for step in BY_POINTER:
        step(page, sight)


# --- by keyboard alone ---


def walk(page, selector, key="Tab"):
    """Move the focus until it is on what is looked for, which must then be seen to have it."""
    for _ in range(150):
        page.keyboard.press(key)
        if page.locator(f":focus:is({selector})").count():
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style != "none", f"no sign of the focus on {selector}"
            return
    raise AssertionError(f"{key} does not lead to {selector}")


def back(page, selector):
    walk(page, selector, key="Shift+Tab")


def skip_to_the_evidence(page, sight):
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == sight_words(sight)["skip"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("#panel :focus").count() == 1


def sight_words(sight):
    return load_strings(sight.graph.lang)


def choose_english(page, sight):
    back(page, "#language")
    page.keyboard.press("Home")
    expect(page.locator("h1")).to_have_text(WORDS["title"], timeout=PATIENCE)


def find_the_actor_by_keys(page, sight):
    page.keyboard.press("Escape")
    back(page, "#undo, #open-filters")
    page.keyboard.press("/")
    page.keyboard.type(plain(sight.actor.labels["en"]))
    page.keyboard.press("Enter")
    page.locator("#detail h2").wait_for()
    assert heading(page) == sight.actor.labels["en"]
    assert page.locator("#detail:focus").count() == 1
    said(page, sight)


def keep_to_the_actor_by_keys(page, sight):
    walk(page, f"#detail .action:text-is('{WORDS['panel']['only']}')")
    page.keyboard.press("Enter")
    assert amounts(page)[0][0] == len(sight.shown(actor=sight.actor))
    page.keyboard.press("Escape")
    assert page.locator("#search:focus").count() == 1


def move_the_brush_by_keys(page, sight):
    back(page, "#timeline .handle.from")
    page.keyboard.press("PageUp")
    days = now(page)["from"], None
    assert amounts(page)[0][0] == len(sight.shown(actor=sight.actor, days=days))
    page.keyboard.press("Home")
    assert now(page)["from"] is None


def walk_the_drawing_by_keys(page, sight):
    back(page, f"#graph button:text-is('{WORDS['graph']['events']}')")
    page.keyboard.press("Enter")
    every = len(sight.shown(actor=sight.actor))
    assert drawn(page, "event") == min(every, 150)
    back(page, "#graph .canvas")
    page.keyboard.press("ArrowRight")
    assert heading(page)
    before = drawn(page, "node") + drawn(page, "event")
    page.keyboard.press("h")
    assert drawn(page, "node") + drawn(page, "event") == before - 1
    page.keyboard.press("Control+z")
    assert drawn(page, "node") + drawn(page, "event") == before
    page.keyboard.press("Enter")
    assert len(now(page)["expanded"]) == 1


def filter_by_keys(page, sight):
    back(page, "#filters .root > .check input")
    label = page.locator(".root:has(:focus) .label").first.inner_text()
    page.keyboard.press("Space")
    shown = sight.shown(actor=sight.actor, without={of_root(label)})
    assert amounts(page)[0][0] == len(shown)
    back(page, "#filters .bar .link")
    page.keyboard.press("Enter")
    assert amounts(page)[0][0] == len(sight.shown())


def sort_the_table_by_keys(page, sight):
    back(page, "[role=tab]")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    walk(page, "#table [data-sort=what]")
    page.keyboard.press("Enter")
    sorted_by = page.locator("#table th[aria-sort=ascending]")
    assert sorted_by.inner_text().startswith(WORDS["table"]["what"])
    walk(page, "#table tbody button")
    page.keyboard.press("Enter")
    said(page, sight)


def ask_by_keys(page, sight):
    query = EVENTS_OF.format(sight.actor.id)
    back(page, "[role=tab]")
    page.keyboard.press("ArrowRight")
    walk(page, "#ask [data-question=own]")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)
    page.keyboard.press("Control+Enter")
    page.locator("#ask tbody tr").first.wait_for()
    walk(page, "#ask .bar button:text-is('JSON')")
    assert answers(page, lambda: page.keyboard.press("Enter")) == sight.rows(query)


def take_a_table_by_keys(page, sight):
    back(page, "#share summary")
    page.keyboard.press("Enter")
    walk(page, "#share li button:has-text('CSV')")
    table = saved(page, lambda: page.keyboard.press("Enter")).decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table)))) == len(sight.shown()) + 1
    page.keyboard.press("Escape")
    assert page.locator("#share summary:focus").count() == 1


def read_the_report_by_keys(page, sight):
    back(page, "[role=tab]")
    page.keyboard.press("End")
    text = page.locator("#report header").inner_text()
    assert page.locator("#counts").inner_text() in text
    # It tells of offices, too.
    told = page.locator("#report .told").count()
    assert told == 200 if "Show all" in text else told >= len(sight.shown())


BY_KEYS = [
    skip_to_the_evidence, choose_english, find_the_actor_by_keys, keep_to_the_actor_by_keys,
    move_the_brush_by_keys, walk_the_drawing_by_keys, filter_by_keys, sort_the_table_by_keys,
    ask_by_keys, take_a_table_by_keys, read_the_report_by_keys,
]  # fmt: skip


def test_all_of_it_by_keyboard(reader, sight):
    page = open_page(reader, sight.path, wait=PATIENCE)
    for step in BY_KEYS:
        step(page, sight)


# --- for everyone ---


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_is_grave_for_axe(reader, examples_sight, width, height):
    page = open_page(reader, examples_sight.path, width=width, height=height, wait=PATIENCE)
    for scheme, rules in LOOKS_AND_RULES:
        page.emulate_media(color_scheme=scheme)
        check_tabs(page, TABS, rules)
        # The evidence stands beside every tab alike.
        for kind, thing in [
            ("node", examples_sight.actor),
            ("event", examples_sight.graph.events[0]),
        ]:
            choose(page, kind, thing.id)
            page.wait_for_timeout(SETTLED)
            assert faults(page, *rules) == [], (kind, scheme)


def test_nothing_is_grave_for_axe_in_a_large_graph(reader, crowd_sight):
    page = open_page(reader, crowd_sight.path, width=360, height=740, wait=PATIENCE)
    check_tabs(page, LARGE)


def check_tabs(page, tabs, rules=()):
    for tab in tabs:
        page.evaluate("tab => state.set({ tab, chosen: null })", tab)
        page.wait_for_timeout(SETTLED)
        assert faults(page, *rules) == [], (tab, rules)
