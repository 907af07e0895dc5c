"""A browser that reads pages from disk with the network blocked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
WAIT = 5_000
"""Milliseconds until a page that does not answer fails its test."""


class Reader:
    """Opens pages, and notes whatever they should not do.

    A window is used again for another page, since Chromium takes a second to open one.
    """

    def __init__(self, browser):
        self.browser = browser
        self.used = []
        self.spare = []
        self.admitted = set()
        self.faults = []

    def open(self, path, *, width=1280, height=800, scheme="light", wait=WAIT):
        page = self.spare.pop() if self.spare else self.open_window()
        self.used.append(page)
        self.admitted.add(path.as_uri())
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce")
        page.set_default_timeout(wait)
        page.goto(path.as_uri())
        return page

    def open_window(self):
        context = self.browser.new_context(offline=True)
        context.route("**/*", self.admit)
        page = context.new_page()
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        return page

    def admit(self, route):
        if route.request.url in self.admitted:
            route.continue_()
        else:
            self.faults.append(f"asked for {route.request.url}")
            route.abort()

    def leave(self):
        """Make windows as new again. Returns the faults since the last time."""
        while self.used:
            page = self.used.pop()
            if not page.is_closed():
                page.goto("about:blank")
                page.mouse.move(0, 0)
                self.spare.append(page)
        faults, self.faults = self.faults, []
        self.admitted.clear()
        return faults


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
