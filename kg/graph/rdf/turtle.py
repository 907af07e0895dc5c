"""Turtle that is the same, byte for byte, for the same statements."""

import re
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from hashlib import file_digest
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    parse,
    serialize,
)

from kg.graph.rdf.iris import PREFIXES
from kg.graph.rdf.lines import sort_lines
from kg.graph.rdf.packs import Packs, pack
from kg.graph.rdf.terms import TYPE
from kg.graph.rdf.union import union_triples

_Key = tuple[str, bool, str, str]
_PREFIX = b"@prefix"
_BETWEEN = b"\n\n"
"""Between two blocks, and nowhere else: Oxigraph escapes the line breaks in literals."""
_IS_CLASS = f" {TYPE} ".encode()
_ESCAPE = re.compile(rb"\\(.)")


def write_turtle(store: Store, path: Path) -> tuple[int, Packs]:
    """Write the union of the graphs of a store as Turtle, whatever its size in little memory.

    Returns how many triples there are, and their lines, packed.

    Graph names are lost: which article a statement comes from is said only where the statement
    is about a report, a tenure or an agreement (prov:wasDerivedFrom).
    """
    with TemporaryDirectory(dir=path.parent, prefix=".turtle-") as folder:
        raw, ordered, draft = (Path(folder) / name for name in ("raw", "ordered", "draft"))
        store.dump(raw, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        with ordered.open("wb") as file:
            file.writelines(_put_classes_first(sort_lines(raw)))
        triples = (quad.triple for quad in parse(path=ordered, format=RdfFormat.N_TRIPLES))
        serialize(triples, draft, RdfFormat.TURTLE, prefixes=dict(PREFIXES))
        with draft.open("rb") as lines, path.open("wb") as file:
            file.writelines(tidy(lines))
        with raw.open("rb") as lines, ordered.open("rb") as sorted_lines:
            return sum(1 for _ in lines), pack(sorted_lines)


def update_turtle(store: Store, path: Path, last: Path, subjects: Iterable[str]) -> int:
    """Write what `write_turtle` writes, where only the statements about some subjects changed.

    last: what that wrote of the store before; of it all other blocks are copied.
    subjects: their IRIs. Returns by how many triples there are more.
    """
    head, *blocks = last.read_bytes().rstrip(b"\n").split(_BETWEEN)
    if not blocks:
        return write_turtle(store, path)[0]
    changed = sorted(subjects)
    names = to_turtle(Triple(node, TYPE, TYPE) for node in map(NamedNode, changed))
    dropped = {_name(block) for block in _split(names)}
    kept, gone = list[bytes](), list[bytes]()
    for block in blocks:
        (gone if _name(block) in dropped else kept).append(block)
    come, prefixes = list(union_triples(store, changed)), _read_prefixes(head)
    for block in _split(to_turtle(come)):
        insort(kept, block, key=lambda block: _expand(prefixes, block))
    path.write_bytes(_BETWEEN.join([head, *kept]) + b"\n" if kept else b"")
    return len(come) - sum(1 for _ in parse(_BETWEEN.join([head, *gone]), RdfFormat.TURTLE))


def seal_turtle(path: Path) -> str:
    """A digest of a file of Turtle, and of the prefixes that Turtle would have now."""
    with path.open("rb") as file:
        digest = file_digest(file, "blake2b")
    digest.update(to_turtle([Triple(TYPE, TYPE, TYPE)]))
    return digest.hexdigest()


def to_turtle(triples: Iterable[Triple]) -> bytes:
    """Triples as Turtle in UTF-8: sorted, each once, a block for each subject."""
    ordered = sort_triples(triples)
    written = serialize(ordered, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
    return b"".join(tidy(written.splitlines(keepends=True)))


def sort_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Each triple once, by subject, its classes first, then by predicate and object."""
    return sorted(set(triples), key=_triple_key)


def sort_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Each quad once, by graph, then as triples are sorted."""
    return sorted(set(quads), key=lambda quad: (str(quad.graph_name), *_triple_key(quad.triple)))


def _triple_key(triple: Triple) -> _Key:
    is_class = triple.predicate == TYPE
    return str(triple.subject), not is_class, str(triple.predicate), str(triple.object)


def tidy(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines of Turtle or TriG with the prefixes sorted (Oxigraph shuffles them), blocks apart.

    A line begins a block when it is not indented: Oxigraph escapes the line breaks in literals.
    """
    for is_prefix, group in groupby(lines, key=lambda line: line.startswith(_PREFIX)):
        if is_prefix:
            yield from sorted(group)
        else:
            yield from (line if line[:1] in b"\t}" else b"\n" + line for line in group)


def _put_classes_first(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted lines of N-Triples in the order of `sort_triples`."""
    for _, about in groupby(lines, key=lambda line: line[: line.index(b" ")]):
        yield from sorted(about, key=lambda line: not line.startswith(_IS_CLASS, line.index(b" ")))


def _split(turtle: bytes) -> list[bytes]:
    """The blocks of Turtle, without the prefixes before them."""
    return turtle.rstrip(b"\n").split(_BETWEEN)[1:]


def _name(block: bytes) -> bytes:
    """The subject of a block as it is written there."""
    return block[: block.index(b" ")]


def _read_prefixes(head: bytes) -> Mapping[bytes, bytes]:
    """Prefix, with its colon, to namespace, with the sign that an IRI begins with."""
    lines = (line.split() for line in head.splitlines())
    return {prefix: namespace.rstrip(b">") for _, prefix, namespace, *_ in lines}


def _expand(prefixes: Mapping[bytes, bytes], block: bytes) -> str:
    """The subject of a block as blocks are sorted by it."""
    name = _name(block)
    if name.startswith(b"<"):
        return name.decode()
    prefix, colon, local = name.partition(b":")
    return (prefixes[prefix + colon] + _ESCAPE.sub(rb"\1", local) + b">").decode()
