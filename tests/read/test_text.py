import pytest

from kg.errors import InputError
from kg.read.text import read_text


def test_line_ends_stay_and_the_mark_goes():
    raw = read_text("\ufeffUm.\r\nDois.\r".encode(), name="a", where="a.txt")
    assert raw.text == "Um.\r\nDois.\r"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Relações".encode("latin-1"), r"a\.txt: not UTF-8 \(byte 0xe7 at 4\), perhaps Latin-1"),
        ("Relações".encode("utf-16"), "encoded in UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a binary file"),
        (b"\x01\x02\x03 text", "a binary file"),
    ],
)
def test_what_is_no_text_is_named(data, message):
    with pytest.raises(InputError, match=message):
        read_text(data, name="a", where="a.txt")
