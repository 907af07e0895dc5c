"""N-Triples: one statement a line, for other stores and for sort and diff."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kg.export.blocks import Terms, read_blocks, read_terms, remember
from kg.export.statements import turtle_of
from kg.graph.directory.archive import open_archive
from kg.graph.directory.layout import find_home
from kg.graph.rdf.packs import unpack
from kg.graph.rdf.turtle import seal_turtle

_SUBJECT = "\0"
"""Stands for the subject in what a line gives; Turtle has no such character but as an escape."""
_BUFFER = 1 << 20
"""Bytes that are written at once."""


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as N-Triples, equal bytes for equal graphs."""
    with path.open("wb", _BUFFER) as file:
        file.writelines(stream_union(directory))


def stream_union(directory: Path) -> Iterator[bytes]:
    """The lines of a directory: the archive's, or made from the Turtle when that is another one."""
    turtle = turtle_of(directory)
    with open_archive(find_home(directory)) as archive:
        packs = archive.recall_packs(seal_turtle(turtle))
        known = False
        for _, packed in packs:
            known = True
            yield unpack(packed)
    if not known:
        yield from stream_subjects(turtle)


def stream_subjects(
    turtle: Path, wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[bytes]:
    """What Turtle that kg wrote says of each subject, in its order, as whole lines in UTF-8.

    wanted: of which subjects, by IRI.
    """
    terms = read_terms(turtle)
    make: Callable[[str], str] = remember(partial(_to_lines, terms=terms))
    for name, lines in read_blocks(turtle):
        subject = terms.read_iri(name)
        if wanted(subject):
            yield "".join(map(make, lines)).replace(_SUBJECT, f"<{subject}>").encode()


def _to_lines(line: str, terms: Terms) -> str:
    predicate, objects = terms.split_line(line)
    start = f"{_SUBJECT} <{predicate}> "
    return "".join([f"{start}{_to_object(term, terms)} .\n" for term in objects])


def _to_object(term: str, terms: Terms) -> str:
    """The escapes of Turtle are those of N-Triples; text without a datatype is the same in both."""
    if term[0] == '"' and (term[-1] == '"' or "^^" not in term):
        return term
    text, datatype, language = terms.read_value(term)
    if not datatype:
        return f"<{text}>"
    return f'"{text}"@{language}' if language else f'"{text}"^^<{datatype}>'
