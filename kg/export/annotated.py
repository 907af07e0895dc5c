"""Turtle of RDF 1.2: each plain relation annotated with the reports that state it.

``a kg:met b ~ report:x ~ report:y .`` says that a met b, and that two reports are what says so: in
the terms of RDF 1.2 they reify the triple. Article, sentence, time and place hang on the report, so
that a plain relation leads to its evidence without a join over the event. Readers of Turtle 1.1
stop at the first "~".

Source: RDF 1.2 Turtle, section 2.11, https://www.w3.org/TR/rdf12-turtle/.
"""

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from kg.export.statements import turtle_of
from kg.graph.article.reports import relate
from kg.graph.directory.store import open_store
from kg.graph.rdf.iris import PREFIXES
from kg.ontology.classes import event_class
from kg.ontology.namespaces import KG

Evidence = Mapping[tuple[str, str, str], list[str]]
"""Subject, predicate and object to the reports that state them, sorted."""

_REPORTS = """
    SELECT ?report ?type
      (GROUP_CONCAT(DISTINCT ?from) AS ?sources) (GROUP_CONCAT(DISTINCT ?to) AS ?targets)
    WHERE {
      ?report kg:eventType ?type ; kg:polarity "positive" ; kg:modality "actual" .
      { ?report kg:reportedSource ?source BIND(STR(?source) AS ?from) BIND("" AS ?to) }
      UNION { ?report kg:reportedTarget ?target BIND(STR(?target) AS ?to) BIND("" AS ?from) }
    } GROUP BY ?report ?type"""
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")


def write(directory: Path, path: Path) -> None:
    """Write the graph of a directory as Turtle 1.2, equal bytes for equal graphs."""
    shutil.copyfile(turtle_of(directory), path)
    found = find_evidence(open_store(directory))
    with path.open("a", encoding="utf8", newline="\n") as file:
        file.write("\n# Which reports state each relation (RDF 1.2).\n\n")
        for triple, reports in sorted(found.items()):
            parts = [*map(shorten, triple), *(f"~ {shorten(report)}" for report in reports)]
            file.write(" ".join(parts) + " .\n")


def find_evidence(store: Store) -> Evidence:
    """The plain relations of a store, each with the reports that state it."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for report, triple in sorted(_read_relations(store)):
        found[triple].append(report)
    return found


def shorten(iri: str) -> str:
    """An IRI as Turtle has it: with its prefix where no character needs an escape."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def _read_relations(store: Store) -> Iterator[tuple[str, tuple[str, str, str]]]:
    rows = store.query(_REPORTS, prefixes=dict(PREFIXES))
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        kind = event_class(row["type"].value.removeprefix(str(KG)))
        sources, targets = (sorted(row[name].value.split()) for name in ("sources", "targets"))
        for triple in relate(kind, sources, targets):
            yield row["report"].value, triple
