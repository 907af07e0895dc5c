"""The example of docs/evaluation.md can be evaluated."""

import json
import re
from pathlib import Path

from kg.evaluate import evaluate, read_clusters, read_gold

PAGE = Path(__file__).parents[2] / "docs" / "evaluation.md"


def test_the_gold_record_is_one(tmp_path):
    [block] = re.findall(r"^```json\n(.*?)^```", PAGE.read_text(encoding="utf8"), re.M | re.S)
    record = json.loads(block)
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record), encoding="utf8")
    gold = read_gold([path])
    right = {record["id"]: record["events"]}
    assert evaluate(gold, right).groups["my-news"].pair.f1 == 1


def test_the_gold_record_of_clusters_is_one(tmp_path):
    [block] = re.findall(r"^```jsonl\n(.*?)^```", PAGE.read_text(encoding="utf8"), re.M | re.S)
    row = json.loads(block)
    path = tmp_path / "clusters.jsonl"
    path.write_text(json.dumps(row), encoding="utf8")
    [record] = read_clusters([path])
    words = [row["text"][mark.start : mark.end] for mark in (*record.reports, *record.mentions)]
    assert words == ["sent", "Kenya", "Uganda"]
