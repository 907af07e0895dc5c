import json

import pytest

from kg.errors import InputError
from kg.evaluate import Mark, read_clusters

GOOD = {
    "id": "a",
    "text": "Peru sued Chile.",
    "reports": [{"start": 5, "end": 9, "cluster": "suit"}],
    "mentions": [{"start": 0, "end": 4, "cluster": "peru", "optional": True}],
}


def write(path, *rows):
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
    return path


def test_articles_are_read_with_their_marks(tmp_path):
    (record,) = read_clusters([write(tmp_path / "gold.jsonl", GOOD)])
    assert record.id == "a"
    assert record.reports == (Mark(5, 9, "suit"),)
    assert record.mentions == (Mark(0, 4, "peru", optional=True),)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{**GOOD, "id": 3}], 'no "id" or "text"'),
        ([GOOD, GOOD], "a second article 'a'"),
        ([{**GOOD, "reports": None}], 'no list "reports"'),
        ([{**GOOD, "reports": [{"start": 1}]}], "lacks start, end or cluster"),
        ([{**GOOD, "reports": ["suit"]}], "lacks start, end or cluster"),
        ([{**GOOD, "mentions": [{"start": 9, "end": 99, "cluster": "x"}]}], "9–99 is no stretch"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path, rows, message):
    path = write(tmp_path / "gold.jsonl", *rows)
    with pytest.raises(InputError, match=f"{path}:{len(rows)}: .*{message}"):
        read_clusters([path])
