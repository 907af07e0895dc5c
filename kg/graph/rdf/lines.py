"""Sorted lines: of a graph, and of a file that may be larger than memory."""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import RdfFormat, Triple, serialize

_CHUNK = 64_000_000
"""Bytes that are sorted at once."""


def to_lines(triples: Iterable[Triple]) -> bytes:
    """Triples as N-Triples in UTF-8, sorted; a line break stands only at the end of a statement."""
    lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def sort_lines(path: Path, *, chunk: int = _CHUNK) -> Iterator[bytes]:
    """The lines of a file in the order of their bytes, which of UTF-8 is that of its characters.

    Each line ends with a line feed. Sorted stretches of the file lie beside it for so long.
    """
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(dir=path.parent, prefix=".sort-"))
        files = [stack.enter_context(part.open("rb")) for part in _split(path, Path(folder), chunk)]
        yield from heapq.merge(*files)


def _split(path: Path, folder: Path, chunk: int) -> list[Path]:
    parts: list[Path] = []
    with path.open("rb") as file:
        while lines := file.readlines(chunk):
            lines.sort()
            parts.append(folder / str(len(parts)))
            with parts[-1].open("wb") as part:
                part.writelines(lines)
    return parts
