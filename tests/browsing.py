"""A browser that reads pages from disk with the network blocked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
WAIT = 5_000
"""Milliseconds until a page that does not answer fails its test."""


class Reader:
    """Opens pages, and notes whatever they should not do."""

    def __init__(self, browser):
        self.browser = browser
        self.contexts = []
        self.faults = []

    def open(self, path, *, width=1280, height=800, scheme="light", wait=WAIT):
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            offline=True,
        )
        self.contexts.append(context)
        context.route("**/*", lambda route: self.admit(route, path))
        page = context.new_page()
        page.set_default_timeout(wait)
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        page.goto(path.as_uri())
        return page

    def admit(self, route, path):
        if route.request.url == path.as_uri():
            route.continue_()
        else:
            self.faults.append(f"asked for {route.request.url}")
            route.abort()


@contextmanager
def start_browser() -> Iterator:
    """Debian's Chromium; skips the test where it or playwright is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if not CHROMIUM.exists():
        pytest.skip(f"needs {CHROMIUM}: apt-get install chromium")
    with playwright.sync_playwright() as runner:
        browser = runner.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
