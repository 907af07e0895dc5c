"""The page beside a stock pyvis page, on the same made-up graph in the same browser.

    python -m benchmarks.viewer [--sizes 2000:4000,20000:60000,100000:100000] [--only ours]

One row for each size (actors:relations) and page:

- ready: seconds from opening the file until the whole graph is drawn. For ours that is unpacking,
  all parts of the page, and every actor (`#limit=…`); for pyvis, until its loading bar has gone, or
  more than WAIT.
- frames: a second, while the drawing is panned by the mouse for SECONDS; "none" when the page did
  not answer for WAIT.
- "as it opens" is ours without the limit lifted: the most reported actors, with the rest on demand.

Below them, seconds and memory that the positions take in Python. pyvis is asked for no more than
PYVIS nodes: beyond that it does not come to rest in minutes.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright
from playwright.sync_api import TimeoutError as TimeUp
from pyvis.network import Network

from kg.view import render_page
from kg.view.model import Citation, Event, Node, PageGraph, Report
from kg.view.positions import position

CHROMIUM = "/usr/bin/chromium"
WINDOW = {"width": 1440, "height": 900}
WAIT = 60
SECONDS = 3
PYVIS = 2_000
CLASSES = ("Meeting", "Condemnation", "Visit", "SanctionImposed", "EconomicCooperation", "Attack")
TYPES = ("person", "organisation", "group")
STATES = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one page of one graph."""

    ready: float | None
    """Seconds; None when it took longer than WAIT."""
    frames: float | None
    """A second; None when the page did not answer."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="2000:4000,20000:60000,100000:100000")
    parser.add_argument("--only", choices=["ours"])
    options = parser.parse_args()
    print(f"{'actors':>8} {'relations':>9} {'page':14} {'ready s':>8} {'frames/s':>9}")
    with sync_playwright() as runner, tempfile.TemporaryDirectory() as folder:
        browser = runner.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for size in options.sizes.split(","):
            actors, relations = map(int, size.split(":"))
            for name, figures in measure(browser, Path(folder), actors, relations, options.only):
                print(f"{actors:8,} {relations:9,} {name:14} {word(figures)}", flush=True)
        browser.close()
    for size in options.sizes.split(","):
        print(time_positions(*map(int, size.split(":"))))


def measure(
    browser: Browser, folder: Path, actors: int, relations: int, only: str | None
) -> Iterator[tuple[str, Figures]]:
    """Measure each page of a graph."""
    graph = make_graph(actors, relations)
    ours, stock = folder / "ours.html", folder / "pyvis.html"
    ours.write_text(render_page(graph), encoding="utf8")
    yield "as it opens", open_ours(browser, ours.as_uri())
    if actors <= STATES * 1_000:
        yield "all drawn", open_ours(browser, f"{ours.as_uri()}#limit={actors}", whole=True)
    if actors <= PYVIS and only is None:
        stock.write_text(make_stock(graph), encoding="utf8")
        yield "pyvis", open_stock(browser, stock.as_uri())


def make_graph(actors: int, relations: int) -> PageGraph:
    """Make actors that share events, one for each relation; few actors are in many of them."""
    chance = random.Random(1)
    busy = list(accumulate(1 / (i + 8) for i in range(actors)))
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < relations:
        (one,) = chance.choices(range(actors), cum_weights=busy)
        other = chance.randrange(actors)
        if one != other:
            pairs[min(one, other), max(one, other)] = None
    events = tuple(
        Event(
            f"event/{i}", (chance.choice(CLASSES),), "2025-10-27", "2025-10-27", "2025-10-27",
            source=(one,), target=(other,), reports=(i,),
        )
        for i, (one, other) in enumerate(pairs)
    )  # fmt: skip
    reports = tuple(
        Report(f"report/{i}", 0, "One side ", "met", f" the other, {i}.", "en")
        for i in range(relations)
    )
    nodes = tuple(
        Node(f"actor/{i}", "state" if i < STATES else TYPES[i % 3], {"en": f"Actor number {i}"})
        for i in range(actors)
    )  # fmt: skip
    return PageGraph("en", nodes, events, reports, (Citation("article/a", "Headline"),))


def make_stock(graph: PageGraph) -> str:
    """Draw the same actors and relations as pyvis does when it is asked for nothing else."""
    network = Network(cdn_resources="in_line")
    for node in graph.nodes:
        network.add_node(node.id, label=node.labels["en"])
    for event in graph.events:
        network.add_edge(graph.nodes[event.source[0]].id, graph.nodes[event.target[0]].id)
    return str(network.generate_html())


def open_ours(browser: Browser, address: str, *, whole: bool = False) -> Figures:
    """Open our page and pan. whole: it is ready when no actor is left out."""
    page = browser.new_page(viewport=WINDOW, reduced_motion="reduce")
    ready = "document.documentElement.dataset.ready !== undefined"
    if whole:
        ready += " && graph.scene.counts.actors[0] === graph.scene.counts.actors[1]"
    return _open(page, address, ready, "#graph canvas")


def open_stock(browser: Browser, address: str) -> Figures:
    """Open a page of pyvis and pan, once it rests or time is up."""
    page = browser.new_page(viewport=WINDOW)
    page.add_init_script(
        "addEventListener('load', () => network.once("
        "'stabilizationIterationsDone', () => { window.rests = true; }))"
    )
    return _open(page, address, "window.rests === true", "#mynetwork canvas")


def _open(page: Page, address: str, ready: str, canvas: str) -> Figures:
    page.set_default_timeout(WAIT * 1_000)
    start, seconds = time.perf_counter(), None
    try:
        page.goto(address)
        # Two frames after it is ready it is on the screen; the page forbids strings of code.
        page.evaluate(_WATCH % (ready, WAIT * 1_000))
        seconds = time.perf_counter() - start
    except Error as error:
        if "TimeUp" not in str(error):
            raise
    frames = _pan(page, canvas)
    page.close()
    return Figures(seconds, frames)


def _pan(page: Page, canvas: str) -> float | None:
    """Drag the drawing to and fro, starting beside its nodes; frames a second that were drawn."""
    try:
        box = page.locator(canvas).bounding_box(timeout=WAIT * 1_000)
    except TimeUp:
        return None
    assert box is not None
    # The moves come from the page itself: through the debugger they would be what is measured.
    return float(
        page.evaluate(_PAN, [box["x"] + 4, box["y"] + box["height"] - 90, SECONDS * 1_000])
    )


_WATCH = """() => new Promise((done, fail) => {
  const look = () => {
    if (%s) requestAnimationFrame(() => requestAnimationFrame(done));
    else setTimeout(look, 10);
  };
  setTimeout(() => fail(new Error("TimeUp")), %d);
  look();
})"""
_PAN = """([x, y, time]) => new Promise((done) => {
  const target = document.elementFromPoint(x, y);
  const tell = (type, dx, dy) => target.dispatchEvent(new PointerEvent(type, {
    bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true,
    button: 0, buttons: 1, clientX: x + dx, clientY: y + dy,
  }));
  tell("pointerdown", 0, 0);
  const start = performance.now();
  let frames = 0;
  const step = () => {
    const past = performance.now() - start;
    tell("pointermove", 150 * Math.sin(past / 400), 60 * Math.sin(past / 300));
    frames += 1;
    if (past < time) requestAnimationFrame(step);
    else {
      tell("pointerup", 0, 0);
      done((frames * 1000) / past);
    }
  };
  requestAnimationFrame(step);
})"""


def time_positions(actors: int, relations: int) -> str:
    """Say what the positions of a graph take in Python, without drawing anything."""
    graph = make_graph(actors, relations)
    start = time.process_time()
    position(graph)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    things = actors + relations
    return f"positions of {things:,} actors and events: {seconds:.1f} s of CPU, {peak:.0f} MB peak"


def word(figures: Figures) -> str:
    """Put figures in columns."""
    ready = f"> {WAIT}" if figures.ready is None else f"{figures.ready:.2f}"
    frames = "none" if figures.frames is None else f"{figures.frames:.1f}"
    return f"{ready:>8} {frames:>9}"


if __name__ == "__main__":
    main()
