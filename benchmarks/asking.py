"""How long the page takes to answer SPARQL, from the click on its tab, on a made-up year of news.

    python -m benchmarks.asking [--events 24,2000]

One row for each size:

- tab: seconds from the click until the questions can be read.
- first: seconds from the click until the first answer, with Oxigraph started and the data loaded.
- next: seconds of the same question asked again, from the press of the button.
- page, empty: megabytes of the file, and of one without any article.
"""

import argparse
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.viewer import CHROMIUM, WINDOW
from benchmarks.worlds import make_directory
from kg.view import PageGraph, render_page, write_page

TRIPLES_OF_EVENT = 31
QUESTION = "attacks"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", default="24,2000")
    empty = len(render_page(PageGraph("en"))) / 1e6
    print(f"{'events':>8} {'tab s':>6} {'first s':>8} {'next s':>7} {'page MB':>8} {'empty MB':>9}")
    with sync_playwright() as runner, tempfile.TemporaryDirectory() as folder:
        browser = runner.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for events in map(int, parser.parse_args().events.split(",")):
            path = Path(folder) / f"{events}.html"
            make_directory(Path(folder) / str(events), events * TRIPLES_OF_EVENT)
            write_page(Path(folder) / str(events), path)
            tab, first, again = measure(browser, path)
            size = path.stat().st_size / 1e6
            print(f"{events:8,} {tab:6.2f} {first:8.2f} {again:7.2f} {size:8.2f} {empty:9.2f}")
        browser.close()


def measure(browser: Browser, path: Path) -> tuple[float, float, float]:
    """Open the tab and ask twice."""
    page = browser.new_page(viewport=WINDOW)
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_timeout(1_000)
    begun = time.perf_counter()
    page.locator("#tab-ask").click()
    page.locator(f"#ask [data-question={QUESTION}]").wait_for()
    tab = time.perf_counter() - begun
    page.locator(f"#ask [data-question={QUESTION}]").click()
    answer(page)
    first = time.perf_counter() - begun
    again = time.perf_counter()
    answer(page)
    return tab, first, time.perf_counter() - again


def answer(page: Page) -> None:
    """Ask, and wait until the answer stands there."""
    page.evaluate("() => { document.querySelector('#ask .outcome').replaceChildren(); }")
    page.locator("#ask .primary").click()
    page.locator("#ask .answer").wait_for()


if __name__ == "__main__":
    main()
