"""Builds that are killed, and builds that meet."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from newsroom import IDS, read_bytes, take_in

from kg.errors import StoreError
from kg.graph.change.derive import read_held
from kg.graph.directory.archive import open_archive
from kg.graph.directory.layout import ARTICLES, PARTS
from kg.graph.directory.store import open_store

HERE = Path(__file__).parent
ROUNDS, KILLS = 10, 5


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A folder of graphs that were built under fire, and what was done to them."""
    folder = tmp_path_factory.mktemp("killed")
    command = [sys.executable, HERE / "kills.py", folder, 2024, ROUNDS, KILLS]
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    sys.stderr.write(done.stderr)  # what was broken, shown where a test fails
    return folder, json.loads(done.stdout)


def test_after_each_kill_there_is_a_whole_graph(killed):
    _, counts = killed
    assert counts["killed"] == ROUNDS * KILLS >= 50
    assert counts["build_all killed"] > 20
    assert counts["forget_one killed"] > 2
    assert "broken" not in counts


def test_the_next_run_makes_it_what_it_would_have_been(killed):
    whole = read_bytes(killed[0] / "whole")
    for number in range(ROUNDS):
        graph = killed[0] / f"graph{number}"
        assert read_bytes(graph) == whole
        assert {path.name for path in graph.iterdir()} == {*PARTS, ARTICLES}
        with open_archive(graph) as archive:
            assert archive.held_before(None) == read_held(open_store(graph))


def test_no_article_is_read_again_but_those_killed_or_forgotten(killed):
    folder, counts = killed
    reads = len((folder / "read.log").read_text().split())
    forgotten = counts.get("forget_one killed", 0) + counts.get("forget_one done", 0)
    # One more graph is built at the beginning.
    assert reads - (ROUNDS + 1) * len(IDS) <= counts["build_all killed"] + forgotten


HOLDING = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from newsroom import extract, take_in

def wait(article):
    print("reading", flush=True)
    sys.stdin.readline()
    return extract(article)

take_in(Path({out!r}), "talks", extractor=wait)
"""


def test_a_second_build_says_so_and_stops(tmp_path):
    path = [str(HERE.parents[1]), str(HERE.parents[2])]
    code = HOLDING.format(path=path, out=str(tmp_path / "g"))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as first:
        assert first.stdout.readline() == "reading\n"
        with pytest.raises(StoreError, match=r"Another build holds .*: wait for it to end"):
            take_in(tmp_path / "g", "a1")
        first.communicate("go on\n", timeout=60)
    assert read_held(open_store(tmp_path / "g")).keys() == {"talks"}
    assert take_in(tmp_path / "g", "a1").articles == 1
