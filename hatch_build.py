"""Build step: fetch from npm what the page runs SPARQL with, and keep it in ``kg/view/vendor/``.

``kg/view/package-lock.json`` says which release, and by which hash it is recognised.
"""

import gzip
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "oxigraph"
_PINS = ("package.json", "package-lock.json")


class NpmMissing(Exception):
    """There is no npm, or it failed."""


class FetchHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel, editable or not, and before an sdist."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing; without npm, say in one line what to install."""
        try:
            fetch(Path(self.root) / "kg" / "view")
        except NpmMissing as error:
            self.app.abort(f"kg: {error}")


def fetch(view: Path) -> None:
    """Put Oxigraph's browser build into the folder ``vendor``, unless it has that release already.

    view: the folder of the lock file. The WebAssembly is kept gzipped, as pages carry it.
    Raises NpmMissing.
    """
    lock = json.loads((view / "package-lock.json").read_text(encoding="utf8"))
    vendor, wanted = view / "vendor", lock["packages"][f"node_modules/{PACKAGE}"]["version"]
    if _version(vendor / "oxigraph.json") == wanted:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for pin in _PINS:
            shutil.copy(view / pin, folder)
        _install(folder)
        _keep(folder / "node_modules" / PACKAGE, vendor)


def _version(path: Path) -> str | None:
    """The release that a copied package.json names."""
    if not path.exists():
        return None
    version: str | None = json.loads(path.read_text(encoding="utf8")).get("version")
    return version


def _install(folder: Path) -> None:
    """Run npm, which checks the hashes of the lock file; no script of a package is run."""
    npm = shutil.which("npm")
    if npm is None:
        raise NpmMissing("the page needs npm once, to build. Run: sudo apt-get install npm")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        faults = [line for line in done.stderr.splitlines() if "error" in line.lower()]
        raise NpmMissing(f"npm ci failed: {' '.join(faults)[:300] or done.returncode}")


def _keep(package: Path, vendor: Path) -> None:
    """Copy the three files; the one that names the release last, so that half a copy is no copy."""
    vendor.mkdir(exist_ok=True)
    wasm = (package / "web_bg.wasm").read_bytes()
    (vendor / "oxigraph.wasm.gz").write_bytes(gzip.compress(wasm, 9, mtime=0))
    shutil.copy(package / "web.js", vendor / "oxigraph.js")
    shutil.copy(package / "package.json", vendor / "oxigraph.json")
