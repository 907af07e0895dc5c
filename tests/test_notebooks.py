"""The notebooks run from top to bottom, and what they show is there."""

import ast
import json
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def run_notebook(name):
    """Run the code cells in one namespace; the value of the last expression of each."""
    cells = json.loads((NOTEBOOKS / name).read_text(encoding="utf8"))["cells"]
    namespace = {"__name__": "notebook"}
    return [
        run_cell("".join(cell["source"]), namespace)
        for cell in cells
        if cell["cell_type"] == "code"
    ], namespace


def run_cell(source, namespace):
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), namespace)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), namespace) if last else None


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_they_are_committed_without_output(path):
    cells = json.loads(path.read_text(encoding="utf8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert len({cell["id"] for cell in cells}) == len(cells)


def test_first_graph():
    pytest.importorskip("pandas")
    shown, names = run_notebook("first-graph.ipynb")
    graph = names["graph"]
    assert graph._repr_html_().startswith("<iframe")
    assert graph.summary.articles == 3
    (meeting,) = names["meetings"]
    assert (meeting["date"], meeting["met"]) == ("2024-06-03", "Santiago Peña")
    corroborated = shown[5]
    assert list(corroborated["tellings"])[:1] == [2]
    assert len(shown[7]) >= 1  # plans
    assert any(kind == "Condemnation" for _, kind, _, _ in shown[8])
    assert shown[-1] == ["graph.html", "graph.gexf", "graph.ttl"]


def test_year_of_events():
    pytest.importorskip("pandas")
    pytest.importorskip("matplotlib")
    _, names = run_notebook("year-of-events.ipynb")
    assert (names["folder"] / "year.png").stat().st_size > 10_000
    (dispute,) = names["disagreements"]
    assert (dispute["oneSays"], dispute["otherSays"]) == ("10000 soldier", "12000 soldier")
    analysis = names["analysis"]
    assert len(analysis.actors) == 5
    members = [set(row["members"].split("; ")) for row in analysis.communities]
    assert {"Brazil", "Argentina", "Chile"} in members
    dyads = {(row["a"], row["b"]): row["mean"] for row in analysis.dyads}
    assert dyads["Argentina", "Brazil"] > 0 > dyads["Brazil", "Peru"]
    assert len(set(analysis.months.column("month"))) == 12
