from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, serialize

from kg.graph.directory.archive import open_archive
from kg.graph.merge import NOTHING, Memory
from kg.graph.rdf import packs
from kg.graph.rdf.packs import pack, repack, unpack
from kg.graph.rdf.turtle import sort_triples
from tests.graph.rdf.test_turtle import CHANGES

SIZES = st.sampled_from([1, 150, 1 << 16])
"""Bytes of a pack: a subject each, some, all together."""


def to_lines(triples):
    return serialize(sort_triples(triples), format=RdfFormat.N_TRIPLES).splitlines(keepends=True)


def read(found):
    return b"".join(unpack(found[first]) for first in sorted(found))


@given(CHANGES, SIZES)
def test_lines_are_unpacked_as_they_were(triples, size):
    with patch.object(packs, "_SIZE", size):
        assert read(pack(to_lines(triples))) == b"".join(to_lines(triples))


@given(CHANGES, CHANGES, CHANGES, SIZES)
def test_to_pack_a_change_gives_what_packing_all_would(before, gone, come, size):
    after = (before - gone) | come
    subjects = {triple.subject.value for triple in gone | come}
    told = [triple for triple in after if triple.subject.value in subjects]
    with patch.object(packs, "_SIZE", size):
        assert read(repack(pack(to_lines(before)), subjects, told)) == b"".join(to_lines(after))


@pytest.mark.parametrize("now", [{b"<a>": b"1", b"<c>": b"4"}, {b"<b>": b"2"}, {}])
def test_the_archive_keeps_the_last_packs(now):
    with TemporaryDirectory() as folder, open_archive(Path(folder), write=True) as archive:
        archive.seal("a", 7, {b"<b>": b"2", b"<a>": b"1"}, "1", NOTHING, Memory())
        assert list(archive.recall_packs("a")) == [(b"<a>", b"1"), (b"<b>", b"2")]
        archive.seal("b", 7, now, "1", NOTHING, Memory())
        assert dict(archive.recall_packs("b")) == now
        assert not list(archive.recall_packs("a"))
