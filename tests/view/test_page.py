import base64
import gzip
import hashlib
import re

import pytest
from view.graphs import Story, Telling, World, build
from view.packed import data_of
from view.worlds import STRAIT

from kg.view.model import PageGraph
from kg.view.page import pack, render_page
from kg.view.read import read_page_graph

HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>&\u2028\u2029\"'"


@pytest.fixture(scope="module")
def page(strait_page):
    return strait_page.read_text(encoding="utf8")


def test_equal_graphs_equal_bytes(page):
    assert render_page(read_page_graph(build(STRAIT))) == page


def test_nothing_is_loaded_from_anywhere(page):
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"<(link|img|iframe|object|embed)\b|\bsrc=|https?:|@import", markup)
    assert not re.search(r"@import|url\(", "".join(re.findall(r"<style>(.*?)</style>", page, re.S)))
    assert "sourceMappingURL" not in page


def test_the_policy_names_every_script_and_style_by_hash(page):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in scripts + styles
    }
    assert policy.startswith("default-src 'none'; ")
    assert set(re.findall(r"'sha256-[^']*'", policy)) == hashes
    # The engine of the SPARQL tab is WebAssembly, which this allows, and no eval of JavaScript.
    assert re.findall(r"\S*unsafe\S*", policy) == ["'wasm-unsafe-eval'"]


def test_page_speaks_the_language_of_its_articles(page):
    assert '<html lang="pt">' in page
    assert "Grafo de conhecimento" in page
    assert '<html lang="fr">' in render_page(PageGraph("fr"))
    assert '<html lang="en">' in render_page(PageGraph("eo"))


def test_data_holds_the_sentences(page):
    assert any(report.get("trigger") == "reuniu-se" for report in data_of(page)["reports"])


def test_hostile_words_stay_in_the_data():
    telling = Telling("um", "x", "Attack", f"{HOSTILE} [{HOSTILE}] x", theme=HOSTILE)
    world = World((Story("um", "pt", HOSTILE, source=HOSTILE),), {}, (telling,))
    page = render_page(read_page_graph(build(world)))
    assert page.count("</script>") == render_page(PageGraph("pt")).count("</script>")
    assert "alert(1)" not in page
    (report,) = data_of(page)["reports"]
    assert report["trigger"] == HOSTILE
    assert data_of(page)["articles"][0]["title"] == HOSTILE


def test_packing_has_no_clock():
    assert gzip.decompress(base64.b64decode(pack(b"abc"))) == b"abc"
    assert base64.b64decode(pack(b"abc"))[4:8] == bytes(4)


def test_the_empty_page_with_all_inside_is_small():
    assert len(render_page(PageGraph("en")).encode()) < 4_000_000
