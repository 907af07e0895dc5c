"""What the reader looks at: kept in the address, undone and redone."""

import re

import pytest
from view.browser.opening import choose, now, open_page
from view.graphs import event, iri

expect = pytest.importorskip("playwright.sync_api", reason="needs playwright").expect


@pytest.fixture
def page(reader, strait_page):
    return open_page(reader, strait_page)


def fragment(page):
    return page.evaluate("state.fragment()")


GO = """text => new Promise((arrived) => {
    const before = location.hash;
    addEventListener("hashchange", arrived, { once: true });
    location.hash = text;
    if (location.hash === before) arrived();
})"""
"""Changes the address, and waits until the page has read it."""


def go(page, text):
    page.evaluate(GO, text)


def test_the_start_has_no_fragment(page):
    assert fragment(page) == ""


def test_only_what_differs_is_written_and_readable(page):
    page.evaluate("state.set({ tab: 'table', q: 'são tomé', from: '2026-03-01' })")
    page.evaluate("state.toggle('type', 'place')")
    assert fragment(page) == (
        "#tab=table&q=s%C3%A3o%20tom%C3%A9&from=2026-03-01&off.type=mentioned,place"
    )


PATCHES = [
    "{ tab: 'map', level: 'events', lang: 'fr' }",
    "{ q: 'a&b=c#d%', score: 0.35, datedOnly: true }",
    "{ actor: 'state/MAR', focus: 'state/NOR', limit: 300 }",
    "{ chosen: { kind: 'node', id: 'article/x%2Fy:z' } }",
    "{ hidden: ['a,b', 'c@d'], expanded: ['state/MAR'] }",
    "{ pins: { 'state/MAR': [10, -20], 'a@b,c': [0, 1] } }",
    "{ off: { ...state.now.off, status: [], outlet: ['Diário, o maior', ''] } }",
    "{ table: 'nodes', sort: '-name' }",
    "{ ask: { name: 'at-place', values: { at: 'a,b:c %20', lang: 'fr' } } }",
    "{ lit: ['event/a,b', 'state/MAR'] }",
    "{ ask: { name: 'own', values: {} } }",
]


def test_what_is_written_is_read_back(page):
    for patch in PATCHES:
        go(page, "")
        check_reading(page, patch)


def check_reading(page, patch):
    wanted, found = page.evaluate(
        f"""async () => {{
            state.set({patch});
            const wanted = state.now;
            const fragment = state.fragment();
            const go = {GO};
            await go("");
            await go(fragment);
            return [JSON.stringify(wanted), JSON.stringify(state.now)];
        }}"""
    )
    # An empty name cannot be told from no name.
    assert found.replace(" ", "") == wanted.replace(',""', "").replace(" ", "")


UNREADABLE = [
    "tab=nowhere",
    "from=yesterday&to=2026-13",
    "chosen=gossip:x",
    "lang=xx",
    "q=%",
    "=&&=x&__proto__=1&off.x=1&constructor=2",
    "pins=a@b@c",
]


def test_an_address_that_cannot_be_read_is_the_start(page):
    start = now(page)
    for text in UNREADABLE:
        go(page, "tab=map")
        assert now(page) != start
        go(page, text)
        assert now(page) == start, text


def test_the_address_follows(page):
    page.evaluate("state.set({ q: 'oslo' })")
    expect(page).to_have_url(re.compile("#q=oslo$"))
    page.evaluate("state.undo()")
    expect(page).to_have_url(re.compile("html$"))


def test_an_address_is_opened(page):
    page.evaluate("state.set({ tab: 'table', table: 'relations' })")
    expect(page).to_have_url(re.compile("#tab=table&table=relations$"))
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator("#table thead").inner_text().startswith("Um")


def test_undo_and_redo(page):
    page.evaluate("state.set({ q: 'one' })")
    choose(page, "event", event("troops"))
    page.keyboard.press("Control+z")
    assert (now(page)["q"], now(page)["chosen"]) == ("one", None)
    page.locator("#undo").click()
    assert now(page)["q"] == ""
    assert page.locator("#undo").is_disabled()
    page.locator("#redo").click()
    page.keyboard.press("Control+Shift+Z")
    assert now(page)["chosen"]["kind"] == "event"
    assert page.locator("#redo").is_disabled()


def test_a_run_of_one_kind_is_undone_as_one(page):
    for score in (0.1, 0.2, 0.3):
        page.evaluate("score => state.set({ score }, { merge: 'score' })", score)
    page.evaluate("state.undo()")
    assert now(page)["score"] == 0


def test_nothing_changes_what_is_now(page):
    assert (
        page.evaluate(
            """() => {
            "use strict";
            try { state.now.off.type.push("x"); } catch (error) { return error.name; }
        }"""
        )
        == "TypeError"
    )


def test_the_same_again_is_no_step(page):
    page.evaluate("state.set({ q: '' })")
    assert page.evaluate("state.canUndo()") is False


def test_what_the_page_does_not_have_is_not_chosen(page):
    choose(page, "node", iri("person/nobody"))
    assert now(page)["chosen"] is None
