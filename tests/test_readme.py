"""What the README shows is what the program prints."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from kg.explain import explain
from kg.graph import build
from kg.messages import format_explanation, format_summary
from kg.pipeline import extract
from kg.query import format_result, run_query
from kg.read import read_inputs
from kg.view import write_page

ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", (ROOT / "README.md").read_text("utf8"), re.M | re.S)


def shown_after(command: str) -> str:
    """The block that follows the one with a command."""
    texts = [text for _, text in BLOCKS]
    return texts[next(k for k, text in enumerate(texts) if command in text) + 1]


def lines(text: str) -> list[str]:
    """Its lines without trailing blanks, and without what differs from run to run."""
    kept = [line.rstrip() for line in text.strip().splitlines()]
    return [line for line in kept if not line.startswith("seconds") and "/" not in line[:6]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("readme") / "demo"
    articles = read_inputs([str(ROOT / "examples")])
    summary = build(articles, out, extractor=extract, write_page=write_page)
    return out, format_summary(summary)


def test_summary_of_the_demo(built: tuple[Path, str]) -> None:
    summary = [line for line in lines(built[1]) if "readme" not in line]
    shown = [line for line in lines(shown_after("make demo")) if not line.startswith("demo/")]
    assert [line for line in shown if line] == [line for line in summary if line]


def test_meetings(built: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    result = run_query(built[0], name="meetings", params={"person": "Putin"})
    assert lines(format_result(result)) == lines(shown_after("--name meetings"))


def test_explanation() -> None:
    text = format_explanation(explain("O Chile enviou remédios ao Peru.", lang="pt"))
    assert lines(text) == lines(shown_after("kg explain"))


def test_python() -> None:
    code = next(text for kind, text in BLOCKS if kind == "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert lines(printed.getvalue()) == lines(shown_after("from kg.pipeline import extract"))
