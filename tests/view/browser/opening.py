"""Pages that have started."""

from view.graphs import build

from kg.view.page import render_page
from kg.view.read import read_page_graph


def open_page(reader, path, **options):
    """Open a page and wait until its parts have started."""
    page = reader.open(path, **options)
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def write(path, world):
    path.write_text(render_page(read_page_graph(build(world))), encoding="utf8")
    return path


def choose(page, kind, iri):
    """Choose a node, event or report as a click on it does."""
    page.evaluate(
        """([kind, iri]) => {
            const id = iri.replace(model.all.base, "");
            state.set({ chosen: { kind, id } });
        }""",
        [kind, str(iri)],
    )


def now(page):
    """What the reader looks at."""
    return page.evaluate("state.now")
