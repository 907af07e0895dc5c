"""The world map: what it counts, draws and does."""

from dataclasses import replace

import pytest
from view.browser.opening import choose, now, open_page, write
from view.graphs import Story, Telling, World, event, iri

from kg.view.page import render_page
from tools.worldmap.projection import project

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
expect = playwright.expect

RESTED = 400
"""Milliseconds after a gesture, until the picture is drawn anew."""
SEATS = {
    "place/PRT/lisbon": (38.7223, -9.1393),
    "place/MAR/tangier": (35.7672, -5.7998),
    "place/NOR/oslo": (59.9139, 10.7522),
}


@pytest.fixture(scope="module")
def mapped(strait, tmp_path_factory):
    """The page of the strait, with the coordinates that a gazetteer would give."""
    seats = {str(iri(name)): seat for name, seat in SEATS.items()}
    nodes = tuple(
        replace(node, lat=seats[node.id][0], lon=seats[node.id][1]) if node.id in seats else node
        for node in strait.nodes
    )
    path = tmp_path_factory.mktemp("map") / "map.html"
    path.write_text(render_page(replace(strait, nodes=nodes)), encoding="utf8")
    return path


@pytest.fixture
def page(reader, mapped):
    return open_map(reader, mapped)


def open_map(reader, path, **options):
    page = open_page(reader, path, **options)
    page.get_by_role("tab", name="Mapa").click()
    page.locator(".map-legend li").first.wait_for()
    return page


def outline(page, code):
    return page.locator(f"path[data-country={code}]")


def line(page, name):
    return page.locator(f".map-lines .case[data-country={name}]")


def figures(page):
    return page.evaluate(
        "Object.fromEntries([...geography.tally().states].map(([code, s]) => [code, s.reports]))"
    )


def view(page):
    return [float(part) for part in page.locator(".world").get_attribute("viewBox").split()]


def middle(page, locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


# --- figures ---


def test_an_actor_counts_for_its_state(page):
    # Brazil: a treaty and help to Portugal, two sentences of its minister's talks, one of her plea.
    assert figures(page) == {"BRA": 5, "MAR": 4, "PRT": 4, "ESP": 3, "DZA": 2}


def test_more_sentences_more_colour(page):
    level = {code: outline(page, code).get_attribute("class").split()[1] for code in figures(page)}
    assert level == {
        "BRA": "level-5",
        "MAR": "level-4",
        "PRT": "level-4",
        "ESP": "level-3",
        "DZA": "level-2",
    }
    assert "level-0" in outline(page, "NOR").get_attribute("class")


def test_what_the_filters_leave_is_what_is_coloured(page):
    page.evaluate("state.set({ off: { ...state.now.off, status: [] } })")
    assert figures(page)["NOR"] == 1
    expect(outline(page, "NOR")).to_have_class("state level-1 ")
    page.evaluate("state.set({ off: { ...state.now.off, type: ['person'] } })")
    assert figures(page)["BRA"] == 2


def test_lines_lean_to_cooperation_or_conflict(page):
    assert page.locator(".map-lines path:not(.case)").evaluate_all(
        "all => all.map(({ dataset, classList }) => [dataset.country, classList[0]]).sort()"
    ) == [
        ["BRA-MAR", "conflict"],
        ["BRA-PRT", "cooperation"],
        ["DZA-MAR", "conflict"],
        ["ESP-MAR", "conflict"],
    ]
    # A second sign beside the colour.
    assert page.locator(".map-signs .conflict").count() == 3


def test_places_of_events_are_dots(page):
    dots = page.locator(".map-places circle")
    assert dots.count() == 2
    x, y = dots.evaluate_all(
        "all => all.map((dot) => [dot.cx.baseVal.value, dot.cy.baseVal.value])"
    )[0]
    assert (x, y) == pytest.approx(project(*SEATS["place/PRT/lisbon"]), abs=1)


def test_the_page_projects_as_the_tool_does(page):
    for latitude, longitude in [(0, 0), (-33.9, 151.2), (68.9, 33.1), (90, 10), (-54.8, -68.3)]:
        found = page.evaluate("place => geography.project(...place)", [latitude, longitude])
        assert found == pytest.approx(project(latitude, longitude), abs=1e-6)


def test_it_says_what_it_shows_and_what_it_cannot(page):
    legend = page.locator(".map-legend").inner_text()
    assert "Estados: 5 · linhas: 4 de 4 · lugares: 2" in legend
    assert "Fora do mapa: atores sem Estado (7), lugares de posição desconhecida (1)" in legend


def test_names_are_in_the_language_of_the_page(page):
    assert "Marrocos" in page.locator(".map-names").text_content()
    page.locator("#language").select_option("en")
    assert "Morocco" in page.locator(".map-names").text_content()
    assert "States: 5" in page.locator(".map-legend").inner_text()


# --- by mouse ---


def test_a_click_on_a_state_chooses_it(page):
    outline(page, "BRA").click()
    assert now(page)["chosen"] == {"kind": "node", "id": "state/BRA"}
    expect(page.locator("#panel h2")).to_have_text("Brasil")
    rows = page.locator(".map-card li").all_inner_texts()
    assert [row.split() for row in rows] == [["Helena", "Prado", "3"], ["Brasil", "2"]]
    expect(outline(page, "BRA")).to_have_class("state level-5 chosen")


def test_a_click_on_a_line_chooses_the_relation(page):
    point = line(page, "BRA-PRT").evaluate(
        """path => {
            const { x, y } = path.getPointAtLength(path.getTotalLength() * 0.4);
            const { a, d, e, f } = path.getScreenCTM();
            return [x * a + e, y * d + f];
        }"""
    )
    page.mouse.click(*point)
    assert now(page)["chosen"]["kind"] == "relation"
    rows = page.locator(".map-card li").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        "Brasil – Portugal 2",
        "Helena Prado – João Ávila 2",
    ]
    page.locator(".map-card button", has_text="João").click()
    expect(page.locator("#panel h2")).to_contain_text("João Ávila")


def test_a_state_that_no_article_names_is_chosen_by_its_actor(reader, tmp_path):
    world = World(
        stories=(Story("um", "pt"),),
        entities={"person/ana": {"pt": "Ana"}, "person/rui": {"pt": "Rui"}},
        countries={"person/ana": "state/FRA", "person/rui": "state/AGO"},
        tellings=(
            Telling("um", "x", "Meeting", "Ana [viu] Rui.", ("person/ana",), ("person/rui",)),
        ),
    )
    page = open_map(reader, write(tmp_path / "two.html", world))
    outline(page, "AGO").click(position={"x": 4, "y": 12}, force=True)
    assert now(page)["chosen"] == {"kind": "node", "id": "person/rui"}
    assert "Angola" in page.locator(".map-card").inner_text()


def test_a_state_of_which_nothing_is_told_is_not_chosen(page):
    outline(page, "AUS").click()
    assert now(page)["chosen"] is None


def test_the_wheel_zooms_where_the_pointer_is(page):
    for _ in range(4):
        page.get_by_role("button", name="Aproximar").click()
    x, y = middle(page, outline(page, "DZA"))
    page.mouse.move(x, y)
    width = view(page)[2]
    page.mouse.wheel(0, -600)
    page.wait_for_timeout(RESTED)
    assert view(page)[2] < width / 2
    assert middle(page, outline(page, "DZA")) == pytest.approx((x, y), abs=1)


def test_a_drag_moves_the_map_and_chooses_nothing(page):
    for _ in range(4):
        page.get_by_role("button", name="Aproximar").click()
    x, y = middle(page, page.locator(".world"))
    before = middle(page, outline(page, "DZA"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 20, steps=4)
    page.mouse.up()
    moved = pytest.approx((before[0] + 40, before[1] + 20), abs=0.1)
    assert middle(page, outline(page, "DZA")) == moved
    page.wait_for_timeout(RESTED)
    assert middle(page, outline(page, "DZA")) == moved
    assert now(page)["chosen"] is None


def test_in_a_gesture_the_picture_is_moved_and_drawn_anew_at_rest(page):
    look = """() => {
        const { style, attributes } = document.querySelector(".world");
        return [style.transform !== "", attributes.viewBox.value];
    }"""
    before = page.evaluate(look)
    glides = page.evaluate(
        f"""() => {{
            const world = document.querySelector(".world");
            world.dispatchEvent(new WheelEvent("wheel", {{ deltaY: -300, cancelable: true }}));
            return ({look})();
        }}"""
    )
    assert glides == [True, before[1]]
    page.wait_for_timeout(RESTED)
    rests = page.evaluate(look)
    assert not rests[0]
    assert rests[1] != before[1]


def test_two_fingers_zoom(reader, mapped):
    page = open_map(reader, mapped)
    x, y = middle(page, page.locator(".world"))
    client = page.context.new_cdp_session(page)
    width = view(page)[2]
    for kind, gap in [("touchStart", 40), ("touchMove", 60), ("touchMove", 120)]:
        points = [{"x": x - gap, "y": y, "id": 1}, {"x": x + gap, "y": y, "id": 2}]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(RESTED)
    assert view(page)[2] < width / 2


# --- by keyboard ---


def test_keys_move_and_zoom(page):
    page.locator(".world").focus()
    whole = view(page)
    for key in ["+", "+", "ArrowRight", "ArrowDown"]:
        page.keyboard.press(key)
    near = view(page)
    assert near[2] == pytest.approx(whole[2] / 1.4**2)
    page.keyboard.press("ArrowRight")
    assert view(page)[0] > near[0]
    page.keyboard.press("0")
    assert view(page) == whole


def test_the_list_has_all_that_the_map_shows(page):
    page.locator(".map-list summary").focus()
    page.keyboard.press("Enter")
    items = page.locator(".map-list li")
    expect(items).to_have_count(5 + 4)
    assert items.first.inner_text().split("\n")[0] == "Brasil"
    items.first.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert now(page)["chosen"]["id"] == "state/BRA"


# --- as a whole ---


def test_what_is_chosen_elsewhere_is_outlined_here(page):
    choose(page, "event", event("expel"))
    for code in ("ESP", "MAR"):
        assert "chosen" in outline(page, code).get_attribute("class")
    assert "faint" in line(page, "BRA-PRT").get_attribute("class")
    assert "faint" not in line(page, "ESP-MAR").get_attribute("class")


def test_it_opens_with_the_address(reader, mapped):
    page = open_page(reader, mapped)
    page.evaluate("location.hash = '#tab=map&chosen=node:state/PRT'")
    expect(page.locator(".map-card h3")).to_have_text("Portugal")


def test_on_a_small_screen_it_begins_where_something_happens(reader, mapped):
    page = open_map(reader, mapped, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    whole = page.evaluate("geography.load().then(({ box }) => box[2])")
    assert view(page)[2] < whole / 1.5
    names = page.locator(".map-names text:visible")
    assert names.count() >= 2
    for name in names.all():
        assert 0 < middle(page, name)[0] < 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_levels_differ_in_both_colours(reader, mapped, scheme):
    page = open_map(reader, mapped, scheme=scheme)
    fills = page.locator(".swatch").evaluate_all(
        "all => all.map((swatch) => getComputedStyle(swatch).backgroundColor)"
    )
    assert len(set(fills)) == len(fills) == 6
