"""RDF/XML, for tools from before Turtle: Protégé, Jena's older stores, XSLT."""

import json
import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path

from kg.errors import KgError
from kg.export.blocks import Value, read_blocks, read_terms, remember
from kg.export.statements import turtle_of
from kg.ontology.namespaces import RDF, XSD

_STRING = str(XSD.string)
_NAME = re.compile(r"(.*?)([A-Za-z_][A-Za-z0-9_.-]*)")
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot have (section 2.2)."""


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as RDF/XML, equal bytes for equal graphs.

    The control characters that XML cannot have become U+FFFD.
    """
    turtle = turtle_of(directory)
    terms = read_terms(turtle)
    namespaces = {"rdf": str(RDF), **terms.prefixes}
    to_tags = cache(partial(_to_tags, namespaces=namespaces))

    @remember
    def make(line: str) -> str:
        predicate, values = terms.read_line(line)
        start, end = to_tags(predicate)
        return "".join([f"{start}{_finish(value, end)}" for value in values])

    with path.open("w", encoding="utf8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{_declare(namespaces)}>\n')
        for subject, lines in read_blocks(turtle):
            file.write(f'\t<rdf:Description rdf:about="{_escape(terms.read_iri(subject))}">\n')
            file.writelines(map(make, lines))
            file.write("\t</rdf:Description>\n")
        file.write("</rdf:RDF>\n")


def _declare(namespaces: Mapping[str, str]) -> str:
    pairs = sorted(namespaces.items())
    return "".join(f' xmlns:{prefix}="{_escape(namespace)}"' for prefix, namespace in pairs)


def _to_tags(predicate: str, namespaces: Mapping[str, str]) -> tuple[str, str]:
    """How an element begins and ends. Raises KgError where XML has no name for a predicate."""
    found = _NAME.fullmatch(predicate)
    if found is None:
        raise KgError(f"RDF/XML cannot write the predicate {predicate}: choose another format.")
    for prefix, namespace in namespaces.items():
        if namespace == found[1]:
            return f"\t\t<{prefix}:{found[2]}", f"</{prefix}:{found[2]}>\n"
    return f'\t\t<{found[2]} xmlns="{_escape(found[1])}"', f"</{found[2]}>\n"


def _finish(value: Value, end: str) -> str:
    """An element after its name."""
    text, datatype, language = value
    if not datatype:
        return f' rdf:resource="{_escape(text)}"/>\n'
    if "\\" in text:
        text = _unescape(text)
    if language:
        return f' xml:lang="{language}">{_escape(text)}{end}'
    if datatype == _STRING:
        return f">{_escape(text)}{end}"
    return f' rdf:datatype="{_escape(datatype)}">{_escape(text)}{end}'


def _unescape(text: str) -> str:
    """JSON has the escapes of Turtle."""
    return _FORBIDDEN.sub("\ufffd", json.loads(f'"{text}"'))


def _escape(text: str) -> str:
    """Of a carriage return left as it is XML would make a line feed."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")
