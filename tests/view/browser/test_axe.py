"""Every tab under axe-core, light and dark, on a desk and in a hand: nothing serious."""

from importlib.resources import files

import pytest
from view.browser.opening import choose, open_page
from view.graphs import event, iri

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf8")
GRAVE = {"serious", "critical"}
TABS = ["graph", "map", "table", "ask", "report"]
LOOKS = [("light", 1440, 900), ("dark", 1440, 900), ("light", 360, 740), ("dark", 360, 740)]


def faults(page):
    """What axe-core finds grave: the rule and where."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    violations = page.evaluate("axe.run().then(({ violations }) => violations)")
    return [
        (violation["id"], node["target"], node["failureSummary"])
        for violation in violations
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width", "height"), LOOKS)
def test_nothing_is_grave_in_any_tab(reader, strait_page, scheme, width, height):
    page = open_page(reader, strait_page, scheme=scheme, width=width, height=height)
    for tab in TABS:
        page.evaluate("tab => state.set({ tab })", tab)
        page.wait_for_timeout(300)
        assert faults(page) == [], tab


@pytest.mark.parametrize(("scheme", "width", "height"), LOOKS)
def test_nothing_is_grave_in_the_evidence(reader, strait_page, scheme, width, height):
    page = open_page(reader, strait_page, scheme=scheme, width=width, height=height)
    for kind, id in [("event", event("troops")), ("node", iri("person/helena-prado"))]:
        choose(page, kind, id)
        page.wait_for_timeout(300)
        assert faults(page) == []


@pytest.mark.parametrize(("scheme", "width", "height"), LOOKS)
def test_nothing_is_grave_in_an_answer(reader, strait_page, scheme, width, height):
    page = open_page(reader, strait_page, scheme=scheme, width=width, height=height)
    page.evaluate("state.set({ tab: 'ask' })")
    page.locator("#ask h2").wait_for()
    if page.locator("#ask summary").is_visible():
        page.locator("#ask summary").click()
    page.locator("#ask [data-question=own]").click()
    code = page.locator("#ask .code")
    code.fill("SELECT * { ?s a ?class . ?s ?p ?o }")
    page.keyboard.press("Control+Enter")
    page.locator("#ask tbody tr").first.wait_for()
    assert faults(page) == []
    code.fill("oops")
    page.keyboard.press("Control+Enter")
    page.locator("#ask [role=alert]").wait_for()
    page.keyboard.press("Control+End")
    page.keyboard.type(" kg:")
    page.locator("#ask [role=option]").first.wait_for()
    assert faults(page) == []


def test_axe_would_find_a_fault(reader, strait_page):
    page = open_page(reader, strait_page)
    page.evaluate("() => document.body.append(document.createElement('button'))")
    assert [rule for rule, *_ in faults(page)] == ["button-name"]
