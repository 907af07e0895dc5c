"""The page: one HTML file that holds all it needs, and asks nothing of any network."""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.view.engine import engine_script, engine_wasm
from kg.view.model import PageGraph
from kg.view.payload import to_json
from kg.view.positions import position
from kg.view.questions import questions
from kg.view.strings import load_strings
from kg.view.style import to_css
from kg.view.worldmap import world_json

HEAD = ("theme.js",)
"""Scripts that run before anything is drawn."""
SCRIPTS = (
    *("boot.js", "elements.js", "words.js", "state.js"),
    *("columns.js", "sieve.js", "finding.js", "model.js"),
    *("placing.js", "scene.js", "paint.js", "still.js"),
    *("tip.js", "toolbar.js", "room.js", "graph.js"),
    *("evidence.js", "filters.js", "search.js", "timeline.js", "table.js", "panel.js", "page.js"),
    *("packing.js", "sparql.js", "engine.js", "editor.js", "answer.js", "ask.js"),
    *("geography.js", "camera.js", "map.js", "report.js"),
    *("download.js", "csv.js", "turtle.js", "vector.js", "picture.js", "share.js"),
)
"""In the order in which they start; each makes one constant that is called as its file."""
STYLES = ("page.css", "graph.css", "ask.css", "map.css", "report.css", "share.css")
LEVEL = 6
"""Of gzip: a tenth of a second more at 9 saves next to nothing."""


def render_page(graph: PageGraph) -> str:
    """Render the page as HTML: equal graphs, equal text.

    What articles say goes into packed blocks of data only, never into markup; the content security
    policy names the scripts and styles by hash, so that nothing else in the file can run.
    """
    head = [_resource(name) for name in HEAD]
    scripts = [_vis_network(), *(_resource(name) for name in SCRIPTS), _begin(SCRIPTS)]
    styles = [to_css(), *(_resource(name) for name in STYLES)]
    return _template().render(
        strings=load_strings(graph.lang),
        head=[Markup(script) for script in head],
        scripts=[Markup(script) for script in scripts],
        styles=[Markup(style) for style in styles],
        policy=Markup(_policy([*head, *scripts], styles)),
        blocks={name: Markup(text) for name, text in _blocks(graph).items()},
    )


def _blocks(graph: PageGraph) -> Mapping[str, str]:
    """Pack what the page unpacks, by the id of its element."""
    return {
        "data": pack(to_json(graph, position(graph)).encode("utf8")),
        "rdf": pack(graph.dataset),
        "questions": _questions(),
        "world": _world(),
        "engine": _engine(),
        "wasm": to_text(engine_wasm()),
    }


@cache
def _questions() -> str:
    return pack(json.dumps(questions(), ensure_ascii=False, separators=(",", ":")).encode("utf8"))


@cache
def _world() -> str:
    return pack(world_json().encode("utf8"))


@cache
def _engine() -> str:
    return pack(engine_script().encode("utf8"))


def pack(content: bytes) -> str:
    """Compress a block of the page: base64 of gzip without a clock, for `boot.unpack`."""
    return to_text(gzip.compress(content, LEVEL, mtime=0))


def to_text(compressed: bytes) -> str:
    """Write what is compressed already as a block of the page."""
    return base64.b64encode(compressed).decode("ascii")


def _begin(names: Sequence[str]) -> str:
    """Write the script that starts the parts of the page in their order."""
    parts = ", ".join(PurePath(name).stem for name in names)
    return f'"use strict";\nboot.begin([{parts}]);\n'


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_resource("template.html"))


@cache
def _resource(name: str) -> str:
    return (files("kg.view") / "assets" / name).read_text(encoding="utf8")


@cache
def _vis_network() -> str:
    """Take vis-network from the pyvis package, less the pointer to a map that is not there."""
    library = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return re.sub(r"//# sourceMappingURL=.*", "", library.read_text(encoding="utf8"))


def _policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    allowed = {
        "default-src": ["'none'"],
        "script-src": ["'wasm-unsafe-eval'", *(_hash(script) for script in scripts)],
        "style-src": [_hash(style) for style in styles],
        "img-src": ["data:", "blob:"],
        "worker-src": ["blob:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([directive, *sources]) for directive, sources in allowed.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
