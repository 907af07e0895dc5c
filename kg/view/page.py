"""The page: one HTML file that holds all it needs, and asks nothing of any network."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.view.dates import word_time
from kg.view.model import Citation, Edge, Evidence, Node, PageGraph
from kg.view.network import edge_id, to_pyvis
from kg.view.strings import Strings, load_strings
from kg.view.style import LOOKS, to_css

SCRIPTS = ("elements.js", "drawing.js", "panel.js", "page.js")
# In a script element these could end it, open a comment, or end a line of JavaScript.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def render_page(graph: PageGraph) -> str:
    """Render the page as HTML: equal graphs, equal text.

    What articles say goes into a block of data only, never into markup; the content security
    policy names the scripts and styles by hash, so that nothing else in the file can run.
    """
    strings = load_strings(graph.lang)
    scripts = [_vis_network(), *(_resource(name) for name in SCRIPTS)]
    styles = [to_css(), _resource("page.css")]
    return _template().render(
        strings=strings,
        types=list(LOOKS),
        scripts=[Markup(script) for script in scripts],
        styles=[Markup(style) for style in styles],
        policy=Markup(_policy(scripts, styles)),
        data=Markup(_to_json(_payload(graph, strings))),
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_resource("template.html"))


@cache
def _resource(name: str) -> str:
    return (files("kg.view") / name).read_text(encoding="utf8")


@cache
def _vis_network() -> str:
    """Take vis-network from the pyvis package, less the pointer to a map that is not there."""
    library = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return re.sub(r"//# sourceMappingURL=.*", "", library.read_text(encoding="utf8"))


def _policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    allowed = {
        "default-src": ["'none'"],
        "script-src": [_hash(script) for script in scripts],
        "style-src": [_hash(style) for style in styles],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join([directive, *sources]) for directive, sources in allowed.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _payload(graph: PageGraph, strings: Strings) -> Mapping[str, Any]:
    nodes, edges, *_, options = to_pyvis(graph).get_network_data()
    return {
        "strings": strings,
        "network": {"nodes": nodes, "edges": edges, "options": json.loads(options)},
        "nodes": {node.id: _record(node, strings) for node in graph.nodes},
        "edges": {edge_id(edge): _record(edge, strings) for edge in graph.edges},
        "evidence": {item.id: _record(item, strings) for item in graph.evidence},
        "articles": {item.id: _record(item, strings) for item in graph.articles},
    }


def _record(item: Node | Edge | Evidence | Citation, strings: Strings) -> Mapping[str, Any]:
    """Turn a dataclass into what the page reads: without empty values, times in words too."""
    record = {key: value for key, value in asdict(item).items() if value not in (None, (), "")}
    time = record.get("time") or record.get("date")
    return record | ({"when": word_time(time, strings)} if time else {})


def _to_json(payload: Mapping[str, Any]) -> str:
    """Write JSON that cannot leave the script element it stands in."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
