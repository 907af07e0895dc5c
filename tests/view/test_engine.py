import gzip
import re

import pytest

from kg.errors import KgError
from kg.view import engine
from kg.view.engine import engine_script, engine_wasm, to_plain_script

MODULE = """
export class Store { close() {} }
export function main() { return "export const not code"; }
const here = new URL("x.wasm", import.meta.url);
export { initSync, init as default };
"""


def test_a_module_becomes_a_plain_script():
    assert to_plain_script(MODULE).split("\n") == [
        "",
        "class Store { close() {} }",
        'function main() { return "export const not code"; }',
        'const here = new URL("x.wasm", "");',
        "",
        "",
    ]


@pytest.mark.parametrize(
    "left", ["export const x = 1;", "import x from 'y';", "const x = await import('y');"]
)
def test_what_is_left_of_a_module_is_an_error(left):
    with pytest.raises(KgError, match=r"kg/view/engine\.py"):
        to_plain_script(f"const a = 1;\n{left}\n")


def test_the_engine_names_its_release_and_licence():
    first, *rest = engine_script().splitlines()
    assert re.fullmatch(r"/\* Oxigraph \d+\.\d+\.\d+, MIT OR Apache-2\.0 \*/", first)
    assert not any(line.startswith(("export ", "import ")) for line in rest)


def test_the_webassembly_is_gzipped():
    assert gzip.decompress(engine_wasm())[:4] == b"\0asm"


def test_without_the_build_step_a_line_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "VENDOR", tmp_path)
    engine_wasm.cache_clear()
    with pytest.raises(KgError, match="install kg again, with npm"):
        engine_wasm()
