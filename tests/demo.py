"""The graph of the example articles."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"


def build_examples(folder: Path) -> Path:
    # Imported here: most tests need neither articles nor their pipelines.
    from kg.graph import build
    from kg.pipeline import extract
    from kg.read import read_inputs
    from kg.view import write_page

    out = folder / "graph"
    build(read_inputs([str(EXAMPLES)]), out, extractor=extract, write_page=write_page)
    return out
