"""The answers of the page under axe-core: nothing serious. Its tabs are in test_journey.py."""

import pytest
from view.browser.axe import faults
from view.browser.opening import open_page

LOOKS = [("light", 1440, 900), ("dark", 1440, 900), ("light", 360, 740), ("dark", 360, 740)]


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
