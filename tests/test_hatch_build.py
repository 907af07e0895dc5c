import gzip
import json
import os
from pathlib import Path

import pytest

from hatch_build import NpmMissing, fetch

VIEW = Path(__file__).parents[1] / "kg" / "view"
NPM = """#!/bin/sh
echo "$@" >> "$NPM_LOG"
mkdir -p node_modules/oxigraph
cd node_modules/oxigraph
printf '{"version": "1.2.3"}' > package.json
printf 'export function main() {}' > web.js
printf 'wasm' > web_bg.wasm
"""
BROKEN_NPM = "#!/bin/sh\necho 'npm error code EINTEGRITY' >&2\nexit 1\n"


@pytest.fixture
def view(tmp_path):
    """A folder with a lock file that wants release 1.2.3."""
    packages = {"node_modules/oxigraph": {"version": "1.2.3"}}
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": packages}))
    return tmp_path


@pytest.fixture
def put_npm(tmp_path, monkeypatch):
    def put(text):
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "npm").write_text(text)
        (folder / "npm").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
        monkeypatch.setenv("NPM_LOG", str(tmp_path / "log"))
        return tmp_path / "log"

    return put


def test_what_the_page_needs_is_fetched_once(view, put_npm):
    log = put_npm(NPM)
    fetch(view)
    fetch(view)
    assert log.read_text().splitlines() == ["ci --ignore-scripts --no-audit --no-fund"]
    assert gzip.decompress((view / "vendor" / "oxigraph.wasm.gz").read_bytes()) == b"wasm"
    assert sorted(path.name for path in (view / "vendor").iterdir()) == [
        "oxigraph.js",
        "oxigraph.json",
        "oxigraph.wasm.gz",
    ]


def test_another_release_is_fetched_again(view, put_npm):
    log = put_npm(NPM)
    (view / "vendor").mkdir()
    (view / "vendor" / "oxigraph.json").write_text('{"version": "1.2.2"}')
    fetch(view)
    assert log.exists()
    assert json.loads((view / "vendor" / "oxigraph.json").read_text())["version"] == "1.2.3"


def test_without_npm_one_line_says_what_to_install(view, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NpmMissing, match=r"^the page needs npm .* apt-get install npm$"):
        fetch(view)


def test_what_npm_complains_of_is_told(view, put_npm):
    put_npm(BROKEN_NPM)
    with pytest.raises(NpmMissing, match="npm ci failed: npm error code EINTEGRITY"):
        fetch(view)
    assert not (view / "vendor").exists()


def test_the_lock_file_pins_a_release_by_hash_and_names_no_registry():
    lock = json.loads((VIEW / "package-lock.json").read_text())
    package = lock["packages"]["node_modules/oxigraph"]
    wanted = json.loads((VIEW / "package.json").read_text())["dependencies"]["oxigraph"]
    assert package["version"] == wanted
    assert package["integrity"].startswith("sha512-")
    assert "http" not in (VIEW / "package-lock.json").read_text()
