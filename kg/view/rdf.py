"""The dataset inside the page, which its SPARQL asks."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from kg.export.blocks import remember
from kg.export.graphs import Graph
from kg.graph.rdf.iris import PREFIXES

_NAMESPACES = {iri: prefix for prefix, iri in PREFIXES.items()}
_NAMESPACE = "|".join(map(re.escape, sorted(_NAMESPACES, key=len, reverse=True)))
_SHORT = re.compile(rf"<({_NAMESPACE})(\w[\w/-]*)>", re.ASCII)
"""An IRI that a prefix and a local name stand for; a slash is escaped there."""
Shorten = Callable[[str], str]


def pack_dataset(graphs: Iterable[Graph]) -> bytes:
    """Named graphs as TriG in UTF-8, equal bytes for equal graphs in the same order.

    TriG, since gzipped it is half as large as N-Quads and loads in half the time. The union is
    left out: the page makes it again.
    """
    head = [f"@prefix {name}: <{iri}> .\n".encode() for name, iri in sorted(PREFIXES.items())]
    # Most predicates with their objects recur; parsing and writing each takes twice as long.
    subject, rest = remember(_shorten), remember(_shorten_rest)
    return b"".join(chain(head, (_to_block(graph, subject, rest) for graph in graphs)))


def _to_block(graph: Graph, subject: Shorten, rest: Shorten) -> bytes:
    name, parts = graph
    text = b"".join(parts).decode()
    if not text:
        return b""
    # No line breaks stand in N-Triples but at the end of a statement.
    lines = sorted(text.removesuffix("\n").split("\n"))
    statements = "".join(_join(lines, subject, rest))
    return f"\n{_shorten(str(name))} {{{statements} .\n}}\n".encode()


def _join(lines: Iterable[str], subject: Shorten, rest: Shorten) -> Iterator[str]:
    """Sorted lines, the subject once for all that are about it."""
    last, end = "", "\n\t"
    for line in lines:
        about, _, said = line.partition(" ")
        if about == last:
            yield " ;\n\t\t"
        else:
            yield end + subject(about) + " "
            last, end = about, " .\n\t"
        yield rest(said)


def _shorten(term: str) -> str:
    found = _SHORT.fullmatch(term)
    if found is None:
        return term
    namespace, local = found.groups()
    return _NAMESPACES[namespace] + ":" + local.replace("/", r"\/")


def _shorten_rest(rest: str) -> str:
    """A line after its subject, without the stop."""
    predicate, _, value = rest.removesuffix(" .").partition(" ")
    text, quote, mark = value.rpartition('"')
    if mark.startswith("^^"):
        mark = "^^" + _shorten(mark[2:])
    return _shorten(predicate) + " " + (text + quote + mark if quote else _shorten(value))
