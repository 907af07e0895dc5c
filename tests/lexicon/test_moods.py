"""Whole sentences of each mood, read by the pipelines that are installed."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.errors import PipelineMissing
from kg.language.pipelines import find_pipeline
from kg.pipeline import extract
from kg.types import Article

ROWS = yaml.safe_load(Path(__file__).with_name("moods.yaml").read_text("utf8"))["sentences"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['lang']}-{row['text']}")
def test_mood(row: dict[str, Any]) -> None:
    try:
        find_pipeline(row["lang"])
    except PipelineMissing as error:
        pytest.skip(str(error))
    text = row["text"]
    found = extract(Article("x", text, row["lang"], body=((0, len(text)),))).events
    event = next(event for event in found if event.type == row["class"])
    denied = row.get("denied")
    assert event.modality == row["mood"]
    assert event.polarity == ("positive" if denied is None else "negative")
    assert (event.denied_by.text if event.denied_by else "") == (denied or "")
