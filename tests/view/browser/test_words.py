"""Times, numbers and labels as the language of the page writes them."""

import pytest
from view.browser.opening import open_page

from kg.view.strings import load_languages

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")

TIMES = [
    ("2025-10-27", "27 Oct 2025", "27 out. 2025", "27 oct. 2025", "27 oct. 2025"),
    ("2025-10", "Oct 2025", "out. 2025", "oct. 2025", "oct. 2025"),
    ("2025", "2025", "2025", "2025", "2025"),
    ("2025-W43", "week 43 of 2025", "semana 43 de 2025", "semana 43 de 2025", "semaine 43 de 2025"),
    ("2022/..", "since 2022", "desde 2022", "desde 2022", "depuis 2022"),
    ("../2024-05", "until May 2024", "até maio 2024", "hasta mayo 2024", "jusqu’à mai 2024"),
    ("2024~", "about 2024", "por volta de 2024", "hacia 2024", "vers 2024"),
    ("2024-21", "2024-21", "2024-21", "2024-21", "2024-21"),
    ("201X", "201X", "201X", "201X", "201X"),
    ("", "", "", "", ""),
]


@pytest.fixture(scope="module")
def page(browser, strait_page):
    page = browser.new_page()
    page.goto(strait_page.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page
    page.close()


def say(page, lang, code, *values):
    return page.evaluate(
        f"([lang, values]) => {{ state.set({{ lang }}); return {code}; }}", [lang, values]
    )


@pytest.mark.parametrize(("edtf", "en", "pt", "es", "fr"), TIMES)
def test_time_in_words(page, edtf, en, pt, es, fr):
    for lang, wanted in {"en": en, "pt": pt, "es": es, "fr": fr}.items():
        assert say(page, lang, "words.time(values[0])", edtf) == wanted


@pytest.mark.parametrize(
    ("lang", "written"), [("en", "12,345"), ("pt", "12.345"), ("fr", "12\u202f345")]
)
def test_numbers(page, lang, written):
    assert say(page, lang, "words.number(12345)") == written
    assert written in say(page, lang, 'words.fill("more", { n: 12345 })')


def test_one_and_many(page):
    assert say(page, "en", 'words.count("types.article", 1)') == "1 article"
    assert say(page, "pt", 'words.count("types.article", 2)') == "2 artigos"


def test_words_of_a_thing_in_the_language_then_english_then_any(page):
    labels = {"pt": "Noruega", "en": "Norway"}
    assert [say(page, lang, "words.pick(values[0])", labels) for lang in ("pt", "fr")] == [
        "Noruega",
        "Norway",
    ]
    assert say(page, "fr", "words.pick({ es: 'Noruega' })") == "Noruega"
    assert say(page, "fr", "words.pick(undefined)") == ""


def test_no_word_of_the_page_is_missing(reader, strait_page):
    """A key that a part asks for and no language has would stand in the page as it is."""
    page = open_page(reader, strait_page)
    for lang in load_languages():
        for tab in ("graph", "map", "table", "ask", "report"):
            page.evaluate("patch => state.set(patch)", {"lang": lang, "tab": tab})
            page.wait_for_timeout(50)
            shown = page.evaluate(
                """() => [...document.querySelectorAll("body *")].flatMap((element) => [
                    ...[...element.childNodes].filter((node) => node.nodeType === 3)
                        .map((node) => node.data),
                    element.getAttribute("aria-label"), element.title, element.placeholder,
                ]).filter((text) => /^[a-z_]+(\\.[a-z_A-Z]+)+$/.test(text ?? ""))"""
            )
            assert shown == [], (lang, tab)
