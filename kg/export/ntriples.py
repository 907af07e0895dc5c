"""N-Triples: one statement a line, for other stores and for sort and diff."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kg.export.blocks import Terms, Value, read_blocks, read_terms, remember
from kg.export.statements import turtle_of
from kg.ontology.namespaces import XSD

_SUBJECT = "\0"
"""Stands for the subject in what a line gives; Turtle has no such character but as an escape."""
_STRING = str(XSD.string)


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as N-Triples, equal bytes for equal graphs."""
    with path.open("w", encoding="utf8", newline="\n") as file:
        file.writelines(lines for _, lines in stream_subjects(turtle_of(directory)))


def stream_subjects(turtle: Path) -> Iterator[tuple[str, str]]:
    """Each subject of Turtle that kg wrote, by IRI, and the statements about it, in its order."""
    terms = read_terms(turtle)
    make: Callable[[str], str] = remember(partial(_to_lines, terms=terms))
    for name, lines in read_blocks(turtle):
        subject = terms.read_iri(name)
        yield subject, "".join(map(make, lines)).replace(_SUBJECT, f"<{subject}>")


def _to_lines(line: str, terms: Terms) -> str:
    predicate, values = terms.read_line(line)
    return "".join([f"{_SUBJECT} <{predicate}> {_to_object(value)} .\n" for value in values])


def _to_object(value: Value) -> str:
    """The escapes of Turtle are those of N-Triples."""
    text, datatype, language = value
    if not datatype:
        return f"<{text}>"
    if language:
        return f'"{text}"@{language}'
    return f'"{text}"' if datatype == _STRING else f'"{text}"^^<{datatype}>'
