"""Plain text, as saved or as copied from a web page."""

from kg.errors import InputError
from kg.read.raw import Raw

SNIFF = 8192
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(data: bytes, *, name: str, where: str) -> Raw:
    """The decoded text, line ends as they are; offsets count after a byte order mark.

    Raises InputError for binary data and for another encoding than UTF-8.
    """
    check_binary(data, where)
    return Raw(id=name, where=where, text=decode(data, where), wrapped=True)


def check_binary(data: bytes, where: str) -> None:
    """Raise InputError for data that no text file holds."""
    head = data[:SNIFF]
    if head.startswith(UTF16):
        raise InputError(
            f"{where}: encoded in UTF-16, not UTF-8: iconv -f UTF-16 -t UTF-8 converts it."
        )
    controls = len(head) - len(head.translate(None, CONTROLS))
    if b"\0" in head or controls > len(head) // 100:
        raise InputError(f"{where}: a binary file, not text: give .txt, .html or .jsonl.")


def decode(data: bytes, where: str) -> str:
    """Bytes as UTF-8 text. Raises InputError, which names the first byte that is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}), perhaps "
            "Latin-1: iconv -f LATIN1 -t UTF-8 converts it."
        ) from None
