import csv
from datetime import date

import pytest

from kg.errors import InputError
from kg.read.csv import read_csv

HEADER = "id,date,title,text,source,url"


def read(*lines, encoding="utf8"):
    data = ("\n".join(lines) + "\n").encode(encoding)
    return list(read_csv(iter(data.splitlines(keepends=True)), name="news", where="news.csv"))


def test_columns_are_fields():
    raws = read(
        HEADER,
        '7,2026-03-02,Doctors,"Kenya sent doctors.',
        "",
        '""Thank you"", Uganda said.",Daily,https://example.org/7',
        ",,,Oslo called Bonn.,,",
    )
    assert [raw.id for raw in raws] == ["7", "news:3"]
    assert raws[0].text == 'Kenya sent doctors.\n\n"Thank you", Uganda said.'
    assert (raws[0].date, raws[0].title) == (date(2026, 3, 2), "Doctors")
    assert (raws[0].source, raws[0].url) == ("Daily", "https://example.org/7")
    assert (raws[1].date, raws[1].title, raws[1].clean) == (None, None, True)


@pytest.mark.parametrize("separator", ",;\t|")
@pytest.mark.parametrize("encoding", ["utf8", "utf-8-sig", "cp1252"])
def test_as_spreadsheets_write_them(separator, encoding):
    lines = (["Text", "Words"], ["O Irã chamou Omã.", "4"])
    [raw] = read(*map(separator.join, lines), encoding=encoding)
    assert raw.text == "O Irã chamou Omã."


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a,03/02/2026,,x,,", r"news\.csv:2: date '03/02/2026' is not like"),
        ("a,,,Oslo, they say, called Bonn,,", r"news\.csv:2: 8 cells under 6 columns"),
    ],
)
def test_a_broken_row_is_named_and_the_others_are_read(row, message):
    error, raw = read(HEADER, row, "b,,,x,,")
    assert isinstance(error, InputError)
    assert raw.id == "b"
    with pytest.raises(InputError, match=message):
        raise error


def test_a_damaged_cell_spoils_its_row():
    data = HEADER.encode() + b"\na,,,a\xc3\xa7\xc3\xb5es \xc3,,\nb,,,x,,\n"
    error, raw = read_csv(iter(data.splitlines(keepends=True)), name="n", where="n.csv")
    assert str(error).startswith("n.csv:2: not UTF-8")
    assert raw.id == "b"


def test_a_table_without_texts():
    with pytest.raises(InputError, match='no column "text" among id, body'):
        read("id,Body", "1,x")


def test_a_quotation_mark_that_never_closes(monkeypatch):
    monkeypatch.setattr("kg.read.csv.MAX_CELL", 40)
    limit = csv.field_size_limit()
    with pytest.raises(InputError, match=r"broken table .*quotation marks"):
        read("text", '"Oslo called Bonn.', *["Bonn called Oslo."] * 4)
    csv.field_size_limit(limit)
