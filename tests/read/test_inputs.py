import io
import json
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError, UnknownLanguage
from kg.read import count_inputs, read_inputs
from kg.types import Article

TEXT = "O ministro do Peru viajou ontem a Santiago.\n"
SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "putin-choe.txt"


def read(*inputs, stdin=b"", **options):
    return list(read_inputs([str(item) for item in inputs], stdin=io.BytesIO(stdin), **options))


def test_a_text_file(tmp_path):
    path = tmp_path / "lima.txt"
    path.write_text(TEXT, encoding="utf8")
    assert read(path) == [Article(id="lima", text=TEXT, lang="pt", body=((0, len(TEXT) - 1),))]


def test_the_users_date_and_language_win(tmp_path):
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "date": "2020-01-01", "lang": "pt"}))
    [article] = read(path, date=date(2025, 10, 27), lang="en")
    assert (article.date, article.lang) == (date(2025, 10, 27), "en")


def test_an_unknown_language_option_stops_before_reading():
    with pytest.raises(UnknownLanguage, match="choose one of"):
        read_inputs(["none.txt"], lang="xx")


def test_records_keep_every_paragraph(tmp_path):
    path = tmp_path / "n.jsonl"
    text = "Chile e Peru\nSource link\nO ministro do Peru viajou ontem."
    path.write_text(json.dumps({"id": "a", "text": text}))
    [article] = read(path)
    assert [text[start:end] for start, end in article.body] == text.split("\n")
    assert article.title is None


def test_a_dateline_is_no_part_of_a_record(tmp_path):
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "LIMA, 3 de maio de 2024 - O Chile espera."}))
    [article] = read(path)
    assert [article.text[start:end] for start, end in article.body] == ["O Chile espera."]
    assert article.date == date(2024, 5, 3)


def test_one_bad_input_does_not_stop_the_others(tmp_path):
    files = {
        "a-empty.txt": b" \n",
        "b-binary.txt": b"\0\1\2",
        "c-cut.txt": "Relações".encode()[:-3],
        "d-news.jsonl": b'{"id": "d", "text": "The envoy left."}\n{"id":\n',
        "e-german.txt": "Der Minister reiste gestern nach Lima und kam zurück.".encode(),
        "f-long.txt": b"The envoy left. " * 70_000,
        "g-huge.txt": b"The envoy left. " * 320_000,
        "h-form.txt": b"Source link\nLeave a Reply",
        "i-empty.jsonl": b"",
        "j-good.txt": TEXT.encode(),
        "k-table.csv": b'id,text\nk,"The envoy left."\nl,"He stayed."\n',
        "l-wide.jsonl": '{"id": "m", "text": "The envoy left."}\n'.encode("utf-16"),
        "m-other.tsv": b"id\tbody\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    items = read(tmp_path, tmp_path / "missing.txt")
    assert [item.id for item in items if isinstance(item, Article)] == [
        "d",
        "j-good",
        "k",
        "l",
        "m",
    ]
    messages = [str(item) for item in items if isinstance(item, InputError)]
    expected = [
        "a-empty.txt: empty",
        "b-binary.txt: a binary file",
        "c-cut.txt: not UTF-8",
        "d-news.jsonl:2: broken JSON",
        "e-german.txt: language 'de' has no pipeline",
        "f-long.txt: 1,120,000 characters, more than 1,000,000",
        "g-huge.txt: 5,120,000 bytes, more than an article of 1,000,000 characters",
        "h-form.txt: no prose in it",
        "i-empty.jsonl: empty",
        'm-other.tsv: no column "text"',
        "missing.txt: no such file",
    ]
    assert len(messages) == len(expected)
    for message, start in zip(messages, expected, strict=True):
        assert message.startswith(f"{tmp_path}/{start}")
        assert "\n" not in message
    assert count_inputs([str(tmp_path), str(tmp_path / "missing.txt")]) == len(items)


def test_a_second_article_with_an_id_is_an_error(tmp_path):
    path = tmp_path / "n.jsonl"
    path.write_text('{"id": "a", "text": "The envoy left."}\n' * 2)
    first, second = read(path)
    assert first.id == "a"
    assert str(second).startswith("a: a second article with this id")


def test_a_file_that_may_not_be_opened(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    [error] = read(path)
    assert str(error) == f"{path}: Permission denied: check the path and its permissions."


@pytest.mark.parametrize(
    ("stdin", "ids"),
    [
        (TEXT.encode(), ["stdin"]),
        (b'\n{"id": "a", "text": "The envoy left."}\n{"id": "b", "text": "He left."}', ["a", "b"]),
        (b'{"text": "The envoy left."}', ["stdin:1"]),
        (f"<!DOCTYPE html><html><body><article><p>{TEXT * 8}</p></article>".encode(), ["stdin"]),
    ],
)
def test_standard_input(stdin, ids):
    assert [article.id for article in read("-", stdin=stdin, lang="en")] == ids
    assert count_inputs(["-"]) is None


@pytest.mark.parametrize("stdin", [b"", b" \n \n", b"The envoy left. " * 300_000])
def test_standard_input_without_an_article(stdin):
    [error] = read("-", stdin=stdin)
    assert str(error).startswith("standard input: ")


def test_line_numbers_count_the_blank_lines_before():
    [error] = read("-", stdin=b"\n\n{broken\n")
    assert str(error).startswith("standard input:3: broken JSON")


@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared, which is not part of the project")
def test_the_first_article():
    [article] = read(SEED)
    assert (article.lang, article.date) == ("pt", date(2025, 10, 27))
    paragraphs = [article.text[start:end] for start, end in article.body]
    assert len(paragraphs) == 8
    assert all(paragraph.endswith((".", "”.")) for paragraph in paragraphs)
    assert not any("REUTERS" in paragraph for paragraph in paragraphs)
    assert article.text == SEED.read_bytes().decode()


@pytest.mark.parametrize(
    "hour", ["10:31 ", "10.31 ", "[9:05] ", "14h30 - ", "9:40am GMT: ", "0:05 – "]
)
def test_the_hour_before_an_entry_of_a_live_blog_is_no_prose(tmp_path, hour):
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps({"id": "a", "text": hour + TEXT, "lang": "pt"}))
    [article] = read(path)
    assert article.body == ((len(hour), len(hour) + len(TEXT) - 1),)


def test_a_number_that_is_no_hour_is_read(tmp_path):
    path = tmp_path / "n.jsonl"
    text = "10:31 trens partiram.\n\n1.200 Soldados do Peru partiram."
    path.write_text(json.dumps({"id": "a", "text": text, "lang": "pt"}))
    [article] = read(path)
    assert [text[slice(*span)] for span in article.body] == text.split("\n\n")
