"""The graph in a browser: what is drawn, and what clicks and keys do."""

import pytest
from view.browser.opening import choose, now, open_page
from view.graphs import event, iri

from kg.view.model import Citation, Event, Node, PageGraph, Report
from kg.view.page import render_page

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
expect = playwright.expect


@pytest.fixture
def page(reader, strait_page):
    return open_page(reader, strait_page)


@pytest.fixture(scope="module")
def crowd_page(tmp_path_factory):
    """Four hundred states, each related to one of the first ten."""
    nodes = tuple(Node(f"actor/{i}", "state", {"en": f"Actor {i}"}) for i in range(400))
    events = tuple(
        Event(f"event/{i}", ("Meeting",), participant=(i % 10, i), reports=(i - 1,))
        for i in range(1, 400)
    )
    reports = tuple(Report(f"report/{i}", 0, "They ", "met", ".", "en") for i in range(399))
    path = tmp_path_factory.mktemp("crowd") / "crowd.html"
    graph = PageGraph("en", nodes, events, reports, (Citation("article/a", "Headline"),))
    path.write_text(render_page(graph), encoding="utf8")
    return path


def short(name):
    return str(name).removeprefix("https://w3id.org/geopolitical-kg/")


def drawn(page):
    return set(page.evaluate("graph.scene.items.map(({ id }) => id)"))


def kinds(page):
    return page.evaluate("[...new Set(graph.scene.lines.map(({ kind }) => kind))].sort()")


def spot(page, *names):
    """Where a node, or the middle between two, stands in the window."""
    box = page.locator("#graph .canvas").bounding_box()
    points = page.evaluate(
        """ids => ids.map((id) => graph.network.canvasToDOM(
            graph.scene.items.find((item) => item.id === id)))""",
        [short(name) for name in names],
    )
    x = sum(point["x"] for point in points) / len(points)
    y = sum(point["y"] for point in points) / len(points)
    return box["x"] + x, box["y"] + y


def pixels(page):
    """The colours that the drawing has, as "r,g,b"."""
    page.wait_for_timeout(250)
    return set(
        page.evaluate(
            """() => {
                const canvas = document.querySelector("#graph canvas");
                const { data } = canvas.getContext("2d").getImageData(
                    0, 0, canvas.width, canvas.height);
                const found = new Set();
                for (let at = 0; at < data.length; at += 4) {
                    found.add(data.slice(at, at + 3).join(","));
                }
                return [...found];
            }"""
        )
    )


# --- what is drawn ---


def test_actors_come_first_with_their_relations(page):
    assert short(iri("state/MAR")) in drawn(page)
    assert short(event("troops")) not in drawn(page)
    assert not any("place/" in name for name in drawn(page))
    assert kinds(page) == ["office", "relation"]


def test_events_stand_between_their_actors_on_demand(page):
    page.get_by_role("button", name="Eventos", exact=True).click()
    assert now(page)["level"] == "events"
    assert short(event("troops")) in drawn(page)
    assert "relation" not in kinds(page)
    assert {"source", "target", "participant"} <= set(kinds(page))


def test_it_says_how_many_of_how_many_are_drawn(reader, crowd_page):
    page = open_page(reader, crowd_page)
    tools = page.locator("#graph .graph-tools")
    assert "150 of 400 actors" in tools.inner_text()
    tools.get_by_role("button", name="Show more").click()
    assert "300 of 400 actors" in tools.inner_text()
    tools.get_by_role("button", name="Show fewer").click()
    assert "150 of 400 actors" in tools.inner_text()


def test_conflict_and_cooperation_show_in_both_schemes(reader, strait_page):
    for scheme, cooperation, conflict in [
        ("light", "0,114,178", "213,94,0"),
        ("dark", "74,168,224", "240,138,60"),
    ]:
        page = open_page(reader, strait_page, scheme=scheme)
        page.evaluate("state.set({ level: 'events' })")
        assert {cooperation, conflict} <= pixels(page)


def test_what_is_denied_is_drawn_only_when_it_is_asked_for(page):
    page.evaluate("state.set({ level: 'events' })")
    assert short(event("troops-denied")) not in drawn(page)
    page.evaluate("state.set({ off: { ...state.now.off, status: [] } })")
    assert short(event("troops-denied")) in drawn(page)
    assert page.evaluate("graph.scene.lines.some(({ status }) => status === 'denied')")


def test_filters_move_nothing(page):
    where = "(() => { const { x, y } = graph.scene.byKey.get('n%d'); return [x, y]; })()"
    where %= page.evaluate("model.at('node', 'state/MAR')")
    before = page.evaluate(where)
    page.evaluate("state.set({ off: { ...state.now.off, type: ['person', 'mentioned'] } })")
    assert not any(name.startswith("person/") for name in drawn(page))
    assert page.evaluate(where) == before


def test_no_two_nodes_stand_on_each_other(reader, crowd_page):
    page = open_page(reader, crowd_page)
    nearest = page.evaluate(
        """() => Math.min(...graph.scene.items.flatMap((one, at) => graph.scene.items.slice(at + 1)
            .map((other) => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)))))"""
    )
    assert nearest > 30


# --- clicks ---


def test_a_click_on_a_node_chooses_it(page):
    page.mouse.click(*spot(page, iri("state/MAR")))
    assert now(page)["chosen"] == {"kind": "node", "id": "state/MAR"}
    expect(page.locator("#panel h2")).to_have_text("Marrocos")


def test_a_click_on_a_line_tells_what_it_rests_on(page):
    page.mouse.click(*spot(page, iri("state/MAR"), iri("state/ESP")))
    assert now(page)["chosen"]["kind"] == "relation"
    expect(page.locator("#panel mark").first).to_be_visible()


def test_a_click_beside_everything_chooses_nothing(page):
    choose(page, "node", iri("state/MAR"))
    box = page.locator("#graph .canvas").bounding_box()
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] / 2)
    assert now(page)["chosen"] is None


def test_the_plus_opens_a_relation_into_its_events(page):
    page.mouse.click(*spot(page, iri("state/MAR"), iri("state/ESP")))
    page.locator("#graph .grow").click()
    assert short(event("troops")) in drawn(page)
    page.evaluate("state.undo()")
    assert short(event("troops")) not in drawn(page)


def test_a_click_on_what_is_chosen_expands_it(reader, crowd_page):
    page = open_page(reader, crowd_page)
    before = len(drawn(page))
    page.mouse.click(*spot(page, "actor/3"))
    page.wait_for_timeout(400)
    page.mouse.click(*spot(page, "actor/3"))
    page.wait_for_timeout(400)
    assert now(page)["expanded"] == ["actor/3"]
    assert len(drawn(page)) > before


def test_a_double_click_focuses(page):
    page.mouse.dblclick(*spot(page, iri("state/MAR")))
    page.wait_for_timeout(400)
    assert now(page)["focus"] == "state/MAR"
    assert now(page)["expanded"] == []
    assert short(iri("state/MAR")) in drawn(page)
    assert "organisation/european-union" not in drawn(page)
    page.locator("#graph").get_by_role("button", name="Voltar ao todo").click()
    assert "organisation/european-union" in drawn(page)


def test_a_node_that_is_dragged_stays_and_is_pinned(page):
    x, y = spot(page, iri("state/MAR"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 20)
    page.mouse.move(x + 60, y + 40)
    page.mouse.up()
    page.wait_for_timeout(200)
    assert list(now(page)["pins"]) == ["state/MAR"]
    moved = spot(page, iri("state/MAR"))
    assert abs(moved[0] - x - 60) < 6
    assert abs(moved[1] - y - 40) < 6
    page.evaluate("state.undo()")
    assert now(page)["pins"] == {}
    assert abs(spot(page, iri("state/MAR"))[0] - x) < 3


def test_hidden_nodes_come_back(page):
    page.evaluate("state.set({ hidden: ['state/MAR'] })")
    assert "state/MAR" not in drawn(page)
    page.locator("#graph").get_by_role("button", name="Mostrar 1 ocultos").click()
    assert "state/MAR" in drawn(page)


def test_the_pointer_is_told_what_it_is_over(page):
    page.mouse.move(*spot(page, iri("state/MAR")))
    expect(page.locator("#graph .tip")).to_contain_text("Marrocos")
    page.mouse.move(*spot(page, iri("state/MAR"), iri("state/ESP")))
    expect(page.locator("#graph .tip")).to_contain_text("conflito")


# --- keys ---


def test_everything_by_keyboard(page):
    page.locator("#graph .canvas").focus()
    page.keyboard.press("ArrowRight")
    first = now(page)["chosen"]
    assert first["kind"] == "node"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert now(page)["chosen"] != first
    chosen = now(page)["chosen"]["id"]
    page.keyboard.press("p")
    assert list(now(page)["pins"]) == [chosen]
    page.keyboard.press("Enter")
    assert now(page)["expanded"] == [chosen]
    page.keyboard.press("f")
    assert now(page)["focus"] == chosen
    page.keyboard.press("h")
    assert now(page)["hidden"] == [chosen]


def test_keys_move_the_view(page):
    page.locator("#graph .canvas").focus()
    scale = page.evaluate("graph.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("graph.network.getScale()") > scale
    place = page.evaluate("graph.network.getViewPosition().x")
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("graph.network.getViewPosition().x") > place
    page.keyboard.press("0")
    assert page.evaluate("graph.network.getScale()") == pytest.approx(scale)


# --- large graphs ---


STILL = """() => {
    const before = window.seen;
    window.seen = window.painted;
    return window.painted > 0 && window.painted === before;
}"""
"""Has the drawing come to rest?"""


def test_a_large_drawing_is_moved_rather_than_painted_anew(reader, crowd_page):
    page = open_page(reader, crowd_page)
    page.evaluate(
        """() => {
            state.set({ limit: 400, level: "events" });
            window.painted = 0;
            const old = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (...all) {
                window.painted += 1;
                return old.apply(this, all);
            };
        }"""
    )
    page.wait_for_function(STILL, polling=300)
    page.evaluate("window.painted = 0")
    box = page.locator("#graph .canvas").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    page.mouse.down()
    for step in range(5):
        page.mouse.move(box["x"] + 5 + 8 * step, box["y"] + box["height"] / 2)
    assert page.evaluate("graph.scene.items.length + graph.scene.lines.length") > 900
    assert page.evaluate("window.painted") == 0
    page.mouse.up()


WRITTEN = """() => {
    window.written = [];
    const old = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        const { width } = this.measureText(text);
        const left = x - { left: 0, center: width / 2, right: width }[this.textAlign];
        window.written.push([text, left, left + width]);
        return old.call(this, text, x, y);
    };
}"""


@pytest.mark.parametrize("level", ["actors", "events"])
def test_no_label_is_cut_by_the_edge_of_a_phone(reader, strait_page, level):
    page = open_page(reader, strait_page, width=360, height=740)
    page.evaluate(WRITTEN)
    page.evaluate("level => state.set({ level, limit: 151 })", level)
    page.wait_for_timeout(400)
    written = page.evaluate("window.written")
    assert len(written) > 8
    assert [text for text, left, right in written if left < 0 or right > 360] == []


def test_a_node_of_a_large_drawing_is_dragged_over_a_picture_of_the_rest(reader, crowd_page):
    page = open_page(reader, crowd_page)
    page.evaluate("state.set({ limit: 400, level: 'events' })")
    page.wait_for_timeout(500)
    assert page.evaluate("graph.scene.items.length + graph.scene.lines.length") > 900
    name = page.evaluate("graph.scene.items[0].id")
    x, y = spot(page, name)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y + 10)
    page.mouse.move(x + 60, y + 40)
    page.wait_for_timeout(500)
    page.evaluate(WRITTEN)
    page.mouse.move(x + 61, y + 40)
    page.wait_for_timeout(200)
    # Its own lines have other ends that are named anew, but not all of the drawing.
    assert 0 < page.evaluate("window.written.length") < 200
    page.mouse.up()
    page.wait_for_timeout(300)
    assert list(now(page)["pins"]) == [name]
    moved = spot(page, name)
    assert abs(moved[0] - x - 61) < 6
    assert abs(moved[1] - y - 40) < 6


def test_a_phone_has_the_whole_in_sight(reader, strait_page):
    page = open_page(reader, strait_page, width=360, height=740)
    page.wait_for_timeout(300)
    box = page.locator("#graph .canvas").bounding_box()
    for name in drawn(page):
        x, y = spot(page, name)
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]


def test_what_is_chosen_stands_above_the_sheet_of_a_phone(reader, strait_page):
    page = open_page(reader, strait_page, width=360, height=740)
    name = page.evaluate(
        """graph.scene.items.filter(({ kind }) => kind === "node")
            .sort((one, other) => other.y - one.y)[0].id"""
    )
    choose(page, "node", name)
    page.wait_for_timeout(800)  # the sheet rises, then the drawing moves
    _, y = spot(page, name)
    assert y < page.locator("#panel").bounding_box()["y"] - 20


def test_no_tool_covers_what_is_drawn_at_the_width_of_a_phone(reader, crowd_page):
    page = open_page(reader, crowd_page, width=360, height=740)
    page.wait_for_timeout(400)
    more = page.locator("#graph").get_by_role("button", name="Show more").bounding_box()
    top = min(spot(page, name)[1] for name in drawn(page))
    assert top > more["y"] + more["height"]
