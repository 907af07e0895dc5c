"""The union of the graphs as packed N-Triples, so that exporting it is no more than unpacking it.

The lines have the order of `kg.graph.rdf.turtle.write_turtle` and lie in packs of some 64 kB, of
which a small change makes only those anew that tell of what changed. Of the 160 bytes of a
statement 15 are left.
"""

import zlib
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from pyoxigraph import RdfFormat, Triple, serialize

from kg.graph.rdf.terms import TYPE

Packs = Mapping[bytes, bytes]
"""The subject that a pack begins with, as N-Triples have it, to the pack."""

_SIZE = 1 << 16
_LEVEL = 1
"""Of zlib: twice as fast as the usual one, for a fifth more room."""
_IS_CLASS = f"{TYPE} ".encode()
_Key = tuple[bytes, bool, bytes]


def pack(lines: Iterable[bytes]) -> Packs:
    """Lines of N-Triples in order, packed; those of a subject lie in one pack."""
    packs: dict[bytes, bytes] = {}
    first, held, size = b"", list[bytes](), 0
    for subject, about in groupby(lines, key=_find_subject):
        if size >= _SIZE:
            packs[first] = _pack(held)
            held, size = [], 0
        first = first if held else subject
        held.append(b"".join(about))
        size += len(held[-1])
    return {**packs, first: _pack(held)} if held else packs


def repack(last: Packs, subjects: Iterable[str], triples: Iterable[Triple]) -> Packs:
    """The packs of a union where only the statements about some subjects changed.

    subjects: their IRIs. triples: all that it says of them now.
    """
    places = sorted(last)
    gone = {f"<{iri}>".encode() for iri in subjects}
    changed: dict[bytes, list[bytes]] = defaultdict(list)

    def find_place(subject: bytes) -> bytes:
        return places[max(0, bisect(places, subject) - 1)] if places else b""

    for subject in gone:
        changed[find_place(subject)] = []
    for line in (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").splitlines(keepends=True):
        changed[find_place(_find_subject(line))].append(line)
    packs = {first: packed for first, packed in last.items() if first not in changed}
    for first, lines in changed.items():
        held = unpack(last[first]).splitlines(keepends=True) if first in last else []
        lines += (line for line in held if _find_subject(line) not in gone)
        packs |= pack(sorted(lines, key=_to_key))
    return packs


def unpack(packed: bytes) -> bytes:
    """The lines of a pack."""
    return zlib.decompress(packed)


def _pack(lines: Iterable[bytes]) -> bytes:
    return zlib.compress(b"".join(lines), _LEVEL)


def _find_subject(line: bytes) -> bytes:
    return line[: line.index(b" ")]


def _to_key(line: bytes) -> _Key:
    """Of the order of `kg.graph.rdf.turtle.sort_triples`."""
    subject, _, rest = line.partition(b" ")
    return subject, not rest.startswith(_IS_CLASS), rest
