"""Web pages: the main text by trafilatura, and what the page states about itself."""

import codecs
import re
from typing import Any

import trafilatura

from kg.errors import InputError
from kg.read.language import check_stated
from kg.read.page import page_date, page_language
from kg.read.raw import Raw
from kg.read.text import UTF16, check_binary, decode

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
HEAD = 4096
WESTERN = frozenset(["ascii", "cp1252", "iso8859-1"])
"""What browsers read as Windows-1252 (WHATWG Encoding Standard)."""


def read_html(data: bytes, *, name: str, where: str) -> Raw:
    """The article of a page; its text is the extracted one, and offsets count in that.

    The date is the one that the page states, never the file's or today's.
    Raises InputError for binary data, an unknown encoding and a page without an article.
    """
    check_binary(data, where)
    tree = trafilatura.load_html(decode_page(data, where))
    document = None if tree is None else extract(tree)
    if document is None or not (document.text or "").strip():
        raise InputError(f"{where}: no article found on the page: save its text as .txt instead.")
    lang = check_stated(document.text, page_language(tree))
    return Raw(
        id=name,
        where=where,
        text=document.text,
        lang=lang,
        date=page_date(tree, lang),
        title=document.title,
        url=document.url,
        source=document.sitename,
    )


def decode_page(data: bytes, where: str) -> str:
    """As UTF-8 where it is that, else as the page declares. Raises InputError."""
    if data.startswith(UTF16):
        return decode(data, where)
    charset = CHARSET.search(data[:HEAD])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if not charset:
            return decode(data, where)
    name = charset[1].decode("ascii")
    try:
        if codecs.lookup(name).name in WESTERN:
            return decode(data, where)
        return data.decode(name)
    except (LookupError, UnicodeDecodeError):
        raise InputError(
            f"{where}: neither UTF-8 nor {name}, which it declares: iconv converts it to UTF-8."
        ) from None


def extract(tree: Any) -> Any:
    """The page's document by trafilatura, None when it finds no text.

    Its own search for a date is kept short and unused: it may answer with a copyright year or
    with today's date.
    """
    return trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
