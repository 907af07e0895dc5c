"""Oxigraph's WebAssembly build, with which the page answers SPARQL: fetched when kg is built."""

import json
import re
from functools import cache
from pathlib import Path

from kg.errors import KgError

VENDOR = Path(__file__).with_name("vendor")
_EXPORT = re.compile(r"^export (?=function|class|async function)", re.MULTILINE)
_NAMES = re.compile(r"^export \{[^}]*\};?$", re.MULTILINE)
_MODULE = re.compile(r"^(?:export|import)\b|\bimport\.meta\b|\bimport\(", re.MULTILINE)


@cache
def engine_script() -> str:
    """Oxigraph as a script for a worker, followed by what answers the page.

    Raises KgError when the build step did not run.
    """
    release = json.loads(_vendored("oxigraph.json"))
    notice = f"/* Oxigraph {release['version']}, {release['license']} */"
    answers = (Path(__file__).parent / "assets" / "worker.js").read_text(encoding="utf8")
    glue = to_plain_script(_vendored("oxigraph.js").decode("utf8"))
    return f"{notice}\n{glue}\n{answers}"


@cache
def engine_wasm() -> bytes:
    """Its WebAssembly, gzipped. Raises KgError when the build step did not run."""
    return _vendored("oxigraph.wasm.gz")


def to_plain_script(module: str) -> str:
    """An ES module of wasm-bindgen as a plain script: its names stay, its exports go.

    A worker that is made from text cannot import. Raises KgError when something of a module is
    left, as a later release of wasm-bindgen may bring.
    """
    script = _NAMES.sub("", _EXPORT.sub("", module)).replace("import.meta.url", '""')
    left = _MODULE.search(script)
    if left:
        raise KgError(
            f"oxigraph.js keeps {left[0]!r} of a module: teach kg/view/engine.py to cut it."
        )
    return script


def _vendored(name: str) -> bytes:
    path = VENDOR / name
    if not path.exists():
        raise KgError(f"No {name} in {VENDOR}: install kg again, with npm at hand.")
    return path.read_bytes()
