"""Articles that try to be more than text, in every tab: they stay text."""

import pytest
from view.browser.opening import choose, open_page, write
from view.graphs import Holding, Story, Telling, World, event, iri

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")

TABS = ["graph", "map", "table", "ask", "report"]
SCRIPT = "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"
QUOTES = '"\'`\\" onmouseover="window.ran = 3" \''
BIDI = "\u202etxet\u202c \u2066\u200f\u2028\u2029"
LONG = "m" * 1_000_000
NAME = f"<b onclick=window.ran=4>Zé</b> {QUOTES}"
WORLD = World(
    stories=(
        Story(
            "um",
            "pt",
            f"{SCRIPT}{BIDI}",
            "2026-03-04",
            source=f"{QUOTES}{SCRIPT}",
            url="javascript:window.ran=5",
        ),
        Story(
            "dois", "pt", LONG, "2026-03-05", source=LONG, url="data:text/html,<script>1</script>"
        ),
    ),
    entities={
        "person/ze": {"pt": NAME},
        "state/BRA": {"pt": LONG},
        "place/BRA/x": {"pt": f"{SCRIPT}{BIDI}"},
        "person/bidi": {"pt": BIDI + "Ana"},
    },
    links={"person/ze": "javascript:window.ran=6", "state/BRA": "http://evil.example/\u202e"},
    tellings=(
        Telling(
            "um",
            "script",
            "Attack",
            f"{SCRIPT}{BIDI} [{NAME}] 🜚 fim.",
            source=("person/ze",),
            target=("state/BRA", "person/bidi"),
            place="place/BRA/x",
            theme=SCRIPT,
            says_text=f"{SCRIPT}{BIDI}",
        ),
        Telling(
            "dois",
            "long",
            "Meeting",
            f"{LONG} [{LONG}] {LONG}.",
            source=("state/BRA",),
            target=("person/ze",),
        ),
    ),
    holdings=(Holding("um", "person/ze", SCRIPT, "state/BRA", f"{SCRIPT}{BIDI}"),),
)
CHOICES = [
    ("event", event("script")),
    ("event", event("long")),
    ("node", iri("person/ze")),
    ("node", iri("state/BRA")),
    ("node", iri("place/BRA/x")),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return write(tmp_path_factory.mktemp("hostile") / "hostile.html", WORLD)


@pytest.fixture
def page(reader, hostile):
    page = open_page(reader, hostile)
    yield page
    assert page.evaluate("window.ran") is None


def assert_harmless(page):
    """No element came out of an article, every link is of the web, nothing leaves the window."""
    made = page.locator(
        "main b, main img:not([src^='data:'], [src^='blob:']), main script, main iframe"
    )
    assert made.count() == 0
    links = page.locator("a[href]:not(.skip)").evaluate_all("all => all.map((a) => a.protocol)")
    assert set(links) <= {"http:", "https:"}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_read_as_it_stands(page):
    choose(page, "node", iri("person/ze"))
    detail = page.locator("#detail")
    assert detail.locator("h2").inner_text() == NAME
    assert "<img src=x onerror='window.ran = 2'>" in detail.inner_text()


@pytest.mark.parametrize("tab", TABS)
def test_in_every_tab(page, tab):
    page.evaluate("tab => state.set({ tab })", tab)
    page.wait_for_timeout(300)
    for kind, id in CHOICES:
        choose(page, kind, id)
        page.wait_for_timeout(50)
        assert_harmless(page)


def test_on_a_telephone(reader, hostile):
    page = open_page(reader, hostile, width=360, height=740)
    for tab in TABS:
        page.evaluate("tab => state.set({ tab })", tab)
        page.wait_for_timeout(200)
        assert_harmless(page)


def test_in_answers(page):
    page.evaluate("state.set({ tab: 'ask' })")
    page.locator("#ask [data-question=own]").click()
    page.locator("#ask .code").fill("SELECT * { ?s ?p ?o }")
    page.keyboard.press("Control+Enter")
    page.locator("#ask tbody tr").first.wait_for()
    assert_harmless(page)
    page.locator("#ask .code").fill("CONSTRUCT WHERE { ?s ?p ?o }")
    page.keyboard.press("Control+Enter")
    page.locator("#ask pre").wait_for()
    assert_harmless(page)


def test_in_what_is_searched(page):
    page.locator("#search input, input#search").first.fill("<b onclick")
    page.wait_for_timeout(400)
    assert page.locator("#panel").inner_text().count("<b onclick") > 0
    assert_harmless(page)


def test_a_hostile_address_does_nothing(reader, hostile):
    page = open_page(reader, hostile)
    for part in [
        "q=<img src=x onerror=window.ran=7>",
        "chosen=node:javascript:1",
        "lang=__proto__",
    ]:
        page.evaluate("part => { location.hash = part; }", part)
        page.wait_for_timeout(100)
        assert_harmless(page)
    assert page.evaluate("window.ran") is None


def test_a_script_that_is_not_ours_does_not_run(reader, hostile):
    page = open_page(reader, hostile)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = 8";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in fault for fault in reader.faults)
    reader.faults.clear()
