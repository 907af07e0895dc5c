import json

import pytest

from kg.errors import InputError
from kg.evaluate import read_gold, read_predictions

GOOD = {"id": "a", "set": "own", "lang": "en", "text": "Peru sued Chile.", "events": []}


@pytest.fixture
def write(tmp_path):
    def put(*rows: object):
        path = tmp_path / "file.jsonl"
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        path.write_text("\n".join(lines), encoding="utf8")
        return path

    return put


def test_gold_is_read_in_order_and_blank_lines_are_not(write):
    records = read_gold([write(GOOD, "", {**GOOD, "id": "b", "events": [{"event": "ACCUSE"}]})])
    assert [record.id for record in records] == ["a", "b"]
    assert records[1].events == ({"event": "ACCUSE"},)


def test_a_line_separator_inside_a_text_ends_no_line(write):
    raw = json.dumps({**GOOD, "text": "one\u2028two"}, ensure_ascii=False)
    assert read_gold([write(raw)])[0].text == "one\u2028two"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "broken JSON"),
        ([], "not a JSON object"),
        ({**GOOD, "lang": None}, 'no text "lang"'),
        ({**GOOD, "events": None}, 'no list "events"'),
        ({**GOOD, "events": [{"source": []}]}, "an event without a root"),
        (GOOD, "a second record 'a'"),
    ],
)
def test_what_is_no_gold_record_is_named_with_its_line(write, row, message):
    with pytest.raises(InputError, match=rf"file\.jsonl:2: {message}"):
        read_gold([write(GOOD, row)])


def test_predictions_are_grouped_and_lines_without_an_event_say_nothing(write):
    rows = [{"id": "a", "event": "AID"}, {"id": "b", "event": None}, {"id": "a", "event": "ACCUSE"}]
    found = read_predictions(write(*rows))
    assert {key: [row["event"] for row in value] for key, value in found.items()} == {
        "a": ["AID", "ACCUSE"]
    }
    with pytest.raises(InputError, match="no id"):
        read_predictions(write({"event": "AID"}))
