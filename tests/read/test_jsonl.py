import json
from datetime import date

import pytest

from kg.errors import InputError
from kg.read.jsonl import read_jsonl


def read(*lines):
    return list(read_jsonl([line.encode() for line in lines], name="news", where="news.jsonl"))


def test_fields_are_carried_over():
    record = {
        "id": "a/1",
        "text": "Text.",
        "title": "Title",
        "published": "2025-10-27T08:00:00-03:00",
        "lang": "pt-BR",
        "url": "https://isle.example/1",
        "source": "Isle",
        "events": [],
    }
    [raw] = read(json.dumps(record))
    assert (raw.id, raw.text, raw.title) == ("a/1", "Text.", "Title")
    assert (raw.date, raw.lang) == (date(2025, 10, 27), "pt-BR")
    assert (raw.url, raw.source, raw.clean) == ("https://isle.example/1", "Isle", True)


def test_date_goes_before_published():
    [raw] = read('{"text": "x", "date": "2025-01-02", "published": "2025-03-04"}')
    assert raw.date == date(2025, 1, 2)


def test_ids_are_made_of_file_and_line_where_there_is_none():
    raws = read('{"text": "x"}', "", '{"text": "x", "id": 7}', '{"text": "x", "id": null}')
    assert [raw.id for raw in raws] == ["news:1", "7", "news:4"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "x"', r"news\.jsonl:1: broken JSON"),
        ('["x"]', r"news\.jsonl:1: not a JSON object"),
        ('{"id": "a"}', r'news\.jsonl:1: no field "text"'),
        ('{"text": 3}', r'field "text" is not text'),
        ('{"text": "x", "id": true}', r'field "id" is not text'),
        ('{"text": "x", "date": "27/10/2025"}', "date '27/10/2025' is not like 2025-10-27"),
        ("[" * 100_000, r"news\.jsonl:1: broken JSON"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(line, message):
    error, raw = read(line, '{"text": "x"}')
    assert isinstance(error, InputError)
    assert raw.text == "x"
    with pytest.raises(InputError, match=message):
        raise error


def test_a_line_in_another_encoding():
    lines = ['{"text": "ações"}'.encode(encoding) for encoding in ("latin-1", "mac-roman")]
    raw, error = read_jsonl(lines, name="n", where="n.jsonl")
    assert raw.text == "ações"
    assert str(error).startswith("n.jsonl:2: not UTF-8")
