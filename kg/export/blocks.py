"""The directory's own Turtle, read as text.

kg wrote it, so that its shape is known: no blank nodes, a block for each subject, a line for each
predicate, and in literals no line break or double quote that is not escaped. Splitting it by that
shape takes a tenth of the time of parsing it, and since most lines recur, a format can remember
what it makes of one (see `remember`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kg.ontology.namespaces import RDF, XSD

_CHUNK = 1 << 20
"""Bytes that are read at once."""
_MANY = 1 << 15
"""Lines that are remembered, which takes some 10 MB."""
_PREFIX = re.compile(r"@prefix (.*): <(.*)>")
_OBJECT = re.compile(r'"(?:[^"\\]|\\.)*"[^ ]*|[^ ",][^ ]*')
_ESCAPED = re.compile(r"\\(.)")
_STRING, _TEXT = str(XSD.string), str(RDF.langString)


# Plain tuples, since named ones take ten times as long to make.
Block = tuple[str, list[str]]
"""A subject, and its lines: a predicate and its objects each. All as Turtle has them."""
Value = tuple[str, str, str]
"""An object of a statement: text, datatype, language.

The text is an IRI, whose datatype is "", or what stands between the quotes of a literal, with the
escapes of Turtle. The language is "" of what has none.
"""


class Terms:
    """What the terms of a file mean."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        """Prefix to namespace."""
        self._predicates = {"a": str(RDF.type)}

    def read_line(self, line: str) -> tuple[str, list[Value]]:
        """The IRI of its predicate, and its objects."""
        predicate, objects = self.split_line(line)
        return predicate, list(map(self.read_value, objects))

    def split_line(self, line: str) -> tuple[str, list[str]]:
        """The IRI of its predicate, and its objects as Turtle has them."""
        predicate, _, objects = line.partition(" ")
        if (iri := self._predicates.get(predicate)) is None:
            iri = self._predicates[predicate] = self.read_iri(predicate)
        return iri, _OBJECT.findall(objects) if " , " in objects else [objects]

    def read_value(self, term: str) -> Value:
        """An object: an IRI, or a literal, which stands without quotes where it is 12 or true."""
        if term[0] == '"':
            text, _, mark = term[1:].rpartition('"')
            if not mark:
                return text, _STRING, ""
            if mark[0] == "@":
                return text, _TEXT, mark[1:]
            return text, self.read_iri(mark[2:]), ""
        if term[0] in "+-.0123456789" or term in ("true", "false"):
            return term, _find_datatype(term), ""
        return self.read_iri(term), "", ""

    def read_iri(self, term: str) -> str:
        """An IRI in full."""
        if term[0] == "<":
            return term[1:-1]
        prefix, _, local = term.partition(":")
        return self.prefixes[prefix] + (_ESCAPED.sub(r"\1", local) if "\\" in local else local)


def read_terms(path: Path) -> Terms:
    """What the terms of a file mean: its prefixes."""
    prefixes: dict[str, str] = {}
    for statement in _read_statements(path):
        found = _PREFIX.fullmatch(statement.decode())
        if found is None:
            break
        prefixes[found[1]] = found[2]
    return Terms(prefixes)


def read_blocks(path: Path) -> Iterator[Block]:
    """The blocks of a file, in its order."""
    for statement in _read_statements(path):
        if not statement.startswith(b"@prefix "):
            subject, _, rest = statement.decode().partition(" ")
            yield subject, rest.split(" ;\n\t")


def remember(make: Callable[[str], str]) -> Callable[[str], str]:
    """A function of a line that remembers what it made of the last ones, in bounded memory."""
    return _Memory(make).__getitem__


class _Memory(dict[str, str]):
    """A cache that is asked from C: half the time of functools.lru_cache."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, line: str) -> str:
        if len(self) >= _MANY:
            self.clear()
        made = self[line] = self._make(line)
        return made


def _read_statements(path: Path) -> Iterator[bytes]:
    """Prefixes and blocks, without the stop at their end.

    Decoded by whoever takes one: a text of a megabyte takes twice the room for one dash in it.
    """
    rest = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            *whole, rest = (rest + chunk).split(b" .\n")
            yield from map(bytes.lstrip, whole)


def _find_datatype(literal: str) -> str:
    """Of a literal without quotes (RDF 1.1 Turtle, section 2.5)."""
    if literal in ("true", "false"):
        return str(XSD.boolean)
    if "e" in literal or "E" in literal:
        return str(XSD.double)
    return str(XSD.decimal if "." in literal else XSD.integer)
