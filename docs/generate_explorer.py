"""Take the pictures of docs/explorer/ from the graph of the examples.

    python docs/generate_explorer.py

Needs Debian's chromium and the development tools (`make test` sets both up).
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from kg import build

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "explorer"
STATES = {
    "actors": ("", 1440, "light"),
    "evidence": ("", 1440, "light"),
    "events": ("level=events", 1440, "light"),
    "map": ("tab=map", 1440, "light"),
    "table": ("tab=table", 1440, "light"),
    "ask": ("tab=ask", 1440, "light"),
    "report": ("tab=report", 1440, "dark"),
    "dark": ("", 1440, "dark"),
    "phone": ("", 360, "light"),
}
"""Name of a picture to the fragment of the address, the width in pixels and the colours."""
SETTLED = 800
"""Milliseconds until what moves has come to rest."""


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        graph = build([ROOT / "examples"], out=Path(folder) / "demo")
        page_file = Path(folder) / "graph.html"
        graph.view(page_file)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for name, (fragment, width, scheme) in STATES.items():
            size = {"width": width, "height": 760 if width < 600 else 900}
            page = browser.new_page(viewport=size, color_scheme=scheme)
            page.goto(f"{page_file.as_uri()}#lang=en&{fragment}")
            page.wait_for_selector("html[data-ready]", state="attached")
            if name in ACTS:
                ACTS[name](page)
            page.wait_for_timeout(SETTLED)
            page.screenshot(path=PICTURES / f"{name}.png")
            page.close()
        browser.close()


def choose(page: Page) -> None:
    """Choose the strongest relation of two states."""
    page.locator("#panel").get_by_role("button", name="North Korea – Russia").first.click()


def ask(page: Page) -> None:
    """Ask the first of the questions that have a name and wait for its rows."""
    page.locator("#ask form button[type=submit]").first.click()
    page.wait_for_selector("#ask table")


ACTS = {"evidence": choose, "dark": choose, "ask": ask}
"""Name of a picture to what is done before it is taken."""


if __name__ == "__main__":
    main()
