"""The code of docs/python.md runs, block after block."""

import re
import shutil
from pathlib import Path

from kg.query import named_queries

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf8")


def test_every_block_runs(tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 4
    namespace = {}
    for block in blocks:
        exec(block, namespace)
    assert "2025-10-27 Choe" in capsys.readouterr().out
    assert {path.name for path in tmp_path.iterdir()} >= {"demo", "demo.gexf", "demo.html"}


def test_its_queries_are_there():
    queries = re.search(r"\| query \|.*?\n\n", PAGE, re.DOTALL)[0]
    names = set(re.findall(r"`([a-z-]+)`", queries))
    assert names <= set(named_queries())
    assert f"all {len(named_queries())} queries" in PAGE
