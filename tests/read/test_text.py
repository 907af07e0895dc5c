import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

import pytest

from kg.errors import InputError
from kg.read.text import read_lines, read_text


def test_line_ends_stay_and_the_mark_goes():
    raw = read_text("\ufeffUm.\r\nDois.\r".encode(), name="a", where="a.txt")
    assert raw.text == "Um.\r\nDois.\r"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    text = "“Relações”, disse o ministro – e o líder d’Ávila."
    assert read_text(text.encode(encoding), name="a", where="a.txt").text == text


@pytest.mark.parametrize("mark", [BOM_UTF16_LE, BOM_UTF16_BE])
def test_lines_of_a_wide_file(mark):
    encoding = "utf-16-le" if mark == BOM_UTF16_LE else "utf-16-be"
    stream = io.BytesIO(mark + "Ação\u2028a\n\nb\n".encode(encoding))
    assert list(read_lines(stream, "a")) == ["Ação\u2028a\n".encode(), b"\n", b"b\n"]


def test_a_wide_file_cut_short():
    with pytest.raises(InputError, match="a: damaged UTF-16"):
        list(read_lines(io.BytesIO("Ação".encode("utf-16")[:-1]), "a"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Relações".encode("cp850"), r"a\.txt: not UTF-8 \(byte 0x87 at 4\)"),
        ("Relações".encode("mac-roman"), "not UTF-8"),
        ("Relações".encode()[:-3], "not UTF-8"),
        ("Relações".encode("utf-16")[:-1], "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a binary file"),
        (b"\x01\x02\x03 text", "a binary file"),
    ],
)
def test_what_is_no_text_is_named(data, message):
    with pytest.raises(InputError, match=message):
        read_text(data, name="a", where="a.txt")
