"""The examples of docs/graph-model.md are triples of the golden graph."""

import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse
from stories import build_directory, tell_english, tell_portuguese, to_store

from kg.graph.directory.store import open_store
from kg.graph.rdf.iris import PREFIXES
from kg.graph.rdf.union import union_triples

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "graph-model.md").read_text(encoding="utf8")
PROLOGUE = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


@pytest.mark.parametrize("block", re.findall(r"```turtle\n(.*?)```", TEXT, re.DOTALL))
def test_turtle(block):
    store = to_store([tell_portuguese(), tell_english()])
    # Through a store, which writes 1.0 as 1.
    shown = Store()
    shown.extend(parse(PROLOGUE + block, RdfFormat.TURTLE))
    assert len(shown) > 1
    assert set(union_triples(shown)) <= set(union_triples(store))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return open_store(build_directory(tmp_path_factory.mktemp("docs") / "demo"))


@pytest.mark.parametrize("query", re.findall(r"```sparql\n(.*?)```", TEXT, re.DOTALL))
def test_sparql(built, query):
    assert list(built.query(query, prefixes=dict(PREFIXES)))
