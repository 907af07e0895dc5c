"""Plain text, as saved or as copied from a web page."""

import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from kg.errors import InputError
from kg.read.raw import Raw

SNIFF = 8192
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
UTF16 = (b"\xff\xfe", b"\xfe\xff")
MISREAD = re.compile(r"[^\W\d_][‚ƒ„†‡ˆ‰‹›¡¢¤¥¦¨¬¯±´¸¿×÷][^\W\d_]")
"""Signs inside a word: what letters of an encoding other than Windows-1252 look like in it."""


def read_text(data: bytes, *, name: str, where: str) -> Raw:
    """The decoded text, line ends as they are; offsets count after a byte order mark.

    Raises InputError for binary data and for an encoding that `decode` does not know.
    """
    check_binary(data, where)
    return Raw(id=name, where=where, text=decode(data, where), wrapped=True)


def check_binary(data: bytes, where: str) -> None:
    """Raise InputError for data that no text file holds."""
    head = data[:SNIFF]
    if head.startswith(UTF16):
        return
    controls = len(head) - len(head.translate(None, CONTROLS))
    if b"\0" in head or controls > len(head) // 100:
        raise InputError(f"{where}: a binary file, not text: give .txt, .html, .jsonl or .csv.")


def decode(data: bytes, where: str) -> str:
    """Bytes as text: UTF-16 with its byte order mark, UTF-8, else Windows-1252, which has Latin-1.

    Raises InputError, which names the first byte that is not UTF-8, for damaged text and for what
    makes no words in Windows-1252.
    """
    try:
        return data.decode("utf-16" if data.startswith(UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        text = decode_western(data)
        if text is None or data.startswith(UTF16):
            raise InputError(
                f"{where}: not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}) nor another "
                "encoding that kg reads: iconv -f ENCODING -t UTF-8 converts it."
            ) from None
        return text


def decode_western(data: bytes) -> str | None:
    """Bytes as Windows-1252; None where they look like damaged UTF-8 or another encoding."""
    signs = [sign for sign in data.decode("utf-8", "replace") if sign > "\x7f"]
    if 2 * signs.count("\ufffd") <= len(signs):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if MISREAD.search(text) else text


def read_lines(stream: BinaryIO, where: str) -> Iterator[bytes]:
    """The lines of a file, in UTF-8 where they are in UTF-16. Raises InputError."""
    is_wide = stream.read(2) in UTF16
    stream.seek(0)
    if not is_wide:
        yield from stream
        return
    try:
        for line in TextIOWrapper(stream, encoding="utf-16", newline="\n"):
            yield line.encode()
    except UnicodeError:
        raise InputError(f"{where}: damaged UTF-16: save it anew, as UTF-8.") from None
