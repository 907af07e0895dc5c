"""The graph of the example articles."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"


def build_examples(folder: Path) -> Path:
    """Build it in a folder, unless it is there."""
    out = folder / "graph"
    if (out / "graph.html").exists():
        return out
    # Imported here: most tests need neither articles nor their pipelines.
    from kg.graph import build
    from kg.pipeline import extract
    from kg.read import read_inputs
    from kg.view import write_page

    build(read_inputs([str(EXAMPLES)]), out, extractor=extract, write_page=write_page)
    return out
