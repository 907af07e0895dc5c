"""The reports of articles as columns of numbers: enough to tell which are compared with which.

The columns of an article stay the same as long as it says the same and the others say the same of
those whom it names; so they are kept, and a build makes those of few articles anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kg.graph.merge.actors import is_mutual
from kg.graph.merge.blocking import Blocks, Indices
from kg.graph.merge.joining import IriPair
from kg.graph.merge.pairs import find_blocks, find_day
from kg.graph.merge.reports import Actor, Report
from kg.ontology.classes import event_classes

ROW = np.dtype(
    [
        *(("day", "<i4"), ("first", "<i4"), ("last", "<i4")),
        *(("sources", "<u8"), ("targets", "<u8")),
        *(("kind", "<i2"), ("mutual", "?"), ("positive", "?"), ("blocks", "<i4")),
    ]
)
"""Of a report the day by which blocks are sorted, what vetoes look at, and how many blocks."""
Rows = NDArray[np.void]
_BITS = 64
_BLOCK = np.dtype("<u8")


@dataclass(frozen=True, slots=True)
class Cell:
    """The reports of one article, in some order."""

    digest: bytes
    """Of all that they rest on."""
    reports: tuple[str, ...]
    """IRIs."""
    links: tuple[IriPair, ...]
    """Reports of this article and those that they are linked to."""
    rows: bytes
    """One after another, as ROW says."""
    blocks: bytes
    """Numbers of the blocks of all reports, one report after another."""


@dataclass(frozen=True, slots=True)
class Table:
    """The reports of many articles by place, which is in the order of their IRIs."""

    iris: Sequence[str]
    rows: Rows
    blocks: Blocks
    """Sorted as blocks are."""

    def split(self, codes: Indices) -> tuple[Indices, Indices]:
        """The places of both reports of pairs, of which each is a number: see `find_pairs`."""
        one, other = np.divmod(codes, max(len(self.iris), 1))
        return one, other

    def touch(self, numbers: Iterable[int]) -> Blocks:
        """Only some of the blocks."""
        found = np.isin(self.blocks.numbers, np.fromiter(numbers, _BLOCK))
        return Blocks(self.blocks.members[found], self.blocks.numbers[found])


def make_cell(digest: bytes, reports: Sequence[Report]) -> Cell:
    """The reports of an article, complete (see `complete_report`), as columns."""
    blocks = [[_number(block) for block in sorted(find_blocks(report))] for report in reports]
    rows = [_row(report, len(found)) for report, found in zip(reports, blocks, strict=True)]
    return Cell(
        digest=digest,
        reports=tuple(report.iri for report in reports),
        links=tuple((report.iri, other) for report in reports for _, other in report.links),
        rows=np.array(rows, ROW).tobytes(),
        blocks=np.fromiter(chain.from_iterable(blocks), _BLOCK).tobytes(),
    )


def find_numbers(cell: Cell) -> Iterable[int]:
    """The blocks of the reports of an article."""
    return map(int, np.frombuffer(cell.blocks, _BLOCK))


def make_table(cells: Iterable[Cell]) -> Table:
    """The reports of all cells together."""
    cells = list(cells)
    iris = [iri for cell in cells for iri in cell.reports]
    order = sorted(range(len(iris)), key=iris.__getitem__)
    rows = np.frombuffer(b"".join(cell.rows for cell in cells), ROW)
    numbers = np.frombuffer(b"".join(cell.blocks for cell in cells), _BLOCK)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    members = np.repeat(place, rows["blocks"])
    rows = rows[order]
    # By block, in it by day, then by IRI.
    by_block = np.lexsort((members, rows["day"][members], numbers))
    blocks = Blocks(members[by_block], numbers[by_block])
    return Table([iris[i] for i in order], rows, blocks)


def _row(report: Report, blocks: int) -> tuple[object, ...]:
    return (
        *(find_day(report).toordinal(), (report.span.earliest or date.min).toordinal()),
        *((report.span.latest or date.max).toordinal(),),
        *(_mask(report.sources), _mask(report.targets)),
        *(number_kinds()[report.type], is_mutual(report), report.polarity == "positive", blocks),
    )


@cache
def number_kinds() -> Mapping[str, int]:
    """Local name of each event class to its number."""
    return {name: number for number, name in enumerate(sorted(event_classes()))}


def _number(block: Sequence[str]) -> int:
    """Of 64 bits, so that no two blocks of a graph share theirs but by a miracle."""
    return int.from_bytes(blake2b("\n".join(block).encode(), digest_size=8).digest(), "little")


def _mask(side: Iterable[Actor]) -> int:
    """A bit for each actor and each state of one: actors that are alike have one in common."""
    return sum({_bit(name) for actor in side for name in (actor.iri, *actor.countries)})


@cache
def _bit(name: str) -> int:
    return 1 << (blake2b(name.encode(), digest_size=1).digest()[0] % _BITS)
